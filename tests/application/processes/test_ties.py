"""Suspending, relating, annexing, locking and acknowledging through the use cases (PRO-13, 14, 16, 17, 24)."""

from dataclasses import replace

import pytest

from chalicelib.application.inbox.list_away import list_away
from chalicelib.application.inbox.read import read_inbox
from chalicelib.application.ports import InboxFilter, Listed
from chalicelib.application.processes.acknowledge import acknowledge_process
from chalicelib.application.processes.annex import annex_process
from chalicelib.application.processes.lock import lock_process
from chalicelib.application.processes.read_ties import read_ties
from chalicelib.application.processes.relate import relate_processes
from chalicelib.application.processes.resume import resume_process
from chalicelib.application.processes.see import see_process
from chalicelib.application.processes.start import StartForm, start_process
from chalicelib.application.processes.suspend import suspend_process
from chalicelib.application.processes.unannex import unannex_process
from chalicelib.application.processes.unrelate import unrelate_processes
from chalicelib.application.routing.conclude import conclude_process
from chalicelib.application.routing.undo_conclusion import undo_conclusion
from chalicelib.domain.access import AccessLevel, Profile
from chalicelib.domain.errors import Forbidden, NotFound
from chalicelib.domain.policy import Action
from chalicelib.domain.process import State
from tests.application.under_way import (
    CHIEF,
    CLERK,
    FOREIGNER,
    FORM,
    HEAD,
    RESTRICTED,
    refused,
    restrict,
    sent,
    started,
    unchanged,
    with_document,
)
from tests.fakes.city import ANA, PROTOCOL, at_work
from tests.fakes.outside import Outside

ADMINISTRATOR = at_work(ANA, PROTOCOL, Profile.BASIC, Profile.ADMINISTRATOR)


def suspend(outside: Outside, process: str, linked: str | None = None) -> None:
    suspend_process(outside.ports, CLERK, outside.operation(), process, "Aguarda o laudo", linked)


def relate(outside: Outside, process: str, other: str) -> None:
    relate_processes(outside.ports, CLERK, outside.operation(), process, other)


def annexed(outside: Outside) -> tuple[str, str]:
    main, other = started(outside), started(outside)
    with_document(outside, other)
    annex_process(outside.ports, CLERK, outside.operation(), main, other)
    return main, other


def listed(outside: Outside, which: Listed, mine: bool = False, actor=CLERK) -> list[str]:
    return [row.process for row in list_away(outside.ports, actor, which, mine, None).items]


def inbox(outside: Outside) -> list[str]:
    return [row.process for row in read_inbox(outside.ports, CLERK, InboxFilter(), None).page.items]


def test_suspended_process_leaves_the_inbox_for_its_own_list_and_comes_back(outside: Outside):
    process = started(outside)
    suspend(outside, process)
    assert (inbox(outside), listed(outside, Listed.SUSPENDED)) == ([], [process])
    resume_process(outside.ports, CHIEF, outside.operation(), process)
    assert (inbox(outside), listed(outside, Listed.SUSPENDED)) == ([process], [])


def test_process_is_not_suspended_for_one_its_reader_may_not_see(outside: Outside):
    process, hidden = started(outside), started(outside, RESTRICTED)
    moved = outside.memory.process(hidden)
    outside.memory.things[next(key for key in outside.memory.things if getattr(key, "id", "") == hidden)] = (
        replace(moved, agency="ipmu", presences={}, generating_unit=FOREIGNER.unit)
    )
    unchanged(outside, process, lambda: suspend(outside, process, hidden))
    with pytest.raises(NotFound):
        suspend(outside, process, hidden)


def test_both_histories_tell_of_a_suspension_with_a_link(outside: Outside):
    process, linked = started(outside), started(outside)
    suspend(outside, process, linked)
    resume_process(outside.ports, CLERK, outside.operation(), process)
    told = [sentence.split(" o processo")[0] for _, sentence in outside.memory.sentences(linked)[1:]]
    assert told == ["Sobrestando", "Deixou de sobrestar"]


def test_process_started_from_another_is_related_to_it_at_once(outside: Outside):
    origin = started(outside)
    made = start_process(
        outside.ports, CLERK, outside.operation(), StartForm(FORM, "Urgente", related_to=origin)
    )
    ties = read_ties(outside.ports, CLERK, str(made["id"]))
    assert list(ties.others) == [origin]
    assert outside.memory.process(origin).relations[0].process == made["id"]


def test_process_is_not_started_from_one_that_is_not_at_hand(outside: Outside):
    origin = sent(outside)
    numbers = dict(outside.memory.numbers)
    with pytest.raises(Forbidden):
        start_process(outside.ports, CLERK, outside.operation(), StartForm(FORM, related_to=origin))
    assert outside.memory.numbers == numbers, "no number is spent"


def test_tie_to_what_the_reader_may_not_see_is_not_shown(outside: Outside):
    process, other = started(outside), started(outside)
    relate(outside, process, other)
    assert list(read_ties(outside.ports, FOREIGNER, process).others) == [other]
    restrict(outside, other)
    assert list(read_ties(outside.ports, FOREIGNER, process).others) == []
    assert list(read_ties(outside.ports, CLERK, process).others) == [other]


def test_unit_that_related_undoes_it_after_sending_it_away(outside: Outside):
    process, other = started(outside), sent(outside)
    relate(outside, process, other)
    unrelate_processes(outside.ports, CHIEF, outside.operation(), other, process)
    assert [outside.memory.process(each).relations for each in (process, other)] == [(), ()]


def test_annexed_process_is_in_no_list_of_the_unit(outside: Outside):
    main, other = annexed(outside)
    assert inbox(outside) == [main]
    assert listed(outside, Listed.SUSPENDED) + listed(outside, Listed.CONCLUDED) == []
    assert other in read_ties(outside.ports, CLERK, main).others
    assert main in read_ties(outside.ports, CLERK, other).others


def test_only_an_administrator_unannexes_or_locks(outside: Outside):
    main, other = annexed(outside)
    for actor in (CLERK, HEAD):
        with pytest.raises(Forbidden):
            unannex_process(outside.ports, actor, outside.operation(), main, other, "Engano")
        with pytest.raises(Forbidden):
            lock_process(outside.ports, actor, outside.operation(), main, "Engano")
    unannex_process(outside.ports, ADMINISTRATOR, outside.operation(), main, other, "Engano")
    assert sorted(inbox(outside)) == sorted([main, other])
    lock_process(outside.ports, ADMINISTRATOR, outside.operation(), main, "Engano")
    assert outside.memory.process(main).state is State.LOCKED


def test_restricted_annex_restricts_the_rows_of_the_main_one(outside: Outside):
    main, other = started(outside), started(outside)
    with_document(outside, other)
    restrict(outside, other)
    annex_process(outside.ports, CLERK, outside.operation(), main, other)
    assert outside.memory.process(main).effective_level is AccessLevel.RESTRICTED
    assert outside.memory.rows[(main, PROTOCOL.id)].access_level == "restricted"


def test_acknowledgement_is_offered_until_given(outside: Outside):
    process = started(outside)

    def offered() -> bool:
        return see_process(outside.ports, CLERK, process).actions[Action.PROCESS_ACKNOWLEDGE].allowed

    assert offered()
    acknowledge_process(outside.ports, CLERK, outside.operation(), process)
    assert not offered()
    with refused("already_acknowledged"):
        acknowledge_process(outside.ports, CLERK, outside.operation(), process)
    given = read_ties(outside.ports, HEAD, process).acknowledgements
    assert [(each.user, each.unit.acronym) for each in given] == [(ANA, "SEMAD/PROT")]


def test_colleague_acknowledges_beside_oneself(outside: Outside):
    process = started(outside)
    for actor in (CLERK, CHIEF):
        acknowledge_process(outside.ports, actor, outside.operation(actor.user.id), process)
    assert len(read_ties(outside.ports, CLERK, process).acknowledgements) == 2


def test_concluded_processes_are_found_by_who_concluded_them_and_undone(outside: Outside):
    mine, theirs = started(outside), started(outside)
    conclude_process(outside.ports, CLERK, outside.operation(), mine, None)
    outside.later(minutes=1)
    conclude_process(outside.ports, CHIEF, outside.operation(CHIEF.user.id), theirs, None)
    assert listed(outside, Listed.CONCLUDED) == [theirs, mine]
    assert listed(outside, Listed.CONCLUDED, mine=True) == [mine]
    with refused("conclusion_of_another"):
        undo_conclusion(outside.ports, CLERK, outside.operation(), theirs)
    undo_conclusion(outside.ports, CLERK, outside.operation(), mine)
    assert (inbox(outside), listed(outside, Listed.CONCLUDED)) == ([mine], [theirs])


def test_sent_process_is_among_those_that_left(outside: Outside):
    process = sent(outside)
    assert listed(outside, Listed.CONCLUDED, mine=True) == [process]
