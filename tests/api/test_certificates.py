"""Signing by certificate over HTTP: DOC-10, DOC-15, DOC-16."""

import json
import urllib.request

import pytest

from chalicelib.adapters.dynamodb import catalogues
from chalicelib.api import replies
from infra.local.seed import tenant_row
from tests.world.builders import drafted, rendered
from tests.world.certifying import beginning, certified, ending
from tests.world.installed import city
from tests.world.signing import TAXPAYERS
from tests.world.world import NOBODY, Ask, World
from verifier import chain
from verifier.seals import check_seals

from .test_processes import fits, get, problem


def test_what_the_key_signs_is_told_and_then_the_document_is_signed(world: World):
    place = drafted(world)
    ask = beginning(world, place)
    ready = fits(replies.PreparedSignature, world.done(ask))
    assert ready["expires_at"].endswith("Z")
    reply = world.send(ending(world, place))
    made = fits(replies.Signed, reply.json)
    assert reply.status == 201
    assert [(one["method"], one["level"]) for one in made["signatures"]] == [("certificate", "qualified")]
    assert TAXPAYERS["ana.lima"] not in reply.text


def test_file_with_the_signature_inside_is_downloaded_and_anybody_checks_it(world: World):
    place = certified(world)
    rendered(world, place)
    found = fits(
        replies.ConsultedSignatures,
        get(world, f"/processes/{place[0]}/documents/{place[1]}/signatures", world.ana).json,
    )
    with urllib.request.urlopen(found["signed_file"]["url"]) as answer:
        data = answer.read()
    digest = json.loads(found["items"][0]["record"]["record"])["certificate"]["pdf_sha256"]
    checked = fits(replies.Authenticity, world.send(Ask(NOBODY, "GET", f"/public/files/{digest}")).json)
    assert checked["file"] == "current"
    (made,) = checked["signatures"]
    assert (made["level"], made["certificate"]["issuer"]) == ("qualified", "AC de Papel")
    with urllib.request.urlopen(checked["signed_pdf"]) as answer:
        assert answer.read() == data
    assert TAXPAYERS["ana.lima"] not in json.dumps(checked)


def test_export_with_a_signature_by_certificate_passes_the_offline_verifier(world: World):
    place = certified(world)
    export = get(world, f"/processes/{place[0]}/export", world.ana).json
    chain.check(export)
    assert check_seals(export) == 1


def test_what_is_no_certificate_or_no_signature_is_refused(world: World):
    place = drafted(world)
    ask = beginning(world, place)
    wrong = Ask(ask.who, ask.method, ask.path, {**ask.body, "chain": ["AAAA"]})
    problem(world.send(wrong), 409, "certificate_not_trusted")
    empty = Ask(ask.who, ask.method, ask.path, {**ask.body, "chain": []})
    problem(world.send(empty), 400, "invalid_request")
    ended = ending(world, place)
    other = Ask(ended.who, ended.method, ended.path, {"signature": "AAAA"})
    problem(world.send(other), 409, "signature_of_another_key")


@pytest.fixture
def trusting(world: World):
    """The city believes an authority, for the length of the test."""
    card = tenant_row(city())
    believing = {**card, "certificate_authorities": ["AAAA"]}
    catalogues.load(world.tenant, "tenant", {world.tenant: {**believing, "id": world.tenant}})
    yield
    catalogues.load(world.tenant, "tenant", {world.tenant: {**card, "id": world.tenant}})


def test_dialog_knows_how_one_may_sign_here(world: World, request: pytest.FixtureRequest):
    only = get(world, "/me", world.ana).json["signing_methods"]
    assert only == [{"method": "password", "level": "simple"}]
    request.getfixturevalue("trusting")
    assert get(world, "/me", world.ana).json["signing_methods"] == [
        *only,
        {"method": "certificate", "level": "qualified"},
    ]
