"""Anybody checks a printed document: DOC-14, DOC-15 and the slowing of who guesses (security.md §1.5)."""

from dataclasses import replace

import pytest

from chalicelib.application.authenticity.check import check_authenticity
from chalicelib.application.documents.cancel import cancel_document
from chalicelib.application.documents.pdf import render_document
from chalicelib.domain.document import Document, Pen
from chalicelib.domain.errors import NotFound, TooManyAttempts, Unavailable
from tests.application.documents.office import (
    RESTRICTED,
    again,
    draft_form,
    drafted,
    filed,
    saved,
    seen,
    signed,
)
from tests.application.under_way import CLERK, received, refused, restrict, started
from tests.application.under_way import RESTRICTED as RESTRICTED_PROCESS
from tests.fakes.outside import Outside

HOME = "200.144.10.7"


@pytest.fixture
def rendering(outside: Outside) -> None:
    class Typesetter:
        def pdf(self, process: str, document: str):
            return render_document(outside.ports, lambda model: b"%PDF", process, document)

    outside.renderer = Typesetter()


def check(outside: Outside, document: Document, crc: str | None = None, address: str = HOME):
    assert document.text is not None
    return check_authenticity(outside.ports, document.number, crc or document.text.crc, address)


def refused_pair(outside: Outside, document: Document, **how) -> None:
    with refused("authenticity_not_found", NotFound):
        check(outside, document, **how)


def letter(outside: Outside, form=None) -> Document:
    return signed(outside, drafted(outside, received(outside, keep_open=True), form=form))


@pytest.mark.usefixtures("rendering")
def test_both_codes_show_the_document_and_its_signatures(outside: Outside):
    document = letter(outside)
    found = check(outside, document)
    assert (found.document.id, found.open.allowed) == (document.id, True)
    assert "comunico" in str(found.html)
    assert found.link
    assert found.rendition is not None


@pytest.mark.usefixtures("rendering")
def test_codes_may_be_typed_as_people_type(outside: Outside):
    document = letter(outside)
    assert document.text is not None
    typed = f" {document.text.crc.lower()} "
    assert (
        check_authenticity(outside.ports, str(int(document.number)), typed, HOME).document.id == document.id
    )


@pytest.mark.usefixtures("rendering")
def test_checking_is_no_reading_by_another_unit(outside: Outside):
    document = letter(outside)
    check(outside, document)
    assert again(outside, document).pen is Pen.UNSEEN


def test_document_is_authentic_even_when_its_pdf_cannot_be_made_now(outside: Outside):
    class Away:
        def pdf(self, process: str, document: str):
            raise Unavailable("rendering_failed", "Não foi possível gerar o PDF agora.")

    outside.renderer = Away()
    found = check(outside, letter(outside))
    assert (found.open.allowed, found.html is not None, found.link) == (True, True, None)


# One answer for all that is not authentic


def test_wrong_pair_is_not_found(outside: Outside):
    document = letter(outside)
    refused_pair(outside, document, crc="00000000")
    refused_pair(outside, replace(document, number="0000099"))


def test_codes_of_two_documents_are_no_pair(outside: Outside):
    one, other = letter(outside), letter(outside)
    assert other.text is not None
    refused_pair(outside, one, crc=other.text.crc)


def test_draft_is_not_authentic(outside: Outside):
    refused_pair(outside, drafted(outside, started(outside)))


def test_document_edited_after_signing_is_not_authentic_by_either_code(outside: Outside):
    document = letter(outside)
    after = saved(outside, document, "outro texto")
    refused_pair(outside, document)
    refused_pair(outside, after)


def test_cancelled_document_is_not_authentic(outside: Outside):
    document = letter(outside)
    seen(outside, document)
    cancel_document(outside.ports, CLERK, outside.operation(), document.process, document.id, "Engano")
    refused_pair(outside, document)


def test_received_file_has_no_codes(outside: Outside):
    document = filed(outside, started(outside))
    with refused("authenticity_not_found", NotFound):
        check_authenticity(outside.ports, document.number, "F" * 8, HOME)


# PRO-08: existence is confirmed, the content never


def restricted_itself(outside: Outside) -> Document:
    return letter(outside, replace(draft_form(), metadata=RESTRICTED))


def restricted_process(outside: Outside) -> Document:
    return signed(outside, drafted(outside, started(outside, RESTRICTED_PROCESS)))


def contaminated(outside: Outside) -> Document:
    document = letter(outside)
    restrict(outside, document.process)
    return document


@pytest.mark.parametrize("made", [restricted_itself, restricted_process, contaminated])
def test_restricted_document_is_confirmed_and_its_content_never_shown(outside: Outside, made):
    found = check(outside, made(outside))
    assert (found.html, found.link, found.rendition) == (None, None, None)
    assert (found.open.allowed, found.open.code) == (False, "content_not_public")
    assert found.document.signatures


# Guessing


def test_network_that_guesses_waits_and_others_do_not(outside: Outside):
    document = contaminated(outside)
    for last in range(30):
        refused_pair(outside, document, crc="00000000", address=f"200.144.10.{last}")
    with pytest.raises(TooManyAttempts) as refusal:
        check(outside, document)
    assert refusal.value.retry_after == 15
    assert check(outside, document, address="187.1.2.3")
    outside.later(seconds=15)
    assert check(outside, document)


def test_right_codes_are_never_counted(outside: Outside):
    document = contaminated(outside)
    for _ in range(7):
        check(outside, document)
    assert outside.identity.counts == {}
