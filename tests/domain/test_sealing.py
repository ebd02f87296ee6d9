"""The sealed record and the frozen package of a signature: DOC-10, DOC-14, issue 3 §4."""

import hashlib
import json
from dataclasses import replace
from datetime import date

import pytest

from chalicelib.domain import content as contents
from chalicelib.domain.content_page import page
from chalicelib.domain.digitization import Digitization
from chalicelib.domain.document import Metadata
from chalicelib.domain.document import seal as bind
from chalicelib.domain.errors import ContentAltered
from chalicelib.domain.frozen import is_current, pack, unpack
from chalicelib.domain.process import Named
from chalicelib.domain.rendition import Letterhead, RenderModel
from chalicelib.domain.sealing import Seal, authenticated_file, key_name, preimage, record, signed_text
from chalicelib.domain.signature import SignatureLevel
from chalicelib.domain.signature_stamp import Authenticity, SignatureStamp
from chalicelib.domain.version import Frozen, Rendition
from tests.fakes.city import START

from .content_examples import document as content_of
from .content_examples import paragraph, section
from .document_examples import signature, signed, uploaded
from .process_examples import started

CONTENT = contents.parse(content_of(section("body", paragraph("Certifico que é verdade: ção “x”."))))
TEXT = contents.canonical(CONTENT)
DIGEST = hashlib.sha256(TEXT).hexdigest()
STAMP = SignatureStamp("Ana Lima", "Agente de Protocolo", START, SignatureLevel.SIMPLE)
MODEL = RenderModel(
    content=CONTENT,
    title="Ofício 12/2026",
    document_number="0000123",
    process_nup="01101.000001/2026-26",
    created_at=START,
    author="Ana Lima",
    letterhead=Letterhead(("Prefeitura",), b"<svg/>", "image/svg+xml"),
    signatures=(STAMP,),
    authenticity=Authenticity("https://x/autenticidade", "https://x/?q", "0000123", contents.crc(TEXT)),
    founding_norm="Decreto nº 1",
)
SEAL = Seal("p1", "d1", '{"a":1}', "MEUCIQ==", "kid")


def sealed_record(**changes):
    document = signed()
    made = replace(document.signatures[0], **changes)
    return record(
        started(), document, made, signed_text(document, "c" * 64), agency="PMU", session="5" * 16, kid="k"
    )


def certified_record(**changes):
    what = authenticated_file(replace(PAPER, **changes))
    made = signature(digest="f" * 64)
    return record(started(), PAPER, made, what, agency="PMU", session="5" * 16, kid="k")


PAPER = uploaded(
    metadata=Metadata(
        dated=date(2019, 5, 2),
        format="digitized",
        conformity_check=Named("copia", "Cópia autenticada administrativamente"),
        digitization=Digitization("Maria", date(2026, 11, 23), "Protocolo", "Ana Lima"),
    )
)


def packed() -> bytes:
    return pack(MODEL, page(MODEL), SEAL)


def test_record_says_who_signed_what_as_what_how_and_where_in_the_chain():
    said = json.loads(sealed_record())
    assert set(said) == {
        *("format", "tenant", "agency", "process", "nup", "document", "number", "version", "content_sha256"),
        *("crc32", "page_sha256", "signer", "role_title", "unit", "method", "level", "factors", "session"),
        *("address", "at", "previous", "kid"),
    }
    assert said["signer"] == {"id": "ana.lima", "name": "Ana Lima"}
    assert (said["content_sha256"], said["page_sha256"]) == ("a" * 64, "c" * 64)
    assert said["previous"] == started().head
    assert (said["level"], said["method"], said["factors"]) == ("simple", "password", ["password"])


def test_record_of_an_authentication_says_what_file_and_what_the_body_answers_for():
    """DOC-13."""
    said = json.loads(certified_record())
    assert said["act"] == "authentication"
    assert (said["content_sha256"], said["previous"]) == ("f" * 64, started().head)
    assert said["file"] == {"name": "Requerimento.pdf", "media_type": "application/pdf", "size": 1024}
    assert (said["dated"], said["conformity_check"]["code"]) == ("2019-05-02", "copia")
    assert (said["digitization"]["author"], said["digitization"]["on"]) == ("Maria", "2026-11-23")
    assert "page_sha256" not in said
    assert "act" not in json.loads(sealed_record())


def test_whatever_the_body_answers_for_changes_what_the_key_signs():
    """DOC-13."""
    about = PAPER.metadata
    for change in (
        {"dated": None},
        {"conformity_check": None},
        {"digitization": replace(about.digitization, place="Arquivo")},
    ):
        changed = certified_record(metadata=replace(about, **change))
        assert preimage(changed) != preimage(certified_record())
    assert certified_record(metadata=replace(about, description="outra")) == certified_record()


def test_record_has_one_way_of_being_written():
    text = sealed_record()
    assert text == json.dumps(json.loads(text), sort_keys=True, separators=(",", ":"), ensure_ascii=False)


@pytest.mark.parametrize(
    "change",
    [
        {"role_title": "Outra"},
        {"address": "10.0.0.9"},
        {"level": SignatureLevel.ADVANCED},
        {"digest": "b" * 64},
    ],
)
def test_whatever_changes_in_the_record_changes_what_the_key_signs(change):
    assert preimage(sealed_record(**change)) != preimage(sealed_record())


def test_key_is_named_by_itself():
    assert key_name(b"key") == hashlib.sha256(b"key").hexdigest()[:32]
    assert key_name(b"key") != key_name(b"kez")


def test_signature_is_bound_to_its_record_and_the_document_to_its_bytes():
    locked = Frozen("t/x", "e" * 64, "v1")
    document, facts = bind(signed(), "d" * 64, "kid", locked)
    assert (document.signatures[-1].record, document.signatures[-1].kid, document.frozen) == (
        "d" * 64,
        "kid",
        locked,
    )
    assert facts[0].arguments()["record"] == "d" * 64


def test_package_gives_back_the_text_the_page_the_seal_and_the_model():
    data = packed()
    package = unpack(data, hashlib.sha256(data).hexdigest(), DIGEST)
    assert package.text.encode() == TEXT
    assert package.page == page(MODEL)
    assert (package.model, package.seal) == (MODEL, SEAL)


def test_package_changed_in_any_byte_is_not_served():
    data = packed()
    digest = hashlib.sha256(data).hexdigest()
    for place in range(len(data)):
        forged = data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :]
        with pytest.raises(ContentAltered):
            unpack(forged, digest, DIGEST)


def test_package_of_another_text_is_not_served():
    data = packed()
    with pytest.raises(ContentAltered):
        unpack(data, hashlib.sha256(data).hexdigest(), "0" * 64)


def test_pdf_of_a_signed_state_outlives_changes_of_registration():
    document, _ = bind(signed(), "d" * 64, "kid", Frozen("t/x", "e" * 64))
    made = Rendition("p1", "d1", document.revision, "k", "f" * 64, 9, START, frozen="e" * 64)
    assert is_current(made, replace(document, revision=document.revision + 5))
    assert not is_current(replace(made, frozen="0" * 64), document)
    assert not is_current(replace(made, frozen=""), document)


def test_pdf_of_a_draft_is_of_its_revision_only():
    draft = replace(signed(), signatures=(), frozen=None)
    made = Rendition("p1", "d1", draft.revision, "k", "f" * 64, 9, START)
    assert is_current(made, draft)
    assert not is_current(made, replace(draft, revision=draft.revision + 1))
