"""A process that follows a flow, in memory: the run, and an engine that executes the compiled machine as Step Functions
does, one state at a time, so that a test may let anything happen in between.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from chalicelib.adapters.stepfunctions.flow_asl import flow_machine
from chalicelib.adapters.stepfunctions.flow_conductor import wire
from chalicelib.application.conducting.flow_plan import StepPlan, first_plan
from chalicelib.application.conducting.flow_ports import FlowConducting, FlowVersion, StepWait
from chalicelib.domain.flow_run import FlowRun

from .world import ZONE, Bus, Register, World

FORMAT = re.compile(r"States\.Format\('(.*)', (.*)\)")


@dataclass
class Thread:
    """One line of an execution: the whole, or a branch of it. ``branches`` while it waits for them."""

    states: dict[str, Any]
    at: str | None
    data: dict[str, Any]
    token: str | None = None
    branches: "list[Thread]" = field(default_factory=list)


@dataclass
class FlowExecution:
    """One execution, by its name."""

    name: str
    run: str
    main: Thread
    status: str = "RUNNING"

    def threads(self) -> "Iterator[Thread]":
        waiting = [self.main]
        while waiting:
            one = waiting.pop()
            yield one
            waiting += one.branches


@dataclass
class FlowWorld:
    """One process; each port is this object or one of its attributes."""

    now: datetime
    state: FlowRun | None = None
    executions: dict[str, FlowExecution] = field(default_factory=dict)
    rows: dict[tuple[str, str], StepWait] = field(default_factory=dict)
    messages: list[dict[str, str]] = field(default_factory=list)
    published: bool = True
    interrupt: Callable[[], None] = lambda: None
    tokens: int = 0
    city: World = field(default_factory=World)

    def outside(self) -> FlowConducting:
        return FlowConducting(
            "ubatuba", ZONE, lambda: self.now, self, Rows(self), Engine(self), Register(self.city), Bus(self.city),
            self.city.letter,
        )  # fmt: skip

    def run(self, process: str) -> FlowRun | None:
        self.interrupt()
        return self.state

    def runs(self) -> Iterator[tuple[str, str]]:
        if self.state and self.state.live:
            yield self.state.process, self.state.id

    # What the engine does by itself

    def steps(self) -> list[tuple[FlowExecution, Thread]]:
        """The lines that have a step to take."""
        found = []
        for execution in self.executions.values():
            if execution.status == "RUNNING":
                found += [(execution, one) for one in execution.threads() if self._ready(one)]
        return found

    @staticmethod
    def _ready(thread: Thread) -> bool:
        if thread.branches:
            return all(one.at is None for one in thread.branches)
        return thread.at is not None and thread.token is None

    def step(self, execution: FlowExecution, thread: Thread) -> None:
        """One state."""
        if execution.status != "RUNNING" or not self._ready(thread):
            return
        assert thread.at is not None
        state = thread.states[thread.at]
        if state["Type"] == "Succeed":
            execution.status = "SUCCEEDED"
        elif state["Type"] == "Choice":
            said = thread.data["now"]["way"]
            found = [one["Next"] for one in state["Choices"] if one["StringEquals"] == said]
            thread.at = found[0] if found else state["Default"]
        elif state["Type"] == "Parallel" and not thread.branches:
            thread.branches = [
                Thread(one["States"], one["StartAt"], dict(thread.data)) for one in state["Branches"]
            ]
        elif state["Type"] == "Parallel":
            thread.branches, thread.at = [], state["Next"]
        elif state["Type"] == "Pass":
            self._pass(thread, state)
        elif "waitForTaskToken" in state["Resource"]:
            self._wait(execution, thread, state)
        else:
            self.messages.append(resolved(state["Parameters"]["MessageBody"], thread.data))
            thread.at = state["Next"]

    def _pass(self, thread: Thread, state: dict[str, Any]) -> None:
        if state.get("End"):
            thread.at = None
            return
        thread.data = {**thread.data, "now": resolved(state["Parameters"], thread.data)}
        thread.at = state["Next"]

    def _wait(self, execution: FlowExecution, thread: Thread, state: dict[str, Any]) -> None:
        self.tokens += 1
        thread.token = f"token-{self.tokens}"
        item = {name: value["S.$"] for name, value in state["Parameters"]["Item"].items()}
        found = {name: look(item[name], thread.data) for name in ("sk", "until")}
        _, run, at = found["sk"].split("#")
        self.rows[(run, at)] = StepWait("p1", run, at, found["until"], thread.token, execution.name)

    def time_out(self) -> None:
        """The waits whose moment has passed tell it and wait again."""
        stamp = self.now.strftime("%Y-%m-%dT%H:%M:%SZ")
        for execution in self.executions.values():
            for thread in execution.threads() if execution.status == "RUNNING" else ():
                until = thread.data["now"]["until"]
                if thread.token and until != "-" and until <= stamp:
                    assert thread.at is not None
                    thread.token, thread.at = None, thread.states[thread.at]["Catch"][0]["Next"]

    def settle(self, deliver: Callable[[], object]) -> None:
        """Let the engine and the consumers go on until nothing moves."""
        for _ in range(500):
            before = repr((self.executions, sorted(self.rows)))
            for execution, thread in self.steps():
                self.step(execution, thread)
            deliver()
            if repr((self.executions, sorted(self.rows))) == before:
                return
        raise AssertionError("it never settles")

    def alive(self) -> list[FlowExecution]:
        return [one for one in self.executions.values() if one.status == "RUNNING"]

    def waiting_at(self) -> set[str]:
        """The places where living executions wait."""
        return {
            thread.data["now"]["at"] for one in self.alive() for thread in one.threads() if thread.token
        }


def look(path: str, data: dict[str, Any]) -> Any:
    """A reference path, or the one intrinsic function that the machines use."""
    formatted = FORMAT.fullmatch(path)
    if formatted:
        values = [look(one.strip(), data) for one in formatted[2].split(",")]
        return formatted[1].format(*values)
    if path.startswith("$$"):
        return path
    found: Any = data
    for part in path.removeprefix("$.").split("."):
        found = found[part]
    return found


def resolved(template: dict[str, Any], data: dict[str, Any]) -> dict[str, Any]:
    """``Parameters`` with their paths followed."""
    return {
        name.removesuffix(".$"): look(value, data) if name.endswith(".$") else value
        for name, value in template.items()
    }


@dataclass
class Rows:
    world: FlowWorld

    def of_process(self, process: str) -> Sequence[StepWait]:
        self.world.interrupt()
        return list(self.world.rows.values())

    def forget(self, wait: StepWait) -> None:
        self.world.interrupt()
        found = self.world.rows.get((wait.run, wait.at))
        if found is not None and found.token == wait.token:
            del self.world.rows[(wait.run, wait.at)]


@dataclass
class Engine:
    world: FlowWorld

    def start(self, run: FlowRun) -> bool:
        self.world.interrupt()
        if self.world.published and run.id not in self.world.executions:
            self._begin(run.id, run)
        return self.world.published

    def revive(self, run: FlowRun) -> bool:
        self.world.interrupt()
        generation = 1
        while self.world.published:
            name = run.id if generation == 1 else f"{run.id}-{generation}"
            found = self.world.executions.get(name)
            if found is None:
                self._begin(name, run)
                return True
            if found.status == "RUNNING":
                return False
            generation += 1
        return False

    def _begin(self, name: str, run: FlowRun) -> None:
        machine = flow_machine(run.flow)
        data = {
            "tenant": "ubatuba",
            "process": run.process,
            "run": run.id,
            "wait": {"pk": "P", "prefix": f"FLOW#{run.id}#"},
            "now": wire(first_plan(run)),
        }
        self.world.executions[name] = FlowExecution(
            name, run.id, Thread(machine["States"], machine["StartAt"], data)
        )

    def answer(self, wait: StepWait, plan: StepPlan) -> bool:
        self.world.interrupt()
        for execution in self.world.executions.values():
            for thread in execution.threads() if execution.status == "RUNNING" else ():
                if thread.token == wait.token:
                    assert thread.at is not None
                    state = thread.states[thread.at]
                    thread.data = {**thread.data, "now": wire(plan)}
                    thread.token, thread.at = None, state["Next"]
                    return True
        return False

    def alive(self, execution: str) -> bool:
        self.world.interrupt()
        return self.world.executions[execution].status == "RUNNING"

    def running(self, versions: Iterable[FlowVersion]) -> frozenset[str]:
        return frozenset(one.run for one in self.world.alive())
