"""What is signed is frozen as bytes and read back from them: DOC-10, DOC-12, DOC-14, DOC-23."""

import json
from dataclasses import replace

import pytest

from chalicelib.application.documents.edit_metadata import edit_metadata
from chalicelib.application.documents.pdf import render_document
from chalicelib.application.references import DocumentKey
from chalicelib.domain.document import Document
from chalicelib.domain.errors import ContentAltered
from tests.application.under_way import CHIEF, CLERK, started
from tests.fakes.outside import Outside

from .office import again, drafted, read, saved, sign_form, signed
from .test_sign import sign


@pytest.fixture
def letter(outside: Outside) -> Document:
    return signed(outside, drafted(outside, started(outside)))


def rendered(outside: Outside, document: Document, made: list[str]):
    def typeset(model) -> bytes:
        made.append(model.title)
        return f"%PDF {model.title} {len(model.signatures)}".encode()

    return render_document(outside.ports, typeset, document.process, document.id)


def test_text_page_and_seal_are_locked_and_the_draft_is_not(outside: Outside):
    document = drafted(outside, started(outside))
    assert outside.contents.locked == set()
    document = signed(outside, document)
    assert document.frozen is not None
    assert outside.contents.locked == {document.frozen.key}
    held = json.loads(outside.contents.blobs[document.frozen.key])
    assert held["text"].encode() == outside.contents.blobs[document.text.key]
    assert held["page"] == read(outside, document).html
    assert held["seal"]["record"] == outside.memory.seals[-1].record


def test_each_signature_has_its_own_record_and_package(outside: Outside, letter: Document):
    second = signed(outside, letter, CHIEF)
    assert second.frozen != letter.frozen
    assert [made.record for made in second.signatures] == [seal.digest for seal in outside.memory.seals]
    records = [json.loads(seal.record) for seal in outside.memory.seals]
    assert [record["signer"]["id"] for record in records] == ["ana.lima", "carlos.moura"]


def test_record_takes_the_place_in_the_chain_that_its_entry_has(outside: Outside, letter: Document):
    entry = outside.memory.histories[letter.process][-1]
    record = json.loads(outside.memory.seals[-1].record)
    assert record["previous"] == entry.previous
    assert entry.fact.arguments()["record"] == letter.signatures[-1].record


def test_stored_text_that_is_not_the_one_read_is_not_signed(outside: Outside):
    document = drafted(outside, started(outside))
    form = sign_form(outside, document)
    outside.contents.blobs[document.text.key] += b" "
    with pytest.raises(ContentAltered):
        sign(outside, document, digest=form.digest)
    assert again(outside, document).signatures == ()
    assert outside.memory.seals == []


def test_package_changed_in_the_store_is_not_shown(outside: Outside, letter: Document):
    key = letter.frozen.key
    outside.contents.blobs[key] = outside.contents.blobs[key].replace(b"comunico", b"comunicO")
    with pytest.raises(ContentAltered):
        read(outside, letter)


def test_name_changed_after_the_signature_makes_no_other_pdf(outside: Outside, letter: Document):
    made: list[str] = []
    first = rendered(outside, letter, made)
    change = {"name_in_tree": "de outro nome"}
    edit_metadata(outside.ports, CLERK, outside.operation(), letter.process, letter.id, change)
    assert rendered(outside, again(outside, letter), made) == first
    assert len(made) == 1
    assert first.key in outside.contents.locked
    assert first.object_version


def test_pdf_made_late_shows_what_was_signed_and_not_what_the_city_became(outside: Outside, letter: Document):
    renamed = replace(again(outside, letter), metadata=replace(letter.metadata, name_in_tree="outro"))
    outside.memory.things[DocumentKey(letter.process, letter.id)] = renamed
    made: list[str] = []
    rendered(outside, renamed, made)
    assert made == [letter.title]


def test_edit_under_the_yellow_pen_drops_the_signature_and_keeps_what_it_signed(
    outside: Outside, letter: Document
):
    saved(outside, letter, "outro texto")
    after = again(outside, letter)
    assert (after.frozen, after.signatures) == (None, ())
    assert letter.frozen.key in outside.contents.locked
    assert len(outside.memory.seals) == 1


def test_key_seals_only_what_is_about_to_be_committed(outside: Outside):
    document = drafted(outside, started(outside))
    sign(outside, document)
    (message,) = outside.sealer.sealed
    assert message == f"iperoig-signature-1:{outside.memory.seals[-1].digest}".encode()
