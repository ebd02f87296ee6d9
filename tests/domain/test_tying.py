"""Relating (PRO-13), locking (§1.1) and acknowledging (PRO-24) processes."""

from dataclasses import replace

import pytest

from chalicelib.domain.errors import NotFound
from chalicelib.domain.filing import acted
from chalicelib.domain.process import Process, State
from chalicelib.domain.registering import delete
from chalicelib.domain.suspending import suspend
from chalicelib.domain.ties import Relation
from chalicelib.domain.tying import MAXIMUM_TIES, acknowledge, lock, relate, unlock, unrelate
from tests.fakes.city import ANA, CARLOS, PERSONNEL, PROTOCOL, at_work

from .process_examples import (
    PERSONNEL_HEAD,
    PROTOCOL_CLERK,
    after,
    refused,
    sending,
    sentences,
    started,
)

NUP, OTHER_NUP = "01101.000001/2026-26", "01101.000002/2026-52"


def other(**changes: object) -> Process:
    """A second process of the protocol unit, with a document in it."""
    made = replace(started(), id="p2", nup=OTHER_NUP, live_documents=1)
    return replace(made, **changes)  # type: ignore[arg-type]


def related() -> tuple[Process, Process]:
    here, there = relate(started(), other(), PROTOCOL_CLERK, after(1))
    return here.process, there.process


# PRO-13


def test_related_processes_know_each_other_and_both_histories_say_so():
    here, there = relate(started(), other(), PROTOCOL_CLERK, after(1))
    assert sentences(here) == [("SEMAD/PROT", f"Adicionado processo relacionado {OTHER_NUP}")]
    assert sentences(there) == [("SEMAD/PROT", f"Adicionado processo relacionado {NUP}")]
    assert [tie.process for tie in here.process.relations] == ["p2"]
    assert [tie.process for tie in there.process.relations] == ["p1"]


def test_process_of_another_unit_is_related_without_being_touched():
    away = sending(other(), PROTOCOL_CLERK, PERSONNEL).process
    _, there = relate(started(), away, PROTOCOL_CLERK, after(2))
    assert there.process.presences == away.presences


def test_suspended_process_may_be_the_other_side():
    held = suspend(other(), PROTOCOL_CLERK, "-", after(1))[0].process
    assert relate(started(), held, PROTOCOL_CLERK, after(2))[1].process.relations


@pytest.mark.parametrize(
    ("beside", "code"),
    [
        (started(), "same_process"),
        (other(state=State.ANNEXED), "other_process_annexed"),
        (other(state=State.LOCKED), "other_process_locked"),
    ],
    ids=["itself", "annexed", "locked"],
)
def test_what_is_not_related(beside: Process, code: str):
    with refused(code):
        relate(started(), beside, PROTOCOL_CLERK, after(1))


def test_related_processes_are_not_related_again_from_either_side():
    here, there = related()
    with refused("already_related"):
        relate(here, there, PROTOCOL_CLERK, after(2))
    with refused("already_related"):
        relate(there, here, PROTOCOL_CLERK, after(2))


def test_unit_without_the_process_does_not_relate_it():
    with refused("process_not_open_in_unit"):
        relate(started(), other(), PERSONNEL_HEAD, after(1))


@pytest.mark.parametrize("full", ["p1", "p2"])
def test_relations_have_an_end(full: str):
    ties = tuple(Relation(f"x{number}", PROTOCOL.short, ANA, after(1)) for number in range(MAXIMUM_TIES))
    mine, beside = started(), other()
    mine, beside = (replace(side, relations=ties) if side.id == full else side for side in (mine, beside))
    with refused("too_many_relations"):
        relate(mine, beside, PROTOCOL_CLERK, after(2))


def test_unit_that_related_undoes_it_from_either_side_wherever_it_went():
    here, there = related()
    for side, beside in ((here, there), (there, here)):
        gone = sending(side, PROTOCOL_CLERK, PERSONNEL).process
        one, two = unrelate(gone, beside, at_work(CARLOS, PROTOCOL))
        assert (one.process.relations, two.process.relations) == ((), ())
        assert sentences(one) == [("SEMAD/PROT", f"Removido relacionamento com o processo {beside.nup}")]


def test_other_unit_does_not_undo_a_relation():
    here, there = related()
    with refused("related_by_another_unit"):
        unrelate(sending(here, PROTOCOL_CLERK, PERSONNEL).process, there, PERSONNEL_HEAD)


def test_relation_that_is_not_there_is_not_undone():
    with refused("relation_not_found", NotFound):
        unrelate(started(), other(), PROTOCOL_CLERK)


@pytest.mark.parametrize(
    ("state", "code"), [(State.ANNEXED, "process_annexed"), (State.LOCKED, "process_locked")]
)
def test_annexed_or_locked_side_keeps_its_relations(state: State, code: str):
    here, there = related()
    with refused(code):
        unrelate(here, replace(there, state=state), PROTOCOL_CLERK)


def test_tied_process_is_not_deleted():
    with refused("process_is_tied"):
        delete(related()[0], PROTOCOL_CLERK, after(2))


# §1.1: NORMAL ↔ BLOQUEADO


def test_locked_process_is_view_only_until_unlocked():
    change = lock(started(), PROTOCOL_CLERK, "Enviado a outro órgão", after(1))
    assert sentences(change) == [("SEMAD/PROT", "Processo bloqueado. Enviado a outro órgão")]
    with refused("process_locked"):
        acted(change.process, PROTOCOL_CLERK, after(2))
    free = unlock(change.process, PROTOCOL_CLERK)
    assert sentences(free) == [("SEMAD/PROT", "Processo desbloqueado")]
    assert (free.process.state, free.process.lock) == (State.NORMAL, None)


@pytest.mark.parametrize(
    ("state", "code"),
    [
        (State.LOCKED, "process_locked"),
        (State.SUSPENDED, "process_suspended"),
        (State.ANNEXED, "process_annexed"),
    ],
)
def test_only_a_normal_process_is_locked(state: State, code: str):
    with refused(code):
        lock(replace(started(), state=state), PROTOCOL_CLERK, "-", after(1))


@pytest.mark.parametrize("state", [State.NORMAL, State.SUSPENDED, State.ANNEXED])
def test_only_a_locked_process_is_unlocked(state: State):
    with refused("process_not_locked"):
        unlock(replace(started(), state=state), PROTOCOL_CLERK)


# PRO-24


def test_acknowledgement_is_an_entry_and_given_once():
    change = acknowledge(started(), PROTOCOL_CLERK, after(1))
    assert sentences(change) == [("SEMAD/PROT", "Ciência no processo")]
    with refused("already_acknowledged"):
        acknowledge(change.process, PROTOCOL_CLERK, after(2), given=True)


def test_unit_without_the_process_does_not_acknowledge_it():
    with refused("process_not_open_in_unit"):
        acknowledge(started(), PERSONNEL_HEAD, after(1))
