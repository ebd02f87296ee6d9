"""LGPD, arts. 16 and 18 (issue 5 §5): what is erased of a person, by whom, and what the law keeps."""

import hashlib
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from chalicelib.domain import history
from chalicelib.domain.contact import ERASED_NAME, Contact
from chalicelib.domain.desk import Desk, Note
from chalicelib.domain.erasing import InProcess, erase_in, erased_contact, found_in
from chalicelib.domain.erasure import ErasureGround, ErasureState, asked, confirmed, done, refused
from chalicelib.domain.errors import InvalidRequest, Refused
from chalicelib.domain.history import Entry, chain, read
from chalicelib.domain.identity import Actor
from chalicelib.domain.mention import REMOVED, traces_of
from chalicelib.domain.organisation import Person, UnitName
from chalicelib.domain.process import Named, Process, Remark
from tests.domain.process_examples import started

AT = datetime(2026, 11, 27, 12, tzinfo=UTC)
IRACEMA = Contact("c1", "Iracema dos Anjos", "person", "52998224725", "iracema@exemplo.example")
OLGA, RUI, UNIT = Person("olga", "Olga"), Person("rui", "Rui"), UnitName("semad", "SEMAD")


def of_process(**changes: object) -> Process:
    process = started()
    parties = (Named("c1", IRACEMA.name), Named("c2", "Outra Pessoa"))
    registration = replace(process.registration, interested_parties=parties)
    return replace(process, registration=registration, **changes)


def told(*texts: str) -> list[Entry]:
    facts = [history.ProcessStarted("public"), *map(history.ProgressRecorded, texts)]
    return chain("p1", 0, history.GENESIS, AT, [(OLGA, UNIT, fact) for fact in facts])


@pytest.mark.parametrize(
    "text",
    [
        "Falei com IRACEMA dos  anjos.",
        "CPF 529.982.247-25",
        "cpf:52998224725;",
        "529 982 247 25",
        "de Iracema@Exemplo.example, hoje",
    ],
)
def test_person_is_found_however_it_was_typed(text: str):
    traces = traces_of(IRACEMA)
    assert traces.found_in(text)
    assert not traces.found_in(traces.taken_from(text))
    assert REMOVED in traces.taken_from(text)


@pytest.mark.parametrize(
    "text", ["", "Iracema", "Iracema dos Anjinhos", "152998224725", "5299822472", "xiracema@exemplo.example"]
)
def test_somebody_else_is_not_taken_for_the_person(text: str):
    assert not traces_of(IRACEMA).found_in(text)
    assert traces_of(IRACEMA).taken_from(text) == text


def test_name_of_one_word_is_everybodys():
    assert not traces_of(Contact("c", "Maria")).found_in("Maria veio")


def test_process_without_documents_loses_the_name_and_the_notes_that_quote_it():
    note = Note("Ligar para Iracema dos Anjos", False, Person("i", IRACEMA.name), AT)
    process = of_process(remarks={"semad": Remark(UNIT, "Iracema dos Anjos veio", OLGA, AT)})
    unit = next(iter(process.presences))
    presences = {**process.presences, unit: replace(process.presences[unit], desk=Desk(note))}
    process = replace(process, presences=presences)
    entries = told("Falei com Iracema dos Anjos", "Nada de novo")
    found = found_in(process, entries, IRACEMA, ErasureGround.CONSENT)
    assert found == InProcess(registered=True, records=(2,), kept=0, beside=1)
    request = asked("e1", IRACEMA, ErasureGround.CONSENT, "Pediu por carta", OLGA, AT)
    change, left = erase_in(process, [entries[1]], IRACEMA, request, _actor())
    after = change.process
    assert [one.name for one in after.registration.interested_parties] == [ERASED_NAME, "Outra Pessoa"]
    assert after.remarks["semad"].text == f"{REMOVED} veio"
    kept = after.presences[unit].desk.note
    assert kept is not None
    assert (kept.text, kept.by.name) == (f"Ligar para {REMOVED}", IRACEMA.name), "who wrote it stays"
    said = "Dados pessoais eliminados nos termos da LGPD (art. 18, VI); eliminado o andamento 2"
    assert change.acts[0].fact.sentence() == said
    assert [one.n for one in left] == [2]
    assert found_in(after, [entries[0], left[0], entries[2]], IRACEMA, ErasureGround.CONSENT).empty


def test_public_record_is_kept_and_so_are_its_notes_but_those_that_should_not_be_there():
    process, entries = of_process(document_count=1), told("Falei com Iracema dos Anjos")
    for ground in ErasureGround:
        found = found_in(process, entries, IRACEMA, ground)
        wanted = (2,) if ground is ErasureGround.EXCESSIVE else ()
        assert found == InProcess(False, wanted, 1 - len(wanted))
    request = asked("e1", IRACEMA, ErasureGround.EXCESSIVE, "Dado de saúde", OLGA, AT)
    assert erase_in(process, entries[1:], IRACEMA, request, _actor())[0].process == process


def test_act_that_names_the_person_stays_in_the_history():
    acts = [history.ProcessStarted("public"), history.ProcessSuspended("Falta Iracema dos Anjos")]
    entries = chain("p1", 0, history.GENESIS, AT, [(OLGA, UNIT, fact) for fact in acts])
    assert found_in(of_process(), entries, IRACEMA, ErasureGround.EXCESSIVE) == InProcess(True, (), 1)


def test_erased_entry_keeps_its_place_its_author_and_the_hash_that_the_next_one_carries():
    entries = told("Falei com Iracema dos Anjos", "Depois")
    left = history.erased(entries[1], "e1")
    again = read(left.body)
    assert again == left
    assert again.hash == entries[1].hash == entries[2].previous
    assert (again.n, again.user, again.at, again.fact.kind()) == (2, OLGA, AT, "record_erased")
    assert b"Iracema" not in left.body
    assert again.fact.sentence() == "Andamento eliminado nos termos da LGPD"


def test_hash_of_an_entry_that_was_not_erased_is_never_taken_from_what_is_stored():
    """Only a text that is gone may say what its hash was."""
    forged = told("Nada")[1].body.replace(b'"kind"', b'"hash":"00","kind"')
    assert read(forged).hash == hashlib.sha256(forged).hexdigest()


def test_what_is_left_of_a_contact_is_that_it_was_one():
    assert erased_contact(IRACEMA, AT) == Contact("c1", ERASED_NAME, "person", None, None, AT)


def test_whoever_asked_does_not_confirm_and_another_person_does():
    request = asked("e1", IRACEMA, ErasureGround.CONSENT, "  Pediu  por carta ", OLGA, AT)
    assert request.reason == "Pediu por carta"
    with pytest.raises(Refused, match="outra pessoa"):
        confirmed(request, OLGA, AT, "j")
    agreed = confirmed(request, RUI, AT, "j")
    assert (agreed.state, agreed.settled_by, agreed.job) == (ErasureState.CONFIRMED, RUI, "j")
    with pytest.raises(Refused, match="já foi confirmado"):
        confirmed(agreed, RUI, AT, "k")
    again = confirmed(agreed, RUI, AT, "k", stopped=True)
    assert done(again, AT).state is ErasureState.DONE


@pytest.mark.parametrize("reason", ["", "   ", "x" * 1_001, "Iracema dos Anjos pediu", "CPF 529.982.247-25 pediu"])
def test_reason_is_given_and_does_not_say_who_it_is(reason: str):
    with pytest.raises(InvalidRequest):
        asked("e1", IRACEMA, ErasureGround.CONSENT, reason, OLGA, AT)


def test_what_was_settled_is_not_settled_again():
    request = asked("e1", IRACEMA, ErasureGround.CONSENT, "Pediu", OLGA, AT)
    gone = refused(request, IRACEMA, OLGA, AT, "Desistiu")
    for act in (
        lambda: confirmed(gone, RUI, AT, "j"),
        lambda: refused(gone, IRACEMA, RUI, AT, "Não"),
        lambda: done(request, AT),
    ):
        with pytest.raises(Refused) as said:
            act()
        assert said.value.code == "erasure_settled"
    with pytest.raises(Refused, match="já foram eliminados"):
        asked("e2", erased_contact(IRACEMA, AT), ErasureGround.CONSENT, "Pediu", OLGA, AT)


def _actor() -> Actor:
    return Actor("ubatuba", RUI, UNIT, "pmu")
