"""A city in memory: the process, the engine that waits, the queue and the streams, under a clock of our own.

``interrupt`` is called before every read or write that a use case makes, so that a test can let the rest of the
world move in between.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from chalicelib.application.conducting.plan import Phase, Plan
from chalicelib.application.conducting.ports import Conducting, HistoryFact, Notice, Wait
from chalicelib.domain.access import AccessLevel
from chalicelib.domain.organisation import Person, UnitName
from chalicelib.domain.presence import Presence, Tab
from chalicelib.domain.process import Named, Process, Registration, State
from chalicelib.domain.routing import Routing

ZONE = ZoneInfo("America/Sao_Paulo")
START = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)
ORIGIN = UnitName("prot", "PROT")
ANA = Person("ana.lima", "Ana Lima")


def a_process(identifier: str = "p1", **changes: object) -> Process:
    registration = Registration(
        Named("100", "Pedido"), "Poda de árvore", (Named("1", "Meio ambiente"),), (), AccessLevel.PUBLIC
    )
    presence = Presence(ORIGIN, True, Tab.GENERATED, False, START, START)
    process = Process(
        identifier,
        "ubatuba",
        "1",
        "pmu",
        registration,
        State.NORMAL,
        START,
        ANA,
        ORIGIN,
        {ORIGIN.id: presence},
    )
    return replace(process, **changes)  # type: ignore[arg-type]


def a_routing(identifier: str = "r1", process: str = "p1", **changes: object) -> Routing:
    destination = UnitName(f"unit-{identifier}", f"U{identifier.upper()}")
    routing = Routing(identifier, process, ORIGIN, destination, START, ANA.id)
    return replace(routing, **changes)  # type: ignore[arg-type]


@dataclass
class Execution:
    arn: str
    routing: str
    process: str
    plan: Mapping[str, str]
    status: str = "RUNNING"
    token: str | None = None
    asleep: bool = False


@dataclass
class World:
    """Every fake in one place: each port is this object or one of its attributes."""

    now: datetime = START
    processes: dict[str, Process] = field(default_factory=dict)
    executions: dict[str, Execution] = field(default_factory=dict)
    waits: dict[tuple[str, str], Wait] = field(default_factory=dict)
    waits_stream: list[str] = field(default_factory=list)
    messages: list[dict[str, str]] = field(default_factory=list)
    reopenings: dict[tuple[str, str, date], str] = field(default_factory=dict)
    notices: list[Notice] = field(default_factory=list)
    register: set[Notice] = field(default_factory=set)
    letters: set[Notice] = field(default_factory=set)
    interrupt: Callable[[], None] = lambda: None
    tokens: int = 0

    def outside(self) -> Conducting:
        return Conducting(
            "ubatuba", ZONE, lambda: self.now, self, WaitRows(self), Engine(self), Register(self), Bus(self),
            self.letter,
        )  # fmt: skip

    def letter(self, notice: Notice) -> bool:
        """As ``write_letter``: one per moment, however often it is asked for."""
        self.interrupt()
        self.letters.add(notice)
        return True

    def process(self, process: str) -> Process | None:
        self.interrupt()
        return self.processes.get(process)

    def put(self, routing: Routing) -> None:
        """The routing as it is now; one that is closed leaves the process, as the domain does."""
        process = self.processes.setdefault(routing.process, a_process(routing.process))
        others = tuple(r for r in process.routings if r.id != routing.id)
        routings = (*others, routing) if routing.open else others
        self.processes[routing.process] = replace(process, routings=routings, n=process.n + 1)

    def routings(self) -> Iterator[tuple[str, str]]:
        for process in self.processes.values():
            yield from ((process.id, routing.id) for routing in process.routings)

    def open_routings(self) -> "OpenRoutings":
        return OpenRoutings(self)

    # What the engine does by itself

    def steps(self) -> list[str]:
        """Executions that have a step to take: to write their wait, or to end."""
        return [e.arn for e in self.executions.values() if e.status == "RUNNING" and not e.asleep]

    def step(self, arn: str) -> None:
        execution = self.executions[arn]
        if execution.status != "RUNNING" or execution.asleep:
            return
        if execution.plan["phase"] == Phase.DONE:
            execution.status = "SUCCEEDED"
            return
        self.tokens += 1
        execution.token = f"token-{self.tokens}"
        execution.asleep = True
        self.waits[(execution.process, execution.routing)] = Wait(
            execution.process,
            execution.routing,
            execution.plan["phase"],
            execution.plan["until"],
            execution.token,
            arn,
        )
        self.waits_stream.append(execution.process)

    def time_out(self) -> None:
        """The waits whose moment has passed tell it and wait again."""
        for execution in self.executions.values():
            if (
                execution.asleep
                and execution.status == "RUNNING"
                and execution.plan["until"] <= stamp(self.now)
            ):
                body = {"kind": execution.plan["moment"], "until": execution.plan["until"]}
                self.messages.append(body | {"process": execution.process, "routing": execution.routing})
                execution.token, execution.asleep = None, False

    def kill(self, arn: str) -> None:
        execution = self.executions[arn]
        if execution.status == "RUNNING":
            execution.status, execution.asleep, execution.token = "FAILED", False, None

    def running(self, routing: str) -> list[Execution]:
        return [e for e in self.executions.values() if e.routing == routing and e.status == "RUNNING"]


@dataclass
class WaitRows:
    world: World

    def of_process(self, process: str) -> Mapping[str, Wait]:
        self.world.interrupt()
        return {routing: wait for (of, routing), wait in self.world.waits.items() if of == process}

    def forget(self, wait: Wait) -> None:
        self.world.interrupt()
        found = self.world.waits.get((wait.process, wait.routing))
        if found is not None and found.token == wait.token:
            del self.world.waits[(wait.process, wait.routing)]


@dataclass
class Engine:
    world: World

    def start(self, process: str, routing: str, plan: Plan, now: datetime) -> None:
        self.world.interrupt()
        if routing not in self.world.executions:
            self._begin(routing, process, routing, plan)

    def revive(self, process: str, routing: str, plan: Plan, now: datetime) -> bool:
        self.world.interrupt()
        generation = 1
        while True:
            name = routing if generation == 1 else f"{routing}-{generation}"
            found = self.world.executions.get(name)
            if found is None:
                self._begin(name, process, routing, plan)
                return True
            if found.status == "RUNNING":
                return False
            generation += 1

    def _begin(self, name: str, process: str, routing: str, plan: Plan) -> None:
        self.world.executions[name] = Execution(name, routing, process, wire(plan))

    def answer(self, wait: Wait, plan: Plan, now: datetime) -> bool:
        self.world.interrupt()
        for execution in self.world.executions.values():
            if execution.token == wait.token and execution.asleep:
                execution.plan, execution.token, execution.asleep = wire(plan), None, False
                return True
        return False

    def alive(self, execution: str) -> bool:
        self.world.interrupt()
        return self.world.executions[execution].status == "RUNNING"

    def running(self) -> frozenset[str]:
        return frozenset(e.routing for e in self.world.executions.values() if e.status == "RUNNING")

    def schedule_reopening(self, process: str, unit: str, day: date, at: datetime) -> None:
        self.world.reopenings.setdefault((process, unit, day), "RUNNING")

    def revive_reopening(self, process: str, unit: str, day: date, at: datetime) -> bool:
        alive = self.world.reopenings.get((process, unit, day)) == "RUNNING"
        self.world.reopenings[(process, unit, day)] = "RUNNING"
        return not alive


@dataclass
class Register:
    world: World

    def given(self, notice: Notice) -> bool:
        self.world.interrupt()
        return notice in self.world.register

    def note(self, notice: Notice) -> None:
        self.world.interrupt()
        self.world.register.add(notice)


@dataclass
class Bus:
    world: World

    def facts(self, facts: Sequence[HistoryFact]) -> Sequence[HistoryFact]:
        return []

    def notice(self, notice: Notice) -> None:
        self.world.interrupt()
        self.world.notices.append(notice)


@dataclass
class OpenRoutings:
    world: World

    def routings(self) -> Iterator[tuple[str, str]]:
        return self.world.routings()

    def reopenings(self, until: date) -> Iterator[tuple[str, str, date]]:
        for process in self.world.processes.values():
            for unit, presence in process.presences.items():
                if presence.reopen_on is not None and presence.reopen_on <= until:
                    yield process.id, unit, presence.reopen_on


def wire(plan: Plan) -> dict[str, str]:
    if plan.next is None:
        return {"phase": plan.phase.value}
    return {"phase": plan.phase.value, "moment": plan.next.occasion.value, "until": plan.next.until}


def stamp(at: datetime) -> str:
    return at.strftime("%Y-%m-%dT%H:%M:%SZ")


DAY = timedelta(days=1)
