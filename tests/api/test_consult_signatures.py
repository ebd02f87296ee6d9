"""The signatures of a document are consulted with what was signed and their records: DOC-16."""

import json
import urllib.request

from chalicelib.api import replies
from chalicelib.domain.sealing import preimage
from tests.world.builders import RESTRICTED, document, drafted, signed, signing, started
from tests.world.world import World
from verifier.seals import read_keys
from verifier.seals import signed as sealed

from .test_processes import fits, get, problem


def consult(world: World, place: tuple[str, str], who=None):
    return get(world, f"/processes/{place[0]}/documents/{place[1]}/signatures", who or world.ana)


def test_each_signature_comes_with_its_record_and_a_seal_that_holds(world: World):
    place = signed(world)
    world.done(signing(world, place, world.carlos))
    found = fits(replies.ConsultedSignatures, consult(world, place).json)
    keys = read_keys(get(world, "/public/keys", world.ana).json["items"])
    for item in found["items"]:
        record = item["record"]
        assert sealed(keys[record["kid"]], preimage(record["record"]), record["seal"])
        assert json.loads(record["record"])["signer"]["id"] == item["signer"]["id"]
    assert [item["signer"]["id"] for item in found["items"]] == ["ana.lima", "carlos.moura"]


def test_signed_content_is_downloaded_as_it_was_locked(world: World):
    place = signed(world)
    address = consult(world, place).json["signed_content"]["url"]
    assert "response-content-disposition=attachment" in address
    with urllib.request.urlopen(address) as answer:
        package = json.loads(answer.read())
    assert package["page"] == document(world, place)["html"]
    assert json.loads(package["text"])["type"] == "doc"


def test_draft_has_neither_signatures_nor_signed_content(world: World):
    assert consult(world, drafted(world)).json == {"items": [], "signed_content": None, "signed_file": None}


def test_who_may_not_read_the_document_learns_nothing_of_its_records(world: World):
    problem(
        consult(world, signed(world, started(world, **RESTRICTED)), world.marina), 403, "restricted_content"
    )
