"""Signatures and files over HTTP: DOC-08, DOC-10, DOC-11, DOC-16; the presigned POST is told in adapters/s3."""

import hashlib
from datetime import timedelta

import pytest

from chalicelib.api import replies
from tests.world.builders import (
    FILE,
    accepted,
    declaring,
    document,
    drafted,
    filed,
    filing,
    quarantined,
    received,
    saving,
    signed,
    signing,
    started,
)
from tests.world.fixtures import forgiven  # noqa: F401
from tests.world.world import Ask, World

from .test_documents import path, sentences
from .test_processes import fits, get, problem

pytestmark = pytest.mark.usefixtures("forgiven")


def changed(ask: Ask, **body: object) -> Ask:
    return Ask(ask.who, ask.method, ask.path, {**ask.body, **body}, headers=ask.headers)


# DOC-10


def test_signature_is_given_with_its_code(world: World):
    place = drafted(world)
    reply = world.send(signing(world, place))
    made = fits(replies.Signed, reply.json)
    found = document(world, place)
    assert (reply.status, made["crc"], made["signatures"]) == (201, found["crc"], found["signatures"])
    assert (found["state"], found["pen"], found["signature_count"]) == ("signed", "unseen", 1)
    assert sentences(world, place[0])[0].startswith("Assinado Documento")


def test_text_changed_between_view_and_signature_is_not_signed(world: World):
    place = drafted(world)
    ask = signing(world, place)
    world.done(saving(world, place, "Outro texto.", who=world.carlos))
    problem(world.send(ask), 409, "document_changed")
    assert document(world, place)["signatures"] == []


def test_wrong_password_signs_nothing_and_ten_of_them_wait(world: World):
    place = drafted(world)
    ask = signing(world, place)
    answers = [world.send(changed(ask, password="errada")) for _ in range(10)]
    assert [answer.status for answer in answers] == [401] * 5 + [429] * 5
    problem(answers[0], 401, "wrong_password")
    problem(answers[-1], 429, "too_many_attempts")
    assert int(answers[-1].headers["Retry-After"]) <= 15
    problem(world.send(ask), 429, "too_many_attempts")
    with world.clock.moved(timedelta(seconds=16)):
        assert world.send(ask).status == 201


def test_nobody_signs_twice(world: World):
    place = signed(world)
    problem(world.send(signing(world, place)), 409, "already_signed")


def test_same_key_signs_once(world: World):
    place = drafted(world)
    ask = signing(world, place)
    first, again = world.send(ask, "assinatura-1"), world.send(ask, "assinatura-1")
    assert (first.status, first.json) == (again.status, again.json)
    assert document(world, place)["signature_count"] == 1


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"password": ""}, "password"),
        ({"digest": "abc"}, "digest"),
        ({"digest": None}, "digest"),
        ({"role_title": "x"}, "role_title"),
        ({"role_title": "x" * 201}, "role_title"),
    ],
)
def test_wrong_field_is_named(world: World, body: dict[str, object], field: str):
    reply = world.send(changed(signing(world, drafted(world)), **body))
    problem(reply, 400, "invalid_request")
    assert [each["field"] for each in reply.json["errors"]] == [field]


def test_digest_may_come_in_capitals(world: World):
    ask = signing(world, drafted(world))
    assert world.send(changed(ask, digest=ask.body["digest"].upper())).status == 201


def test_black_pen_freezes_what_another_unit_read(world: World):
    place = signed(world, received(world, keep_open=True))
    ask = saving(world, place)
    assert document(world, place, world.marina)["pen"] == "seen"
    problem(world.send(ask), 403, "document_frozen")


# DOC-08


def test_file_is_declared_inspected_and_filed(world: World):
    process = started(world)
    reply = world.send(declaring(world.ana, process))
    opened = fits(replies.UploadStarted, reply.json)
    assert reply.status == 201
    status = f"/processes/{process}/uploads/{opened['id']}"
    assert fits(replies.UploadStatus, get(world, status).json)["state"] == "waiting"
    place = accepted(world, process)
    status = f"/processes/{process}/uploads/{place[1]}"
    assert get(world, status).json == {"id": place[1], "state": "accepted", "reason": None, "pages": 1}
    made = world.done(filing(world, place))
    found = fits(replies.Document, get(world, path((process, made["id"]))).json)
    assert (found["state"], found["digest"]) == ("filed", hashlib.sha256(FILE).hexdigest())
    assert (found["size"], found["media_type"], found["content"]) == (len(FILE), "application/pdf", None)


def test_file_waiting_for_inspection_is_not_filed(world: World):
    problem(world.send(filing(world, quarantined(world))), 409, "upload_waiting")


def test_file_of_another_unit_is_unknown(world: World):
    process = received(world, keep_open=True)
    place = accepted(world, process, world.marina)
    problem(world.send(filing(world, place)), 400, "invalid_request")
    problem(get(world, f"/processes/{process}/uploads/{place[1]}"), 404, "not_found")


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"file_name": "virus.exe"}, "file_name"),
        ({"file_name": "../a.pdf"}, "file_name"),
        ({"file_name": "a\n.pdf"}, "file_name"),
        ({"file_name": ""}, "file_name"),
        ({"size": 0}, "size"),
        ({"size": 5 * 1024**3 + 1}, "size"),
        ({"size": -1}, "size"),
        ({"sha256": "xyz"}, "sha256"),
        ({"media_type": "pdf"}, "media_type"),
        ({"media_type": "text/html\r\nx: y"}, "media_type"),
    ],
)
def test_file_known_to_be_refused_is_refused_before_a_byte_is_sent(
    world: World, body: dict[str, object], field: str
):
    reply = world.send(changed(declaring(world.ana, started(world)), **body))
    problem(reply, 400, "invalid_request")
    assert [each["field"] for each in reply.json["errors"]] == [field]


def test_file_is_linked_by_its_own_name(world: World):
    place = filed(world)
    link = fits(replies.FileLink, get(world, path(place, "file")).json)
    assert (link["file_name"], link["media_type"]) == ("Requerimento assinado.pdf", "application/pdf")


def test_text_has_no_file_and_file_no_pdf_nor_versions(world: World):
    problem(get(world, path(drafted(world), "file")), 409, "no_file")
    place = filed(world)
    problem(get(world, path(place, "pdf")), 409, "no_pdf")
    problem(get(world, path(place, "versions")), 403, "not_authored")
