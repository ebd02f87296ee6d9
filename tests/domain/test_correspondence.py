"""Electronic mail of a process (DOC-22)."""

from dataclasses import replace

import pytest

from chalicelib.domain import correspondence, filing
from chalicelib.domain.access import AccessLevel
from chalicelib.domain.content import plain_text
from chalicelib.domain.correspondence import Letter
from chalicelib.domain.document import DocumentState, Kind
from chalicelib.domain.errors import InvalidRequest
from chalicelib.domain.mail import MEGABYTE, Attachment, MailState
from chalicelib.domain.upload import Upload, UploadState

from .document_examples import RESTRICTED, draft, signed, uploaded
from .process_examples import PROTOCOL_CLERK, after, refused, sentences, started

LETTER = Letter(
    "prot@ubatuba.example",
    ("eva@example.com",),
    ("caio@example.com",),
    ("oculta@example.com",),
    "Poda autorizada",
    "Prezada,\n\nA poda foi autorizada.",
)
MAILBOXES = ("prot@ubatuba.example",)


def invalid(letter: Letter) -> list[tuple[str, str]]:
    with pytest.raises(InvalidRequest) as refusal:
        correspondence.check_letter(letter, MAILBOXES)
    return [(each.field, each.code) for each in refusal.value.errors]


def test_letter_leaves_only_from_a_mailbox_of_the_unit():
    correspondence.check_letter(LETTER, MAILBOXES)
    assert invalid(replace(LETTER, sender="gab@ubatuba.example")) == [("sender", "mailbox_unknown")]
    with refused("unit_without_mailbox"):
        correspondence.check_letter(LETTER, ())


def test_letter_without_subject_text_or_good_addresses_is_refused_field_by_field():
    assert invalid(replace(LETTER, subject=" ")) == [("subject", "required")]
    assert invalid(replace(LETTER, text="\n")) == [("text", "required")]
    assert invalid(replace(LETTER, subject="a" * 201)) == [("subject", "too_long")]
    assert invalid(replace(LETTER, blind=("ok@example.com", "sem arroba"))) == [("blind.1", "address_invalid")]
    assert invalid(replace(LETTER, to=(), copies=(), blind=())) == [("to", "required")]


def test_drafts_and_what_is_cancelled_are_not_attached():
    for document in (signed(), uploaded()):
        correspondence.check_attachable(document)
    with refused("draft_not_attached"):
        correspondence.check_attachable(draft())
    with refused("document_cancelled"):
        correspondence.check_attachable(signed(state=DocumentState.CANCELLED))


def test_what_mail_servers_do_not_take_is_refused_before_anything_is_sent():
    half = Attachment("a.pdf", "application/pdf", MEGABYTE, "k")
    correspondence.check_weight([half, half], 2)
    with refused("attachments_too_large"):
        correspondence.check_weight([half, half, replace(half, size=1)], 2)
    with refused("too_many_attachments"):
        correspondence.check_weight([replace(half, size=1)] * 31, 2)


def test_file_from_the_computer_goes_only_after_it_was_examined_and_from_the_unit_that_sent_it():
    unit = PROTOCOL_CLERK.unit.id
    sent = Upload("u", "p", unit, "ana", "Planta.pdf", "application/pdf", 9, "d" * 64, after(0), content_key="k")
    accepted = replace(sent, state=UploadState.ACCEPTED)
    assert correspondence.attached_file(accepted, PROTOCOL_CLERK) == Attachment(
        "Planta.pdf", "application/pdf", 9, "k", upload="u"
    )
    for upload, code in (
        (None, "file_unknown"),
        (replace(accepted, unit="outra"), "file_unknown"),
        (sent, "file_not_ready"),
        (replace(sent, state=UploadState.REFUSED), "file_refused"),
        (replace(sent, state=UploadState.FILED), "file_filed"),
    ):
        with pytest.raises(InvalidRequest) as refusal:
            correspondence.attached_file(upload, PROTOCOL_CLERK)
        assert [(each.field, each.code) for each in refusal.value.errors] == [("files", code)]


def test_email_is_a_document_that_is_neither_written_nor_signed_and_as_restricted_as_what_it_carries():
    restricted = uploaded(metadata=RESTRICTED)
    made = correspondence.email_document(
        started(), PROTOCOL_CLERK, ("00001-m", "0000500"), LETTER, [uploaded(), restricted], after(1)
    )
    assert (made.kind, made.state, made.title) == (Kind.MAILED, DocumentState.FILED, "E-mail")
    assert (made.metadata.level, made.metadata.legal_basis) == (AccessLevel.RESTRICTED, RESTRICTED.legal_basis)
    assert made.metadata.description == "Poda autorizada"
    change = filing.include(started(), PROTOCOL_CLERK, made, after(1))
    assert [sentence for _, sentence in sentences(change)][:1] == [
        "Envio de correspondência eletrônica 0000500 (E-mail)"
    ]


def test_page_tells_everything_but_the_hidden_addressees():
    page = correspondence.email_page(LETTER, "27/11/2026 às 10:00", ["Ofício 1.pdf"])
    text = plain_text(page)
    assert "De: prot@ubatuba.example" in text
    assert "Para: eva@example.com" in text
    assert "Cópia: caio@example.com" in text
    assert "Assunto: Poda autorizada" in text
    assert "Anexos: Ofício 1.pdf" in text
    assert "A poda foi autorizada." in text
    assert "oculta@example.com" not in text


def test_mail_waits_with_the_identifier_of_its_document():
    document = correspondence.email_document(
        started(), PROTOCOL_CLERK, ("00001-m", "0000500"), LETTER, [], after(1)
    )
    mail = correspondence.mail_of(document, PROTOCOL_CLERK, LETTER, "Protocolo Geral", [])
    assert (mail.id, mail.document, mail.state) == ("00001-m", "00001-m", MailState.WAITING)
    assert (mail.blind, mail.sender_name) == (("oculta@example.com",), "Protocolo Geral")
