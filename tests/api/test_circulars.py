"""A circular: one document for each addressee, in a block, signed and sent to each alone (DOC-19, DOC-09)."""

from tests.api.test_copies import Rendering
from tests.api.test_correspondence import Post, carried
from tests.world.builders import RESTRICTED, document, drafted, saving, signing, started
from tests.world.jobs import worked
from tests.world.scenarios.authoring import merging
from tests.world.scenarios.blocks import block
from tests.world.scenarios.circulars import circulating, contact, mailing_block
from tests.world.world import Ask, World


def results(world: World, job: str) -> list[tuple[str, str]]:
    worked(world, world.ana, job, Rendering(world))
    return [(item["state"], item["message"]) for item in world.done(Ask(world.ana, "GET", f"/jobs/{job}"))["items"]]


def in_block(world: World, made: str) -> list[dict]:
    return list(world.done(Ask(world.ana, "GET", f"/blocks/{made}"))["items"])


def test_each_addressee_gets_a_letter_of_their_own_in_the_block(world: World):
    eva, caio = contact(world, "Eva Prado", "eva@example.com"), contact(world, "Caio Reis")
    place = drafted(world, started(world, **RESTRICTED), access_level="restricted", legal_basis="informacao-pessoal")
    world.done(saving(world, place, "Prezado(a) {{Destinatário}},"))
    base = document(world, place)
    into = block(world)
    found = results(world, world.done(circulating(world, place, eva, caio, into=into))["job"])
    assert [state for state, _ in found] == ["done", "done"]
    assert all(message.endswith("Está no bloco.") for _, message in found)
    made = [document(world, (place[0], item["document"])) for item in in_block(world, into)]
    assert [each["metadata"]["addressees"][0]["name"] for each in made] == ["Eva Prado", "Caio Reis"]
    for each, name in zip(made, ("Eva Prado", "Caio Reis"), strict=True):
        assert f"Prezado(a) {name}," in each["html"]
        assert each["number"] != base["number"]
        assert each["type_number"] != base["type_number"]
        assert (each["state"], each["access_level"]) == ("draft", "restricted")
    assert document(world, place)["digest"] == base["digest"], "the letter itself stays as it was"


def test_what_is_no_letter_for_many_is_refused_in_words(world: World):
    eva, opinion = contact(world), drafted(world, type="parecer")
    refused = world.send(circulating(world, opinion, eva))
    assert refused.status == 409, refused.text
    assert refused.json["code"] == "type_without_addressees"
    letter = drafted(world)
    for ask, code in (
        (circulating(world, letter), "required"),
        (circulating(world, letter, "00000000000000000000000000"), "contact_unknown"),
        (circulating(world, letter, eva, into="00000000000000000000000000"), "block_unknown"),
        (circulating(world, letter, eva, into=block(world, "meeting")), "block_of_processes"),
    ):
        answer = world.send(ask)
        assert (answer.status, answer.json["errors"][0]["code"]) == (400, code)


def test_signed_letters_of_a_block_go_to_their_own_addressees_and_the_others_say_why_not(world: World):
    eva, caio = contact(world, "Eva", "eva@example.com"), contact(world, "Caio")
    into, process = block(world), started(world)
    written = [drafted(world, process, addressees=[whom]) for whom in (eva, caio, eva)]
    for place in written:
        world.done(Ask(world.ana, "POST", f"/blocks/{into}/items", {"process": process, "document": place[1]}))
    for place in written[:2]:
        world.done(signing(world, place))
    found = results(world, world.done(mailing_block(world, into))["job"])
    assert [state for state, _ in found] == ["done", "left_out", "left_out"]
    assert found[0][1].startswith("Enviado a eva@example.com: documento ")
    assert found[1][1] == "O documento não tem destinatário com e-mail no cadastro de contatos."
    assert found[2][1] == "Ainda é minuta: assine antes de enviar."
    post = Post()
    assert carried(world, process, post) == 1
    ((mail, files),) = post.carried
    assert (mail.to, mail.subject, [each.document for each in mail.attachments]) == (
        ("eva@example.com",),
        "Convite",
        [written[0][1]],
    )
    assert files[0].startswith(b"%PDF")


def test_letters_into_many_processes_go_at_once_into_a_block(world: World):
    """DOC-09."""
    first, second, into = started(world), started(world), block(world)
    ask = merging(world, first, second)
    ask.body["block"] = into
    found = results(world, world.done(ask)["job"])
    assert all(message.endswith("Está no bloco.") for _, message in found)
    assert [item["process"] for item in in_block(world, into)] == [first, second]


def test_a_block_that_cannot_take_them_all_is_refused_before_anything_is_written(world: World):
    """DOC-09."""
    ask = merging(world, started(world))
    for into, code in ((block(world, "meeting"), "block_of_processes"), ("0" * 26, "block_unknown")):
        ask.body["block"] = into
        answer = world.send(Ask(world.ana, "POST", "/mail-merges/check", ask.body))
        assert (answer.status, answer.json["errors"][0]["code"]) == (400, code)


def test_a_block_shared_meanwhile_takes_no_letter_and_the_row_says_so(world: World):
    """DOC-09."""
    process, into = started(world), block(world)
    held = drafted(world)
    world.done(Ask(world.ana, "POST", f"/blocks/{into}/items", {"process": held[0], "document": held[1]}))
    ask = merging(world, process)
    ask.body["block"] = into
    job = world.done(ask)["job"]
    world.done(Ask(world.ana, "POST", f"/blocks/{into}/sharing", {}))
    ((state, message),) = results(world, job)
    assert (state, message.startswith("O bloco")) == ("failed", True)
    assert world.done(Ask(world.ana, "GET", f"/processes/{process}/documents"))["items"] == []
