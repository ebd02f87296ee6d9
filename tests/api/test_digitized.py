"""DOC-08 over HTTP: what Decreto 10.278/2020 asks of a digitized document goes in, and comes out with its term."""

import pytest

from chalicelib.api import replies
from tests.e2e.scene import DIGITIZED
from tests.world.builders import accepted, authenticating, document, filing
from tests.world.builders import digitized as paper
from tests.world.fixtures import forgiven  # noqa: F401
from tests.world.world import Ask, World

from .test_processes import fits, problem

pytestmark = pytest.mark.usefixtures("forgiven")


def digitized(world: World, place: tuple[str, str], **changes: object) -> Ask:
    ask = filing(world, place)
    about = {**DIGITIZED["digitization"], "on": ask.body["date"], **changes}
    return Ask(ask.who, ask.method, ask.path, {**ask.body, **DIGITIZED, "digitization": about})


def test_digitized_document_tells_its_data_and_how_long_it_is_kept(world: World):
    place = accepted(world)
    made = world.done(digitized(world, place))
    found = fits(replies.Document, document(world, (place[0], made["id"])))
    told = found["metadata"]["digitization"]
    assert (told["author"], told["for_archiving"]) == ("Cartório de Notas de Ubatuba", True)
    (kept,) = told["classes"]
    assert kept["code"] == "01.02.01"
    assert kept["retention"]["disposition"] in ("permanent", "disposal")
    assert found["digest"]


def test_digitized_document_without_its_data_or_its_check_is_refused(world: World):
    place = accepted(world)
    whole = digitized(world, place)
    for missing in ("digitization", "conformity_check"):
        body = {name: value for name, value in whole.body.items() if name != missing}
        reply = world.send(Ask(whole.who, whole.method, whole.path, body))
        problem(reply, 400, "invalid_request")
        assert [error["field"] for error in reply.json["errors"]] == [missing]
    reply = world.send(digitized(world, place, author="", genre="musical"))
    assert {error["field"] for error in reply.json["errors"]} == {"digitization.genre"}
    reply = world.send(digitized(world, place, author=""))
    assert [(error["field"], error["code"]) for error in reply.json["errors"]] == [
        ("digitization.author", "required")
    ]


def test_authenticated_document_shows_its_stamp_and_its_pen(world: World):
    """DOC-13, DOC-11."""
    place = paper(world)
    reply = world.send(authenticating(world, place))
    made = fits(replies.Authenticated, reply.json)
    found = fits(replies.Document, document(world, place))
    assert (reply.status, found["signatures"], found["pen"]) == (201, made["signatures"], "unseen")
    (stamp,) = found["stamps"]
    assert stamp.startswith("Documento autenticado eletronicamente por ")
    assert not found["actions"]["document.edit"]["allowed"]


def test_wrong_password_or_other_bytes_authenticate_nothing(world: World):
    ask = authenticating(world, paper(world))
    wrong = Ask(ask.who, ask.method, ask.path, {**ask.body, "password": "errada"})
    problem(world.send(wrong), 401, "wrong_password")
    other = Ask(ask.who, ask.method, ask.path, {**ask.body, "digest": "0" * 64})
    problem(world.send(other), 409, "document_changed")
