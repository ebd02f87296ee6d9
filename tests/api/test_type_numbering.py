"""Ajustar a numeração: the administration's, told with who and why, and the next document follows it (DOC-02)."""

from tests.world.builders import document, drafted, started
from tests.world.scenarios.authoring import adjusting, counting
from tests.world.world import Ask, World

PATH = "/document-types/oficio/numbering"


def number_of_next_letter(world: World, unit: str) -> str:
    clerk = counting(world, unit)
    place = drafted(world, started(world, clerk), clerk)
    return str(document(world, place, clerk)["type_number"])


def test_next_letter_takes_the_number_that_was_set(world: World):
    assert world.done(adjusting(world, 41, "pgm-adm")) == {"last": 40, "next": 41}
    assert number_of_next_letter(world, "pgm-adm").startswith("41/")
    found = world.done(Ask(counting(world, "pgm-adm"), "GET", f"{PATH}?unit=pgm-adm"))
    assert (found["last"], found["next"], found["lowest"]) == (41, 42, 42)
    assert found["adjustments"][0]["reason"] == "Continuação do livro de 2026"
    refused = world.send(adjusting(world, 41, "pgm-adm"))
    assert (refused.status, refused.json["code"]) == (409, "number_taken")


def test_sequence_put_back_to_its_beginning_goes_on_numbering(world: World):
    for following in (300, 1):
        world.done(adjusting(world, following, "pgm-fis"))
    assert number_of_next_letter(world, "pgm-fis").startswith("1/")
    assert number_of_next_letter(world, "pgm-fis").startswith("2/")


def test_clerk_does_not_adjust_and_wrong_sequences_are_told(world: World):
    assert world.send(adjusting(world, 900).by(world.ana)).json["code"] == "profile_required"
    for path, code in (
        (PATH, "invalid_request"),
        (f"{PATH}?unit=ipmu", "invalid_request"),
        ("/document-types/nada/numbering", "type_not_found"),
        ("/document-types/anexo/numbering", "type_without_number"),
    ):
        assert world.send(Ask(counting(world), "GET", path)).json["code"] == code
