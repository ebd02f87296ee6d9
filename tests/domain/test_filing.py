"""What documents do to their process: entries 2, 13, 33 and 58, news for the other units (TRA-14), level (PRO-08)."""

from dataclasses import replace

import pytest

from chalicelib.domain import filing, history
from chalicelib.domain.access import AccessLevel
from chalicelib.domain.document import Metadata
from chalicelib.domain.filing import include, leave, record, relevel
from chalicelib.domain.organisation import Unit
from chalicelib.domain.presence import Signal
from chalicelib.domain.process import Named, State
from tests.fakes.city import IVO, PERSONNEL, PROTOCOL, at_work

from .document_examples import LAW, RESTRICTED, draft, uploaded
from .process_examples import (
    PERSONNEL_HEAD,
    PROTOCOL_CLERK,
    after,
    received,
    refused,
    sent,
    sentences,
    started,
)

LETTER = "0000123 (Ofício 12/2026)"


OTHER_PROTOCOL = Unit("prot-2", "PROT-2", "Protocolo do bairro", "pmu", "1103", protocol=True)


def news(process, unit=PERSONNEL):
    return set(process.presences[unit.id].signals)


# DOC-01, DOC-08


def test_included_letter_is_told_and_counted():
    change = include(started(), PROTOCOL_CLERK, draft(), after(1))
    assert sentences(change) == [("SEMAD/PROT", f"Gerado documento público {LETTER}")]
    assert (change.process.document_count, change.process.live_documents) == (1, 1)


def test_received_file_is_told_with_how_it_was_checked():
    metadata = Metadata(conformity_check=Named("copia-simples", "Cópia simples"), external_number="77")
    change = include(started(), PROTOCOL_CLERK, uploaded(metadata=metadata), after(1))
    assert sentences(change) == [
        ("SEMAD/PROT", "Registro de documento externo público 0000123 (Ofício 77) (Cópia simples)")
    ]


def test_inclusion_receives_the_process_first():
    change = include(sent(), PERSONNEL_HEAD, draft(unit=PERSONNEL.short), after(3))
    assert [sentence for _, sentence in sentences(change)] == [
        "Processo recebido na unidade",
        f"Gerado documento público {LETTER}",
    ]
    assert not change.process.presences["semad-rh"].unread


def test_order_of_the_tree_is_never_used_twice():
    process = include(started(), PROTOCOL_CLERK, draft(), after(1)).process
    left = leave(process, PROTOCOL_CLERK, draft(), after(2)).process
    assert (left.document_count, left.live_documents) == (1, 0)


# TRA-14: the triangle


def test_draft_is_no_news_for_the_other_unit():
    change = include(received(keep_open=True), PROTOCOL_CLERK, draft(), after(3))
    assert news(change.process) == set()


def test_received_file_is_news_for_the_other_unit_and_not_for_ones_own():
    change = include(received(keep_open=True), PROTOCOL_CLERK, uploaded(), after(3))
    assert news(change.process) == {Signal.DOCUMENT_INCLUDED}
    assert news(change.process, PROTOCOL) == set()


def test_signature_is_news_for_the_other_unit():
    fact = history.DocumentSigned("d1", LETTER, "ana.lima", "Agente", "0" * 64)
    change = record(
        received(keep_open=True), PROTOCOL_CLERK, (fact,), after(3), signal=Signal.DOCUMENT_SIGNED
    )
    assert news(change.process) == {Signal.DOCUMENT_SIGNED}


def test_unit_where_the_process_is_concluded_gets_no_news():
    change = include(received(), PERSONNEL_HEAD, uploaded(), after(3))
    assert news(change.process, PROTOCOL) == set()


# PRO-08: contamination


def test_restricted_document_restricts_the_whole_process():
    change = include(started(), PROTOCOL_CLERK, draft(metadata=RESTRICTED), after(1))
    assert [sentence for _, sentence in sentences(change)] == [
        f"Gerado documento restrito {LETTER} ({LAW.name})",
        "Alterado nível de acesso geral para restrito",
    ]
    assert change.process.effective_level is AccessLevel.RESTRICTED
    assert change.process.registration.level is AccessLevel.PUBLIC


def test_second_restricted_document_tells_nothing_more():
    process = include(started(), PROTOCOL_CLERK, draft(metadata=RESTRICTED), after(1)).process
    change = include(process, PROTOCOL_CLERK, draft(metadata=RESTRICTED), after(2))
    assert len(change.acts) == 1


def test_process_is_public_again_when_its_last_restricted_document_leaves():
    process = include(started(), PROTOCOL_CLERK, draft(metadata=RESTRICTED), after(1)).process
    process = include(process, PROTOCOL_CLERK, draft(metadata=RESTRICTED), after(1)).process
    first = leave(process, PROTOCOL_CLERK, draft(metadata=RESTRICTED), after(2))
    assert first.process.effective_level is AccessLevel.RESTRICTED
    last = leave(first.process, PROTOCOL_CLERK, draft(metadata=RESTRICTED), after(3))
    assert last.process.effective_level is AccessLevel.PUBLIC
    assert [sentence for _, sentence in sentences(last)] == [
        f"Exclusão do documento {LETTER}",
        "Alterado nível de acesso geral para público",
    ]


def test_document_made_public_cleans_the_process():
    process = include(started(), PROTOCOL_CLERK, draft(metadata=RESTRICTED), after(1)).process
    levels = (AccessLevel.RESTRICTED, AccessLevel.PUBLIC)
    change = relevel(process, PROTOCOL_CLERK, (), levels, after(2))
    assert change.process.effective_level is AccessLevel.PUBLIC
    assert sentences(change)[-1] == ("SEMAD/PROT", "Alterado nível de acesso geral para público")


def test_restricted_process_stays_restricted_whatever_its_documents_are():
    process = started(level=AccessLevel.RESTRICTED, legal_basis=LAW)
    change = include(process, PROTOCOL_CLERK, draft(metadata=RESTRICTED), after(1))
    left = leave(change.process, PROTOCOL_CLERK, draft(metadata=RESTRICTED), after(2))
    assert [len(change.acts), len(left.acts)] == [1, 1]
    assert left.process.effective_level is AccessLevel.RESTRICTED


# features.md §1.1, §1.3: where


@pytest.mark.parametrize("state", [State.SUSPENDED, State.ANNEXED, State.LOCKED])
@pytest.mark.parametrize("act", [include, leave])
def test_nothing_enters_or_leaves_a_process_at_rest(act, state):
    process = replace(started(), state=state)
    with refused(f"process_{state.value}"):
        act(process, PROTOCOL_CLERK, draft(), after(1))


def test_protocol_unit_includes_where_the_process_never_was_without_opening_it_there():
    change = include(received(), at_work(IVO, OTHER_PROTOCOL), uploaded(), after(3))
    assert change.process.presences.keys() == {"semad-prot", "semad-rh"}
    assert news(change.process) == {Signal.DOCUMENT_INCLUDED}


def test_tree_holds_as_many_documents_as_its_order_has_digits():
    assert len(str(filing.MAXIMUM_DOCUMENTS)) == 5
