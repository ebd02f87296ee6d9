"""What each act costs in AWS calls and capacity, against a reviewed file (architecture §11.4; P1 of security.md).

A rise fails. A fall fails too, and asks to write the better figure down: it would otherwise be lost unseen.

    IPEROIG_UPDATE_BUDGETS=1 python -m pytest tests/budgets      # writes what is measured
"""

import json
import os
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tests.world.scenarios import SCENARIOS, Scenario
from tests.world.wire import Tap, tapped
from tests.world.world import World

FILE = Path(__file__).parent / "budgets.json"
UPDATE = os.environ.get("IPEROIG_UPDATE_BUDGETS") == "1"
#: Said by the product's own goals, whatever the file says: scenario -> calls at most.
GOALS = {
    "read_inbox": 3,
    "read_process_page": 4,
    "start_process": 5,
    "save_draft": 4,
    "sign_document": 7,
    "send_to_three_units": 6,
}


def measure(world: World, scenario: Scenario) -> dict[str, Any]:
    """Calls and capacity of one request, from the session's token to the reply, catalogues warm."""
    world.done(scenario.arrange(world))
    ask = scenario.arrange(world)
    with tapped(Tap(measured=True)) as tap:
        reply = world.send(ask)
    assert reply.status < 300, f"{reply.text} {world.installed.journal.failures[-1:]}"
    return {
        "calls": len(tap.calls),
        "by": dict(sorted(Counter(call.label for call in tap.calls).items())),
        "capacity": round(sum(call.capacity for call in tap.calls), 1),
    }


def reviewed() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(FILE.read_text()) if FILE.exists() else {}
    return found


@pytest.mark.parametrize("scenario", SCENARIOS.values(), ids=lambda scenario: scenario.name)
def test_an_act_costs_what_was_reviewed(world: World, scenario: Scenario) -> None:
    measured = measure(world, scenario)
    assert measured["calls"] <= GOALS.get(scenario.name, 12), measured
    if UPDATE:
        budgets = {**reviewed(), scenario.name: measured}
        FILE.write_text(json.dumps(dict(sorted(budgets.items())), indent=1, ensure_ascii=False) + "\n")
    budget = reviewed().get(scenario.name)
    assert budget is not None, f"review and add to {FILE.name}: {json.dumps({scenario.name: measured})}"
    assert measured["by"] == budget["by"], "calls differ from the reviewed budget"
    assert measured["capacity"] <= budget["capacity"] * 1.1 + 0.5, "it consumes more capacity than reviewed"
    assert measured["capacity"] >= budget["capacity"] * 0.7 - 1, "it consumes much less: write it down"


def test_every_budget_is_of_a_scenario_and_every_goal_is_measured() -> None:
    assert set(reviewed()) - set(SCENARIOS) == set()
    assert set(GOALS) - set(SCENARIOS) == set(), "a goal that nobody measures"
