"""What a unit keeps, in many hands at once: standard texts, favourites and deadlines (DOC-06, PRO-22, TRA-11)."""

import uuid

from tests.races.crowd import FEWER, THREADS, crowd, one_winner, together
from tests.world.builders import drafted, started
from tests.world.scenarios.authoring import standard_text, text_form
from tests.world.world import Ask, Person, World


def kept_of(world: World, who: Person, path: str) -> list:
    return list(world.done(Ask(who, "GET", path))["items"])


def test_text_changed_and_taken_out_of_use_at_once_is_one_or_the_other(world: World):
    """DOC-06: what one did is never undone by the other without their knowing."""
    for _ in range(FEWER):
        text = standard_text(world)
        path = f"/standard-texts/{text}"
        forms = [text_form(name="Fecho novo"), text_form(active=False)] * (THREADS // 2)
        asks = [Ask(world.ana, "PUT", path, form, headers={"If_Match": '"1"'}) for form in forms]
        replies = together([lambda ask=ask: world.send(ask, uuid.uuid4().hex) for ask in asks])
        one_winner(replies, "text_changed", "process_changed")
        won = next(n for n, reply in enumerate(replies) if reply.status < 300)
        found = world.done(Ask(world.ana, "GET", path))
        assert (found["name"], found["active"], found["revision"]) == (
            forms[won]["name"],
            forms[won].get("active", True),
            2,
        )


def test_text_created_twice_by_one_button_is_one_text(world: World):
    """DOC-06: the same request in two windows."""
    name = f"Fecho {uuid.uuid4().hex[:8]}"
    ask = Ask(world.ana, "POST", "/standard-texts", text_form(name=name))
    replies = crowd(world, ask, uuid.uuid4().hex)
    assert {reply.status for reply in replies} == {201}, [reply.text for reply in replies]
    assert len({reply.json["id"] for reply in replies}) == 1
    assert [one["name"] for one in kept_of(world, world.ana, "/standard-texts")].count(name) == 1


def test_favourite_kept_by_many_is_kept_once(world: World):
    """PRO-22: it is the unit's, whoever kept it; the group of the last one to write stays whole."""
    for _ in range(FEWER):
        process, document = drafted(world)
        body = {"process": process, "document": document}
        asks = [Ask(world.ana, "PUT", "/favourites", {**body, "group": f"Modelos {n % 3}"}) for n in range(12)]
        replies = together([lambda ask=ask: world.send(ask, uuid.uuid4().hex) for ask in asks])
        assert {reply.status for reply in replies} <= {200, 409}, [reply.text for reply in replies]
        (found,) = [one for one in kept_of(world, world.ana, "/favourites") if one["process"] == process]
        done = {asks[n].body["group"] for n, reply in enumerate(replies) if reply.status == 200}
        assert found["group"] in done


def test_favourite_taken_away_by_many_is_taken_away_once(world: World):
    """PRO-22: the others find none any more."""
    for _ in range(FEWER):
        process = started(world)
        world.done(Ask(world.ana, "PUT", "/favourites", {"process": process}))
        replies = crowd(world, Ask(world.ana, "DELETE", f"/favourites/{process}"))
        said = [(reply.status, reply.json and reply.json["code"]) for reply in replies]
        assert said.count((204, None)) == 1
        assert set(said) <= {(204, None), (404, "not_found"), (409, "process_changed")}


def test_favourite_kept_again_while_it_is_taken_away_is_there_or_not_as_both_were_told(world: World):
    """PRO-22."""
    for _ in range(FEWER):
        process = started(world)
        keep = Ask(world.ana, "PUT", "/favourites", {"process": process, "group": "Outro"})
        world.done(Ask(world.ana, "PUT", "/favourites", {"process": process}))
        acts = [keep, Ask(world.ana, "DELETE", f"/favourites/{process}")]
        kept, gone = together([lambda ask=ask: world.send(ask) for ask in acts])
        assert (kept.status, gone.status) in ((200, 204), (200, 409), (409, 204)), (kept.text, gone.text)
        found = [one for one in kept_of(world, world.ana, "/favourites") if one["process"] == process]
        assert len(found) <= 1
        assert found == [] or found[0]["group"] == "Outro"
        assert found or gone.status == 204


def removed_deadline(world: World) -> tuple[str, str]:
    """A process whose deadline its clerk has just taken away; -> it, and the address of the deadline."""
    process = started(world)
    path = f"/processes/{process}/deadline"
    world.done(Ask(world.ana, "PUT", path, {"days": 5, "business": True}))
    world.done(Ask(world.ana, "DELETE", path))
    return process, path


def deadline_of(world: World, process: str) -> dict:
    return dict(world.done(Ask(world.ana, "GET", f"/processes/{process}/desk"))["desk"]["deadline"])


def test_deadline_taken_back_by_one_button_many_times_comes_back_once(world: World):
    """TRA-11: the others find no change any more, and the history says it once."""
    for _ in range(FEWER):
        process, path = removed_deadline(world)
        replies = crowd(world, Ask(world.ana, "POST", f"{path}/undoing", {}))
        said = [(reply.status, reply.status >= 300 and reply.json["code"]) for reply in replies]
        assert sum(status < 300 for status, _ in said) == 1, said
        refused = {one for one in said if one[0] >= 300}
        assert refused <= {(404, "deadline_change_not_found"), (409, "process_changed")}
        assert deadline_of(world, process)


def test_deadline_that_a_colleague_sets_meanwhile_is_never_taken_back(world: World):
    """TRA-11: whichever came first, it is the colleague's that stands."""
    for turn in range(FEWER):
        process, path = removed_deadline(world)
        acts = [
            Ask(world.ana, "POST", f"{path}/undoing", {}),
            Ask(world.carlos, "PUT", path, {"days": 9, "business": True}),
        ]
        replies = together([lambda ask=ask: world.send(ask) for ask in acts[:: 1 if turn % 2 else -1]])
        taken, kept = replies if turn % 2 else replies[::-1]
        assert kept.status == 200, kept.text
        assert taken.status < 300 or taken.json["code"] in ("deadline_of_another", "process_changed"), taken.text
        alone = started(world)
        world.done(Ask(world.carlos, "PUT", f"/processes/{alone}/deadline", acts[1].body))
        assert deadline_of(world, process)["due"] == deadline_of(world, alone)["due"]
