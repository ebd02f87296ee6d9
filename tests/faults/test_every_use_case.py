"""No use case without its scenario: what writes is killed at every call and counted (security.md R2, §7.5)."""

import importlib
import inspect
import pkgutil
import sys
from collections.abc import Callable
from types import CodeType, FrameType
from typing import Any

import pytest

import chalicelib.application
from chalicelib.application.transaction import Operation, transact
from chalicelib.domain.policy import Action
from tests.world.scenarios import SCENARIOS, Scenario
from tests.world.world import World


def writing_use_cases() -> set[str]:
    """Public functions below the application that take an ``Operation`` or commit a transaction by themselves.

    One that is told which ``Action`` it is doing is a part of several use cases, not one of them.
    """
    found = set()
    package = chalicelib.application
    for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
        loaded = importlib.import_module(module.name)
        for name, function in inspect.getmembers(loaded, inspect.isfunction):
            if function.__module__ != module.name or name.startswith("_"):
                continue
            kinds = [parameter.annotation for parameter in inspect.signature(function).parameters.values()]
            if Action in kinds or function is transact:
                continue
            if Operation in kinds or "transact" in function.__code__.co_names:
                found.add(f"{module.name}.{name}".removeprefix(package.__name__ + "."))
    return found


def function_of(scenario: Scenario) -> Callable[..., Any]:
    module, _, name = scenario.use_case.rpartition(".")
    function = getattr(importlib.import_module(f"chalicelib.application.{module}"), name)
    assert callable(function)
    return function


def test_every_use_case_that_writes_has_a_scenario() -> None:
    swept = {scenario.use_case for scenario in SCENARIOS.values() if scenario.changes}
    assert writing_use_cases() - swept == set(), "without a scenario in tests/world/scenarios"


def test_the_search_for_use_cases_finds_them() -> None:
    found = writing_use_cases()
    assert {"processes.start.start_process", "uploads.inspect.inspect_upload"} <= found
    assert len(found) > 20


@pytest.mark.parametrize("scenario", SCENARIOS.values(), ids=lambda scenario: scenario.name)
def test_a_scenario_runs_the_use_case_it_names(world: World, scenario: Scenario) -> None:
    wanted = inspect.unwrap(function_of(scenario)).__code__
    ask, seen = scenario.arrange(world), set[CodeType]()

    def watch(frame: FrameType, event: str, _: Any) -> None:
        if event == "call":
            seen.add(frame.f_code)

    sys.setprofile(watch)
    try:
        reply = world.send(ask)
    finally:
        sys.setprofile(None)
    assert reply.status < 300, f"{reply.text} {world.installed.journal.failures[-1:]}"
    assert wanted in seen, f"{scenario.name} never reached {scenario.use_case}"
