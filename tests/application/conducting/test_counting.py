"""Inbox counters come out right in any order, repetition and interleaving of facts (PRO-01)."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chalicelib.application.conducting.count_statistics import count_statistics, share
from chalicelib.application.conducting.ports import Counted, Share
from chalicelib.application.conducting.settling import StillMoving
from chalicelib.domain.organisation import Person, UnitName
from chalicelib.domain.presence import Presence, Tab
from chalicelib.domain.process import Process, State
from tests.application.conducting.world import START, a_process

UNITS = ("semad", "prot", "obras")
PEOPLE = (None, Person("ana.lima", "Ana Lima"), Person("rui.reis", "Rui Reis"))


@dataclass
class Office:
    """Processes and counters; ``interrupt`` runs before every call."""

    processes: dict[str, Process] = field(default_factory=dict)
    memory: dict[tuple[str, str], Counted] = field(default_factory=dict)
    totals: Counter[tuple[str, str]] = field(default_factory=Counter)
    interrupt: Callable[[], None] = lambda: None

    def process(self, process: str) -> Process | None:
        self.interrupt()
        return self.processes.get(process)

    def counted(self, process: str) -> Mapping[str, Counted]:
        self.interrupt()
        return {unit: counted for (of, unit), counted in self.memory.items() if of == process}

    def recount(self, process: str, unit: str, before: Counted, after: Share) -> bool:
        self.interrupt()
        if self.memory.get((process, unit), Counted(Share())).version != before.version:
            return False
        self.memory[(process, unit)] = Counted(after, before.version + 1)
        self.totals.update(tally(unit, after))
        self.totals.subtract(tally(unit, before.share))
        return True

    def right(self) -> Counter[tuple[str, str]]:
        total: Counter[tuple[str, str]] = Counter()
        for process in self.processes.values():
            for unit in process.presences:
                total.update(tally(unit, share(process, unit)))
        return +total


def tally(unit: str, one: Share) -> Counter[tuple[str, str]]:
    names = [f.name for f in fields(Share) if f.name not in ("assignee", "figures")]
    counter = Counter({(unit, name): getattr(one, name) for name in names})
    if one.assignee:
        counter[(unit, one.assignee)] = 1
    counter.update((unit, word) for word in one.figures)
    return counter


presences = st.builds(
    Presence,
    st.just(UnitName("any", "ANY")),
    st.booleans(),
    st.sampled_from(Tab),
    st.booleans(),
    st.just(START),
    st.just(START),
    assignee=st.sampled_from(PEOPLE),
)
changes = st.tuples(
    st.just("change"),
    st.sampled_from(("p1", "p2")),
    st.one_of(st.none(), st.dictionaries(st.sampled_from(UNITS), presences)),
)
deliveries = st.tuples(st.just("deliver"), st.sampled_from(("p1", "p2")), st.none())


@settings(max_examples=500, deadline=None)
@given(
    st.lists(st.one_of(changes, deliveries), max_size=25),
    st.lists(st.one_of(changes, deliveries), max_size=25),
)
def test_counters_equal_the_open_presences_once_every_fact_was_delivered(program, meanwhile):
    office = Office()
    pending: dict[str, set[int]] = {"p1": set(), "p2": set()}
    serial = iter(range(10_000))

    def do(move):
        name, process, unit_presences = move
        if name == "change":
            if unit_presences is None:
                office.processes.pop(process, None)
            else:
                office.processes[process] = a_process(process, presences=unit_presences)
            pending[process].add(next(serial))
        else:
            announced = set(pending[process])
            try:
                count_statistics(office, office, process)
            except StillMoving:
                return
            pending[process] -= announced

    def interrupt():
        if meanwhile:
            do(meanwhile.pop())

    office.interrupt = interrupt
    for move in program:
        do(move)
    office.interrupt = lambda: None
    for process, facts in pending.items():
        if facts:
            count_statistics(office, office, process)
    assert +office.totals == office.right()
    assert min(office.totals.values(), default=0) >= 0


def test_concluded_presence_counts_nothing():
    open_presence = Presence(UnitName("semad", "SEMAD"), True, Tab.RECEIVED, True, START, START)

    def shared(presence: Presence) -> Share:
        return share(a_process(presences={"semad": presence}), "semad")

    told = shared(open_presence)
    assert replace(told, figures=frozenset()) == Share(received=1, unread=1, unassigned=1)
    assert {"label:none", "checkpoint:none", "assignee:none"} < told.figures
    assert shared(open_presence.concluded(START, PEOPLE[1] or PEOPLE[2])) == Share()
    assert shared(replace(open_presence, assignee=PEOPLE[1])).assignee == "ana.lima"
    held = replace(a_process(presences={"semad": open_presence}), state=State.SUSPENDED)
    assert share(held, "semad") == Share(), "suspended: in nobody's inbox"
    assert share(a_process(presences={}), "semad") == share(None, "semad") == Share()


def test_counter_that_never_holds_still_asks_for_the_message_again():
    office = Office({"p1": a_process()})
    office.recount = lambda *_: False  # type: ignore[method-assign]
    with pytest.raises(StillMoving):
        count_statistics(office, office, "p1")


def test_recounting_without_any_change_moves_nothing():
    office = Office({"p1": a_process()})
    assert count_statistics(office, office, "p1") == 1
    assert count_statistics(office, office, "p1") == 0
