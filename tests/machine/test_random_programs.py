"""Random programs of acts leave the product as they leave the model, entry by entry (R5; TRA-01 to TRA-05, TRA-07).

Use cases over the tables in memory: 200 programs of 50 steps (IPEROIG_LONG=1: 5,000 of 100). The whole product on
the embedded AWS, where each step is several calls and a check of everything stored: 12 of 25 (long: 100 of 50).
"""

import os

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from tests.world.world import World

from .model import HOME, OTHER, THIRD, UNITS, Model
from .systems import WORKER, InMemory, System, Whole

LONG = os.environ.get("IPEROIG_LONG") == "1"
MEMBERS = {
    HOME: ("ana.lima", "carlos.moura"),
    OTHER: ("marina.costa", "diego.alves"),
    THIRD: ("helena.prado",),
}
unit = st.sampled_from(UNITS)


class Programs(RuleBasedStateMachine):
    """One process, three units, any order of acts."""

    def system(self) -> System:
        raise NotImplementedError

    def __init__(self) -> None:
        super().__init__()
        self.real, self.model = self.system(), Model()

    @rule(unit=unit)
    def receive(self, unit: str) -> None:
        assert self.real.receive(unit) == self.model.receive(unit)

    @rule(unit=unit)
    def report(self, unit: str) -> None:
        assert self.real.report(unit) == self.model.report(unit)

    @rule(unit=unit, whom=st.integers(0, 2))
    def assign(self, unit: str, whom: int) -> None:
        people = (None, *MEMBERS[unit])
        user = people[whom % len(people)]
        assert self.real.assign(unit, user) == self.model.assign(unit, user)

    @rule(unit=unit)
    def conclude(self, unit: str) -> None:
        assert self.real.conclude(unit) == self.model.conclude(unit)

    @rule(unit=unit)
    def reopen(self, unit: str) -> None:
        assert self.real.reopen(unit) == self.model.reopen(unit, WORKER[unit])

    @rule(unit=unit, to=unit, keep_open=st.booleans(), awaited=st.booleans())
    def send(self, unit: str, to: str, keep_open: bool, awaited: bool) -> None:
        done = self.model.send(unit, to, keep_open, awaited)
        assert self.real.send(unit, to, keep_open, awaited) == done

    @invariant()
    def agrees(self) -> None:
        process, entries = self.real.look()
        assert entries == self.model.entries
        assert {
            name: (side.open, side.unread, side.assignee.id if side.assignee else None)
            for name, side in process.presences.items()
        } == {name: (held.open, held.unread, held.assignee) for name, held in self.model.units.items()}
        owed = sorted((r.destination.id, r.origin.id) for r in process.routings if r.waits_return)
        assert owed == sorted(self.model.owed)


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
        def system(self) -> System:
            return InMemory()

    run(OverMemory, *((5_000, 100) if LONG else (200, 50)))


@pytest.mark.timeout(900)
def test_the_whole_product_agrees_with_the_model(world: World) -> None:
    class OverAws(Programs):
        def system(self) -> System:
            return Whole(world)

    run(OverAws, *((100, 50) if LONG else (12, 25)))
