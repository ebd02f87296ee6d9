"""Random programs of acts leave the product as they leave the model, entry by entry (R5; TRA-01 to TRA-05,
TRA-07, TRA-14, TRA-16, PRO-16, PRO-17, DOC-01, DOC-03, DOC-10 to DOC-12, DOC-17, DOC-21, flows of issue 4 §7; over
memory also TRA-08 to TRA-12, PRO-13, PRO-22, PRO-24, BLO-02, BLO-06, BLO-07).

Use cases over the tables in memory: 200 programs of 50 steps (IPEROIG_LONG=1: 5,000 of 100). The whole product on
the embedded AWS, where each step is several calls and a check of everything stored: 12 of 25 (long: 100 of 50).
"""

import os

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from chalicelib.domain.presence import Signal
from tests.world.world import World

from . import at_papers, at_trails, at_work
from .at_papers import AtPapers
from .at_trails import AtTrails
from .at_work import AtWork
from .model import HOME, OTHER, THIRD, UNITS, Model, annex, unannex
from .over_http import WORKS, OverHttp
from .papers import PAPERS, Papers
from .systems import WORKER, InMemory, System, Whole
from .trails import TRAILS, Trails
from .work_model import WORK, Work

LONG = os.environ.get("IPEROIG_LONG") == "1"
MEMBERS = {
    HOME: ("ana.lima", "carlos.moura"),
    OTHER: ("marina.costa", "diego.alves"),
    THIRD: ("helena.prado",),
}
RARE = ("annex", "annex", "unannex", "unannex", "lock", *["unlock"] * 4)
unit = st.sampled_from((*UNITS, HOME))
which = st.integers(0, 1)


class Programs(RuleBasedStateMachine):
    """Two processes, three units, any order of acts."""

    def system(self) -> System:
        raise NotImplementedError

    def __init__(self) -> None:
        super().__init__()
        self.real, self.models = self.system(), [Model(), Model()]
        for which, model in enumerate(self.models):
            model.entries = self.real.look(which)[1]

    @rule(
        which=which, unit=unit, act=st.sampled_from(("receive", "mark_unread", "report", "suspend", "resume"))
    )
    def simple(self, which: int, unit: str, act: str) -> None:
        assert self.real.do(which, unit, act) == getattr(self.models[which], act)(unit), act

    @rule(which=which, unit=unit, act=st.sampled_from(("conclude", "undo_conclusion", "reopen")))
    def personal(self, which: int, unit: str, act: str) -> None:
        assert self.real.do(which, unit, act) == getattr(self.models[which], act)(unit, WORKER[unit]), act

    @rule(which=which, unit=unit, whom=st.integers(0, 2))
    def assign(self, which: int, unit: str, whom: int) -> None:
        people = (None, *MEMBERS[unit])
        user = people[whom % len(people)]
        assert self.real.assign(which, unit, user) == self.models[which].assign(unit, user)

    @rule(which=which, unit=unit, to=unit, keep_open=st.booleans(), awaited=st.booleans())
    def send(self, which: int, unit: str, to: str, keep_open: bool, awaited: bool) -> None:
        done = self.models[which].send(unit, to, keep_open, awaited, WORKER[unit])
        assert self.real.send(which, unit, to, keep_open, awaited) == done

    @rule(which=which, unit=unit)
    def undo_sending(self, which: int, unit: str) -> None:
        assert self.real.undo_sending(which, unit) == self.models[which].undo_sending(unit)

    @rule(which=which, unit=unit, act=st.sampled_from(RARE))
    def rare(self, which: int, unit: str, act: str) -> None:
        """Locked or annexed, a process takes no other act: these must not crowd out the rest."""
        if act == "annex":
            assert self.real.annex(unit) == annex(*self.models, unit)
        elif act == "unannex":
            assert self.real.unannex() == unannex(*self.models)
        else:
            assert self.real.do(which, HOME, act) == getattr(self.models[which], act)(), act

    @invariant()
    def agrees(self) -> None:
        compare(self.real, self.models)


def compare(real: System, models: list[Model]) -> None:
    """Nothing tells the product from the model, and the chain is whole."""
    for which, model in enumerate(models):
        process, entries = real.look(which)
        assert entries == model.entries
        assert process.state == model.state
        assert {
            name: (
                side.open,
                side.unread,
                Signal.MARKED_UNREAD in side.signals,
                bool(side.signals - {Signal.MARKED_UNREAD}),
                side.assignee.id if side.assignee else None,
            )
            for name, side in process.presences.items()
        } == {
            name: (held.open, held.unread, held.marked, held.news, held.assignee)
            for name, held in model.units.items()
        }
        owed = sorted((r.destination.id, r.origin.id) for r in process.routings if r.waits_return)
        assert owed == sorted(model.owed)


def run(programs: type[Programs], examples: int, steps: int) -> None:
    run_state_machine_as_test(
        programs,
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            database=None,
            derandomize=True,
            suppress_health_check=list(HealthCheck),
            phases=[Phase.generate, Phase.shrink],
        ),
    )


def test_use_cases_agree_with_the_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("time.sleep", lambda _: None)

    class OverMemory(Programs):
        """With everything else a unit does beside routing (``work_model``)."""

        def system(self) -> System:
            system = InMemory()
            self.at_work, self.at_papers = AtWork(system), AtPapers(system)
            self.at_trails = AtTrails(system, (OTHER, THIRD))
            return system

        def __init__(self) -> None:
            super().__init__()
            self.work = Work(self.models)
            self.papers = Papers(self.models, self.work.shown)
            self.trails = Trails(self.models, self.papers, (OTHER, THIRD), WORKER)

        @rule(which=which, unit=unit, act=st.sampled_from(WORK), value=st.integers(0, 11))
        def works(self, which: int, unit: str, act: str, value: int) -> None:
            done = bool(getattr(self.work, act)(which, unit, value))
            assert self.at_work.do(act, which, unit, value) == done, act

        @rule(which=which, unit=unit, act=st.sampled_from(PAPERS), value=st.integers(0, 11))
        def writes(self, which: int, unit: str, act: str, value: int) -> None:
            assert self.at_papers.do(act, which, unit, value) == self.papers.do(act, which, unit, value), act

        @rule(which=which, unit=unit, act=st.sampled_from(TRAILS), value=st.integers(0, 23))
        def follows(self, which: int, unit: str, act: str, value: int) -> None:
            assert self.at_trails.do(act, which, unit, value) == self.trails.do(act, which, unit, value), act

        @invariant()
        def work_agrees(self) -> None:
            at_work.compare(self.at_work, self.work)
            at_papers.compare(self.at_papers, self.papers)
            at_trails.compare(self.at_trails, self.trails)

    run(OverMemory, *((5_000, 100) if LONG else (200, 50)))


@pytest.mark.timeout(900)
def test_the_whole_product_agrees_with_the_model(world: World) -> None:
    class OverAws(Programs):
        def system(self) -> System:
            system = Whole(world)
            self.over_http = OverHttp(system)
            return system

        def __init__(self) -> None:
            super().__init__()
            self.work, self.papers = Work(self.models), Papers(self.models)
            self.trails = Trails(self.models, self.papers, (OTHER, THIRD), WORKER, kinds=(False,))

        @rule(which=which, unit=unit, act=st.sampled_from(TRAILS), value=st.integers(0, 23))
        def follows(self, which: int, unit: str, act: str, value: int) -> None:
            assert self.over_http.trail(act, which, unit, value) == self.trails.do(act, which, unit, value), act

        @rule(which=which, unit=unit, act=st.sampled_from(WORKS), value=st.integers(0, 11))
        def works(self, which: int, unit: str, act: str, value: int) -> None:
            done = bool(getattr(self.work, act)(which, unit, value))
            assert self.over_http.work(act, which, unit, value) == done, act

        @rule(which=which, unit=unit, act=st.sampled_from(PAPERS), value=st.integers(0, 11))
        def writes(self, which: int, unit: str, act: str, value: int) -> None:
            assert self.over_http.paper(act, which, unit, value) == self.papers.do(act, which, unit, value), act

    run(OverAws, *((100, 50) if LONG else (12, 25)))
