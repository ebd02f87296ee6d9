"""A PDF is checked by its digest alone, with the proof of each signature: DOC-15, DOC-16 (security.md §3)."""

import base64
import hashlib
import json

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import load_der_public_key

from chalicelib.api import replies
from tests.world.builders import RESTRICTED, document, process_form, rendered, saving, signed, signing
from tests.world.fixtures import forgiven  # noqa: F401
from tests.world.world import NOBODY, Ask, Reply, World

from .test_processes import fits, get, problem

pytestmark = pytest.mark.usefixtures("forgiven")


def check(world: World, digest: str) -> Reply:
    return get(world, f"/public/files/{digest}", NOBODY)


def test_file_shows_its_document_signers_levels_and_proofs(world: World):
    place = signed(world)
    pdf = rendered(world, place)
    shown = fits(replies.Authenticity, check(world, hashlib.sha256(pdf).hexdigest()).json)
    found = document(world, place)
    assert (shown["document"]["number"], shown["file"], shown["content_available"]) == (
        found["number"],
        "current",
        True,
    )
    assert shown["html"] == found["html"]
    assert [(made["level"], made["method"]) for made in shown["signatures"]] == [("simple", "password")]
    assert shown["pdf_digest"] == hashlib.sha256(pdf).hexdigest()


def test_proof_holds_with_the_published_key_and_the_chain(world: World):
    process, letter = signed(world)
    digest = hashlib.sha256(rendered(world, (process, letter))).hexdigest()
    (made,) = check(world, digest).json["signatures"]
    proof = made["proof"]
    (key,) = [key for key in get(world, "/public/keys", NOBODY).json["items"] if key["kid"] == proof["kid"]]
    public = load_der_public_key(base64.b64decode(key["spki"]))
    assert isinstance(public, ec.EllipticCurvePublicKey)
    message = f"iperoig-signature-1:{proof['record']}".encode()
    public.verify(base64.b64decode(proof["seal"]), message, ec.ECDSA(SHA256()))
    entry = world.history(process)[proof["entry"] - 1]
    assert (entry.hash, entry.fact.arguments()["record"]) == (proof["entry_hash"], proof["record"])


def test_address_and_session_of_the_signer_are_never_told(world: World):
    place = signed(world)
    answer = check(world, hashlib.sha256(rendered(world, place)).hexdigest()).json
    export = world.done(Ask(world.ana, "GET", f"/processes/{place[0]}/export"))
    record = json.loads(export["seals"][0]["record"])
    told = json.dumps({**answer, "pdf": None, "html": None})
    assert record["session"] not in told
    assert "address" not in told


def test_file_of_before_a_later_signature_is_recognised_as_such(world: World):
    place = signed(world)
    earlier = rendered(world, place)
    world.done(signing(world, place, world.carlos))
    rendered(world, place)
    shown = check(world, hashlib.sha256(earlier).hexdigest()).json
    assert (shown["file"], len(shown["signatures"])) == ("earlier", 2)


def test_restricted_file_is_confirmed_and_its_content_never_shown(world: World):
    process = str(world.done(Ask(world.ana, "POST", "/processes", process_form(**RESTRICTED)))["id"])
    place = signed(world, process)
    shown = check(world, hashlib.sha256(rendered(world, place)).hexdigest()).json
    assert (shown["html"], shown["pdf"], shown["content_available"]) == (None, None, False)
    assert shown["signatures"][0]["proof"]["seal"]


def test_file_with_another_byte_and_file_whose_signature_was_dropped_have_one_answer(world: World):
    place = signed(world)
    pdf = rendered(world, place)
    world.done(saving(world, place, "Indefiro."))
    answers = [check(world, hashlib.sha256(data).hexdigest()) for data in (pdf, pdf + b" ", b"outro")]
    for answer in answers:
        problem(answer, 404, "file_not_recognised")
    assert len({answer.json["detail"] for answer in answers}) == 1


def test_network_that_tries_files_waits(world: World):
    for turn in range(30):
        problem(check(world, f"{turn:064x}"), 404, "file_not_recognised")
    assert int(problem_of_waiting(check(world, "0" * 64)).headers["Retry-After"]) >= 1


def problem_of_waiting(reply: Reply) -> Reply:
    problem(reply, 429, "too_many_attempts")
    return reply


@pytest.mark.parametrize("digest", ["0" * 63, "g" * 64, "0" * 65, "nada"])
def test_what_is_no_digest_is_refused(world: World, digest: str):
    problem(check(world, digest), 400, "invalid_request")
