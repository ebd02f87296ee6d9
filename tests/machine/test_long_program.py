"""One program of 10,000 acts over 30 units and two processes leaves the use cases as it leaves the model (issue 4;
TRA-01 to TRA-07, TRA-16, PRO-16, PRO-17): 0 divergences, an unbroken chain. Seeds: one; ten with IPEROIG_LONG=1."""

import os
import random

import pytest

from chalicelib.domain.organisation import Person, Unit
from tests.fakes.city import ANA, PROTOCOL

from .model import HOME, Model, annex, unannex
from .systems import InMemory
from .test_random_programs import compare

ACTS = 10_000
EVERY = 250
GATHERING = 400
SEEDS = range(10) if os.environ.get("IPEROIG_LONG") == "1" else range(1)
STAFF = (
    (ANA, PROTOCOL),
    *(
        (
            Person(f"pessoa.{n}", f"Pessoa {n}"),
            Unit(f"unidade-{n}", f"UNID/{n}", f"Unidade {n}", "pmu", f"{3000 + n}"),
        )
        for n in range(1, 30)
    ),
)
WORKERS = {unit.id: person.id for person, unit in STAFF}
SIMPLE = ("receive", "mark_unread", "report", "suspend", "resume")
PERSONAL = ("conclude", "undo_conclusion", "reopen")
#: Where a process is open most acts are possible, elsewhere few: programs are biased to where it is.
NEARBY = 0.7


class Program:
    """The dice, the product and the model."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(seed)
        self.real, self.models = InMemory(STAFF), [Model(), Model()]
        self.gathering = False

    def unit(self, which: int) -> str:
        held = [name for name, side in self.models[which].units.items() if side.open]
        return (
            self.dice.choice(held)
            if held and self.dice.random() < NEARBY
            else self.dice.choice(list(WORKERS))
        )

    def step(self) -> tuple[str, bool, bool]:
        """One act on both sides; -> (its name, done by the product, done by the model)."""
        which = self.dice.randrange(2)
        unit, model, chance = self.unit(which), self.models[which], self.dice.random()
        if chance < 0.35:
            to, keep, awaited = self.unit(which), self.dice.random() < 0.5, self.dice.random() < 0.2
            if self.gathering:
                owed = {creditor for debtor, creditor in model.owed if debtor == unit}
                to, keep, awaited = min(owed, default=HOME), len(owed) > 1, False
            real = self.real.send(which, unit, to, keep, awaited)
            return "send", real, model.send(unit, to, keep, awaited, WORKERS[unit])
        if chance < 0.45:
            return "undo_sending", self.real.undo_sending(which, unit), model.undo_sending(unit)
        if chance < 0.5:
            return "assign", self.real.assign(which, unit, None), model.assign(unit, None)
        if chance < (0.6 if self.gathering else 0.53):
            return "annex", self.real.annex(unit), annex(*self.models, unit)
        if chance < (0.63 if self.gathering else 0.56):
            return "unannex", self.real.unannex(), unannex(*self.models)
        if chance < (0.67 if self.gathering else 0.6):
            act = "lock" if self.dice.random() < 0.3 else "unlock"
            return act, self.real.do(which, HOME, act), getattr(model, act)()
        if chance < 0.8:
            act = self.dice.choice(PERSONAL)
            if self.gathering:
                act = "reopen" if unit == HOME else "conclude"
            return act, self.real.do(which, unit, act), getattr(model, act)(unit, WORKERS[unit])
        act = self.dice.choice(SIMPLE)
        return act, self.real.do(which, unit, act), getattr(model, act)(unit)


@pytest.mark.timeout(900)
@pytest.mark.parametrize("seed", SEEDS)
def test_ten_thousand_acts_over_thirty_units_never_diverge(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("time.sleep", lambda _: None)
    program, done = Program(seed), set()
    for number in range(1, ACTS + 1):
        # Now and then everything comes home: only a process open in one unit is suspended or annexed.
        program.gathering = number // GATHERING % 2 == 1
        act, real, model = program.step()
        assert real == model, f"act {number}, {act}: the product {real}, the model {model}"
        done |= {act} if real else set()
        if number % EVERY == 0:
            compare(program.real, program.models)
    assert done >= {
        *SIMPLE,
        *PERSONAL,
        "send",
        "undo_sending",
        "annex",
        "unannex",
        "lock",
        "unlock",
        "assign",
    }
    assert len(program.models[0].units) > 20
