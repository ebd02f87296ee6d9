"""Signing the exact text one read: DOC-10, DOC-11, and DOC-04's place for signatures."""

from chalicelib.domain.document import DocumentState, sign
from chalicelib.domain.errors import Conflict, Refused
from tests.fakes.city import ANA, CARLOS

from .document_examples import draft, signature, signed, text, uploaded
from .process_examples import refused


def test_signed_document_remembers_who_as_what_when_and_over_which_bytes():
    document, facts = sign(draft(), signature())
    assert (document.state, document.signatures) == (DocumentState.SIGNED, (signature(),))
    assert [(fact.number, fact.sentence()) for fact in facts] == [
        (5, "Assinado Documento 0000123 (Ofício 12/2026) por ana.lima")
    ]
    assert facts[0].arguments()["digest"] == "a" * 64


def test_two_people_sign_the_same_text_in_order():
    document, facts = sign(signed(), signature(CARLOS, hours=2))
    assert [made.signer for made in document.signatures] == [ANA, CARLOS]
    assert facts[0].sentence().endswith("por carlos.moura")


def test_nobody_signs_twice():
    with refused("already_signed", Refused):
        sign(signed(), signature(hours=2))


def test_text_changed_between_reading_and_signing_is_not_signed():
    with refused("document_changed", Conflict):
        sign(draft(text=text("b")), signature(digest="a" * 64))


def test_changed_text_is_told_before_that_one_has_already_signed():
    with refused("document_changed", Conflict):
        sign(signed(), signature(digest="b" * 64))


def test_model_without_a_place_for_signatures_is_not_signed():
    with refused("no_place_for_signature", Refused):
        sign(draft(text=text(signable=False)), signature())


def test_received_file_is_not_signed():
    with refused("document_changed", Conflict):
        sign(uploaded(), signature(digest="f" * 64))


def test_signing_moves_the_revision_so_that_an_older_draft_cannot_be_saved_over_it():
    assert signed().revision == draft().revision + 1
