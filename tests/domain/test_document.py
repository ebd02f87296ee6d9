"""The life of a document: DOC-03, DOC-05, DOC-11, DOC-12, DOC-16, DOC-17 and PRO-08 (features.md §1.2)."""

from dataclasses import replace
from datetime import date

import pytest

from chalicelib.domain import document as documents
from chalicelib.domain.access import AccessLevel
from chalicelib.domain.document import DocumentState, Metadata, Pen
from chalicelib.domain.errors import Conflict, DraftChanged
from chalicelib.domain.process import Named
from tests.fakes.city import ANA, CARLOS

from .document_examples import LAW, RESTRICTED, at, draft, signed, text, uploaded
from .process_examples import refused


def save(document, by=ANA, minutes=1.0, explicit=False, name="b"):
    return documents.save(document, document.revision, text(name), by, at(minutes), explicit)


# DOC-05: versions


def test_first_save_keeps_what_the_template_wrote_as_version_one():
    saved, facts = save(draft())
    assert (saved.version, saved.revision, saved.text) == (2, 2, text("b"))
    assert facts == ()


def test_saves_of_one_sitting_share_a_version():
    saved, _ = save(save(draft())[0], minutes=10.9)
    assert (saved.version, saved.revision) == (2, 3)


@pytest.mark.parametrize(
    "again",
    [
        pytest.param({"minutes": 11.0}, id="ten minutes later"),
        pytest.param({"by": CARLOS, "minutes": 2.0}, id="by another person"),
        pytest.param({"explicit": True, "minutes": 2.0}, id="asked for"),
    ],
)
def test_new_version_is_opened(again):
    saved, _ = save(save(draft())[0], **again)
    assert saved.version == 3


def test_ten_minutes_count_from_when_the_version_was_opened_and_not_from_the_last_save():
    document, _ = save(draft(), minutes=0)
    for minutes in (4, 8, 9.9):
        document, _ = save(document, minutes=minutes)
    assert document.version == 2
    assert save(document, minutes=10)[0].version == 3


def test_save_remembers_who_and_when():
    saved, _ = save(draft(), by=CARLOS, minutes=7)
    assert (saved.edited_by, saved.edited_at) == (CARLOS, at(7))


def test_save_over_a_text_somebody_changed_says_who_and_when_and_changes_nothing():
    document, _ = save(draft(), by=CARLOS, minutes=7)
    with pytest.raises(DraftChanged) as refusal:
        documents.save(document, 1, text("c"), ANA, at(8), False)
    assert refusal.value.facts == {"edited_by": CARLOS, "edited_at": at(7), "revision": 2}
    assert document.text == text("b")


# DOC-11 and DOC-12: the pen


def test_pen_is_none_then_yellow_then_black():
    assert draft().pen is Pen.NONE
    assert signed().pen is Pen.UNSEEN
    assert signed(seen_elsewhere=True).pen is Pen.SEEN
    assert uploaded(seen_elsewhere=True).pen is Pen.NONE


def test_editing_a_signed_document_drops_its_signatures_and_says_so():
    saved, facts = save(signed())
    assert (saved.state, saved.signatures, saved.pen) == (DocumentState.DRAFT, (), Pen.NONE)
    assert [(fact.number, fact.sentence()) for fact in facts] == [
        (6, "Cancelamento de assinatura do documento 0000123 (Ofício 12/2026)")
    ]


def test_edited_signed_document_keeps_the_signed_text_as_a_version_even_in_the_same_sitting():
    document, _ = save(draft())
    document = replace(document, signatures=signed().signatures, state=DocumentState.SIGNED)
    assert save(document, minutes=2)[0].version == document.version + 1


# DOC-17


def test_cancelled_document_keeps_its_node_and_its_reason():
    cancelled, facts = documents.cancel(signed(), "Juntado por engano")
    assert (cancelled.state, cancelled.cancellation) == (DocumentState.CANCELLED, "Juntado por engano")
    assert cancelled.signatures == signed().signatures
    assert [(fact.number, fact.sentence()) for fact in facts] == [
        (51, "Cancelado documento 0000123 (Ofício 12/2026). Juntado por engano")
    ]


# Metadata


def test_changed_metadata_is_told_field_by_field():
    edited, facts = documents.edit(uploaded(), Metadata(description="Resposta", dated=date(2026, 11, 20)))
    assert edited.revision == 2
    assert [fact.sentence() for fact in facts] == [
        "Alterados os dados do documento 0000123 (Ofício): descrição, data"
    ]


def test_edit_that_changes_nothing_is_refused():
    with refused("nothing_changed"):
        documents.edit(draft(), Metadata())


def test_level_of_a_document_is_told_with_its_law():
    edited, facts = documents.edit(draft(), RESTRICTED)
    assert edited.metadata.level is AccessLevel.RESTRICTED
    assert [(fact.number, fact.sentence()) for fact in facts] == [
        (108, f"Alterado nível de acesso do documento 0000123 (Ofício 12/2026) para restrito ({LAW.name})")
    ]


def test_other_law_at_the_same_level_is_told_as_such():
    other = replace(RESTRICTED, legal_basis=Named("preparatorio", "Documento preparatório"))
    _, facts = documents.edit(draft(metadata=RESTRICTED), other)
    assert [(fact.number, fact.sentence()) for fact in facts] == [
        (110, "Alterada hipótese legal do documento 0000123 (Ofício 12/2026) para Documento preparatório")
    ]


def test_other_conformity_check_is_told_as_such():
    before = Metadata(format="digitized", conformity_check=Named("copia-simples", "Cópia simples"))
    after = replace(before, conformity_check=Named("original", "Documento original"))
    _, facts = documents.edit(uploaded(metadata=before), after)
    assert [(fact.number, fact.sentence()) for fact in facts] == [
        (111, "Alterado tipo de conferência do documento 0000123 (Ofício) para Documento original")
    ]


def test_signatures_survive_a_change_of_metadata():
    edited, _ = documents.edit(signed(), Metadata(description="Resposta"))
    assert (edited.state, edited.signatures) == (DocumentState.SIGNED, signed().signatures)


# DOC-01, DOC-08: what the tree shows


@pytest.mark.parametrize(
    ("document", "title"),
    [
        (draft(), "Ofício 12/2026"),
        (draft(type_number=None), "Ofício"),
        (draft(metadata=Metadata(name_in_tree="ao Prefeito")), "Ofício ao Prefeito"),
        (uploaded(metadata=Metadata(external_number="77")), "Ofício 77"),
    ],
)
def test_title_is_the_name_in_the_tree_or_the_number(document, title):
    assert document.title == title
    assert document.label == f"0000123 ({title})"


def test_draft_changed_is_a_conflict():
    assert issubclass(DraftChanged, Conflict)
