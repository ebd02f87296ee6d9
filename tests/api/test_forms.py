"""DOC-07 through HTTP: a form is included, filled in, versioned, signed and printed as any document."""

from typing import Any

from chalicelib.api import replies
from tests.api.test_processes import fits
from tests.world.builders import document, drafted, signing
from tests.world.scenarios.authoring import COMPLETE, REQUEST, answering, form_drafted
from tests.world.world import Ask, World

Place = tuple[str, str]


def filled(world: World, place: Place) -> Any:
    path = f"/processes/{place[0]}/documents/{place[1]}/answers"
    return fits(replies.FilledForm, world.call(world.ana, "GET", path).json)


def test_form_is_filled_in_and_reads_as_a_table_with_its_number(world: World):
    place = form_drafted(world)
    before = filled(world, place)
    assert [field["kind"] for field in before["fields"]][:3] == ["note", "list", "text"]
    world.done(answering(world, place))
    found = document(world, place)
    assert "SOLICITAÇÃO DE PODA" in found["html"]
    assert "Rua Guarani, 100" in found["html"]
    assert filled(world, place)["answers"] == {
        **{field["id"]: [] for field in before["fields"] if field["kind"] != "note"},
        **COMPLETE,
    }


def test_every_wrong_answer_is_told_by_its_field(world: World):
    wrong = {**COMPLETE, "quantidade": ["0"], "servico": ["Corte"]}
    reply = world.send(answering(world, form_drafted(world), wrong))
    assert reply.status == 400
    assert {error["field"] for error in reply.json["errors"]} == {"answers.quantidade", "answers.servico"}


def test_form_without_a_mandatory_answer_is_kept_but_not_signed(world: World):
    place = form_drafted(world)
    world.done(answering(world, place, REQUEST))
    refused = world.send(signing(world, place))
    assert (refused.status, refused.json["code"]) == (409, "form_incomplete")
    world.done(answering(world, place, revision=2))
    world.done(signing(world, place))
    assert document(world, place)["state"] == "signed"


def test_answers_over_somebody_elses_are_refused_and_an_older_version_comes_back_whole(world: World):
    place = form_drafted(world)
    world.done(answering(world, place))
    again = world.send(answering(world, place, REQUEST))
    assert (again.status, again.json["code"]) == (412, "draft_changed")
    path = f"/processes/{place[0]}/documents/{place[1]}/versions/1/restoration"
    world.done(Ask(world.ana, "POST", path))
    assert filled(world, place)["answers"]["bairro"] == []
    refused = world.send(signing(world, place))
    assert refused.json["code"] == "form_incomplete"


def test_text_of_a_form_is_not_written_and_a_letter_has_no_answers(world: World):
    letter = drafted(world)
    reply = world.send(answering(world, letter))
    assert (reply.status, reply.json["code"]) == (409, "not_a_form")
    place = form_drafted(world)
    found = document(world, place)
    answer = found["content"]["content"][2]["content"][0]["content"][1]["attrs"]
    assert answer["field"] == "servico"
    answer["shown"] = ["Remoção"]
    body = {"content": found["content"]}
    path = f"/processes/{place[0]}/documents/{place[1]}/content"
    refused = world.send(Ask(world.ana, "PUT", path, body, headers={"If_Match": '"1"'}))
    assert (refused.status, refused.json["code"]) == (409, "locked_section_changed")
