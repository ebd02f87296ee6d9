"""Comments on passages over HTTP: as the editor reads them, and by which routes they never go out (DOC-03)."""

from chalicelib.api import replies
from tests.world.builders import document, saving, sending, signed, signing
from tests.world.scenarios.blocks import block, putting
from tests.world.scenarios.document_life import document_path
from tests.world.scenarios.passages import commented, commenting, on_passage, resolving, to_comment
from tests.world.world import Ask, Person, World

from .test_processes import fits, get, problem

SECRET = "Ver com a jurídica antes"


def comments(world: World, place: tuple[str, str], who: Person | None = None) -> list:
    reply = get(world, document_path(place, "passages"), who or world.ana)
    return list(fits(replies.PassageComments, reply.json)["items"])


def test_comment_is_read_answered_resolved_and_taken_back(world: World):
    made = commented(world)
    (found,) = comments(world, made[:2])
    assert (found["words"], found["visibility"], found["answerable"]) == ("vinte dias", "draft", True)
    assert (found["said"][0]["text"], found["said"][0]["own"], found["resolved_at"]) == ("Não são trinta?", True, None)
    fits(replies.PassageCommentId, world.done(on_passage(world, made, "answers", {"text": "São vinte"}, world.carlos)))
    world.done(on_passage(world, made, "removals", {"number": 0}))
    world.done(resolving(world, made, world.carlos))
    (found,) = comments(world, made[:2], world.carlos)
    first, second = found["said"]
    assert (first["text"], first["kept"], bool(first["removed_at"])) == ("", "Não são trinta?", True)
    assert (second["text"], second["kept"], second["own"]) == ("São vinte", None, True)
    assert found["resolved_by"]["id"] == "carlos.moura"
    problem(world.send(on_passage(world, made, "answers", {"text": "Mas"})), 409, "passage_resolved")
    world.done(on_passage(world, made, "resolution", method="DELETE"))
    assert comments(world, made[:2])[0]["resolved_by"] is None


def test_what_was_taken_back_is_read_only_where_it_was_said(world: World):
    place = to_comment(world)
    shared_with(world, place, world.marina)
    made = commented(world, place)
    world.done(on_passage(world, made, "removals", {"number": 0}))
    assert [comments(world, place, who)[0]["said"][0]["kept"] for who in (world.carlos, world.marina)] == [
        "Não são trinta?",
        None,
    ]


def test_passage_is_told_by_where_it_is_in_the_text_of_today(world: World):
    place = to_comment(world)
    commented(world, place)
    world.done(saving(world, place, "Atenciosamente."))
    (found,) = comments(world, place)
    assert found["span"]["end"] - found["span"]["start"] == len("vinte dias")
    problem(world.send(commenting(world, place, words="quarenta dias")), 409, "passage_not_found")
    problem(world.send(commenting(world, place, words="  ")), 409, "passage_empty")
    problem(world.send(commenting(world, place, visibility="everybody")), 400, "invalid_request")


def shared_with(world: World, place: tuple[str, str], who: Person) -> None:
    made = block(world, "signing", who.unit)
    world.done(putting(world, made, *place))
    world.done(Ask(world.ana, "POST", f"/blocks/{made}/sharing", {}))


def test_nobody_gets_by_any_route_a_comment_that_is_not_for_them(world: World):
    """Whatever can be read of the process and of the letter, by each of them, before and after it was signed."""
    place = to_comment(world)
    commented(world, place, visibility="own", text=SECRET)
    commented(world, place, visibility="unit", text=f"{SECRET} de sair")
    helena = world.person("helena.prado", "gab")

    def reads(who: Person, words: str) -> bool:
        process, letter = f"/processes/{place[0]}", document_path(place)
        of_process = ("history", "export", "documents", "comments", "drafts", "path")
        ways = [process, *(f"{process}/{one}" for one in of_process)]
        ways += [letter, *(f"{letter}/{one}" for one in ("passages", "versions", "references", "checks", "signatures"))]
        ways += [f"{letter}/versions/1", "/inbox", "/panel", "/signing-queue", "/follow-ups", "/favourites", "/trash"]
        return any(words in world.call(who, "GET", way).text for way in ways)

    def knowing() -> dict[str, tuple[bool, bool]]:
        people = world.ana, world.carlos, world.marina, helena
        return {who.login: (reads(who, f'"{SECRET}"'), reads(who, f"{SECRET} de sair")) for who in people}

    as_meant = {
        "ana.lima": (True, True),
        "carlos.moura": (False, True),
        "marina.costa": (False, False),
        "helena.prado": (False, False),
    }
    assert knowing() == as_meant
    shared_with(world, place, world.marina)
    assert knowing() == as_meant
    world.done(signing(world, place, world.marina))
    world.done(sending(world, place[0], "gab", keep_open=True))
    assert knowing() == as_meant


def test_comment_changes_neither_the_draft_nor_what_is_signed(world: World):
    place = to_comment(world)
    before = document(world, place)
    commented(world, place, text=SECRET)
    after = document(world, place)
    assert {**after, "actions": None} == {**before, "actions": None}
    world.done(signing(world, place))
    assert document(world, place)["digest"] == before["digest"]
    told = get(world, f"/processes/{place[0]}/history").text
    assert "coment" not in told.lower()


def test_signed_letter_seen_elsewhere_takes_no_comment_any_more(world: World):
    place = signed(world)
    document(world, place, world.marina)
    problem(world.send(commenting(world, place, words="Ofício")), 403, "document_frozen")
