"""LAI, art. 7º, § 2º: what may be concealed, what the copy carries of its original, and what the history tells."""

from dataclasses import replace

import pytest

from chalicelib.domain import redaction
from chalicelib.domain.access import AccessLevel
from chalicelib.domain.document import File, Metadata
from chalicelib.domain.errors import Conflict, DomainError, Refused
from chalicelib.domain.history import DocumentGenerated, RedactedCopyMade
from chalicelib.domain.process import Named
from chalicelib.domain.redacted import RedactedCopy, RedactedFrom
from chalicelib.domain.redaction import Area, Marks, Passage
from tests.domain.document_examples import LAW, at, draft, signed, uploaded
from tests.domain.process_examples import PROTOCOL_CLERK, started

WHOLE_PAGE = Area(1, 0, 0, 10_000, 10_000)
COPY = File("copia.pdf", "application/pdf", 10, "c" * 64, "contents/c", 3)


def code_of(act, *arguments):
    with pytest.raises(DomainError) as refusal:
        act(*arguments)
    errors = getattr(refusal.value, "errors", ())
    return errors[0].code if errors else refusal.value.code


def test_a_signed_text_and_a_pdf_may_be_concealed_in_part():
    assert redaction.source_digest(signed()) == "a" * 64
    assert redaction.source_digest(uploaded()) == "f" * 64


@pytest.mark.parametrize(
    "document",
    [
        draft(),
        uploaded(file=File("foto.png", "image/png", 1, "f" * 64, "contents/f")),
    ],
    ids=["a draft", "a file that is no PDF"],
)
def test_other_documents_may_not(document):
    with pytest.raises(Refused, match="not_redactable"):
        redaction.source_digest(document)


def test_what_was_marked_must_be_what_is_there():
    with pytest.raises(Conflict, match="document_changed"):
        redaction.check_source(signed(), "b" * 64)
    redaction.check_source(signed(), "a" * 64)


def test_a_file_of_too_many_pages_is_refused():
    long = uploaded(file=replace(uploaded().file, pages=redaction.MAXIMUM_PAGES + 1))
    assert code_of(redaction.check_source, long, "f" * 64) == "too_many_pages"


@pytest.mark.parametrize(
    ("marks", "code"),
    [
        (Marks(), "nothing_marked"),
        (Marks(areas=(WHOLE_PAGE,)), "nothing_marked"),
        (Marks((Passage(0, 2, 2),)), "mark_outside"),
        (Marks((Passage(0, 0, 6),)), "mark_outside"),
        (Marks((Passage(1, 0, 1),)), "mark_outside"),
        (Marks((Passage(0, 0, 1),) * (redaction.MAXIMUM_MARKS + 1)), "too_many_marks"),
    ],
)
def test_a_text_takes_passages_that_are_in_it(marks, code):
    assert code_of(redaction.check_marks, marks, signed(), ["abcde"]) == code
    redaction.check_marks(Marks((Passage(0, 0, 5),)), signed(), ["abcde"])


@pytest.mark.parametrize(
    "area",
    [Area(3, 0, 0, 10, 10), Area(0, 0, 0, 10, 10), Area(1, 10, 0, 10, 10), Area(1, 0, 0, 10, 10_001)],
)
def test_a_file_takes_areas_that_are_on_its_pages(area):
    assert code_of(redaction.check_marks, Marks(areas=(area,)), uploaded(), []) == "mark_outside"
    redaction.check_marks(Marks(areas=(WHOLE_PAGE,)), uploaded(), [])


def test_the_certificate_is_told_where_they_are():
    areas = (
        WHOLE_PAGE,
        replace(WHOLE_PAGE, page=3),
        replace(WHOLE_PAGE, page=3),
        replace(WHOLE_PAGE, page=7),
    )
    assert Marks(areas=areas).places == "página 1 (1 trecho), página 3 (2 trechos) e página 7 (1 trecho)"
    assert Marks((Passage(0, 1, 2),)).places == "parágrafo 1 (1 trecho)"


def test_the_copy_takes_nothing_along_that_names_anybody():
    registered = Metadata(
        description="Atestado de João",
        name_in_tree="João da Silva",
        interested_parties=(Named("c1", "João da Silva"),),
        remark="João",
        subjects=(Named("s", "Saúde"),),
        external_number="RG de João",
        sender=Named("c1", "João da Silva"),
    )
    original = uploaded(metadata=registered)
    copied = redaction.copy_metadata(original, AccessLevel.RESTRICTED, LAW, at(0).date())
    assert "João" not in repr(copied)
    assert copied.name_in_tree == "0000123 com trechos ocultados"
    assert (copied.level, copied.legal_basis) == (AccessLevel.RESTRICTED, LAW)
    assert copied.subjects == registered.subjects


def test_copy_and_certificate_come_in_together_and_the_original_names_its_copy():
    process, original = started(), signed()
    registered = redaction.copy_metadata(original, AccessLevel.PUBLIC, None, at(9).date())
    copy = redaction.copy_of(original, PROTOCOL_CLERK, at(9), registered, COPY)
    copy = replace(copy, id="00002-c", number="0000130", order=2)
    certificate = draft(id="00003-c", number="0000131", order=3)
    source = RedactedFrom(original.id, original.number, "a" * 64, LAW, "Dados pessoais", 2, certificate.id)
    change, told, copied = redaction.redact(
        process, PROTOCOL_CLERK, (original, copy, certificate), source, at(9)
    )
    made, generated = (act.fact for act in change.acts)
    assert isinstance(made, RedactedCopyMade)
    assert isinstance(generated, DocumentGenerated)
    assert made.sentence() == (
        "Gerada cópia 0000130 (Ofício 12/2026 com trechos ocultados) do documento 0000123, com 2 trechos ocultados "
        "(Informação pessoal (Lei 12.527/2011, art. 31)). Dados pessoais"
    )
    assert change.process.document_count == process.document_count + 2
    assert change.process.live_documents == process.live_documents + 2
    assert told.redactions.copies == (RedactedCopy("00002-c", "0000130"),)
    assert (told.revision, told.signatures, told.text) == (
        original.revision + 1,
        original.signatures,
        original.text,
    )
    assert copied.redactions.source == source


def test_a_passage_that_can_still_be_read_elsewhere_is_told():
    left = ["Página um", "assina JOAO da silva.", "fim", "de João  da Silva"]
    told = redaction.still_said(["João da Silva"], left)
    assert told.startswith("Atenção")
    assert "páginas 2, 4" in told
    assert "página 2." in redaction.still_said(["João da Silva"], left[:3])
    assert redaction.still_said(["João da Silva", "um"], left[:1]) == ""
    assert redaction.still_said(["João"], ["a joãozinho"]) == ""
