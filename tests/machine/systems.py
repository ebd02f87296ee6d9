"""The product, twice, behind the same few acts: its use cases over the tables in memory, and the whole of it, from
the HTTP request to the tables of the embedded AWS."""

from collections.abc import Callable
from typing import Any, Protocol

from chalicelib.application.processes.record_progress import record_progress
from chalicelib.application.processes.start import StartForm, start_process
from chalicelib.application.routing.assign import Assignment, assign_process
from chalicelib.application.routing.conclude import conclude_process
from chalicelib.application.routing.receive import receive_process
from chalicelib.application.routing.reopen import reopen_process
from chalicelib.application.routing.send import SendForm, send_process
from chalicelib.domain.deadline import InDays
from chalicelib.domain.errors import DomainError
from chalicelib.domain.identity import Actor
from chalicelib.domain.process import Process
from tests.application.under_way import FORM
from tests.fakes.city import ANA, CABINET, HELENA, MARINA, PERSONNEL, PROTOCOL, at_work
from tests.fakes.outside import Outside
from tests.world import integrity
from tests.world.builders import started
from tests.world.world import Ask, Person, World

from .model import HOME, OTHER, THIRD

WORKER = {HOME: "ana.lima", OTHER: "marina.costa", THIRD: "helena.prado"}


class System(Protocol):
    """One process and what may be done to it; each act answers whether it was done."""

    def receive(self, unit: str) -> bool: ...
    def report(self, unit: str) -> bool: ...
    def assign(self, unit: str, user: str | None) -> bool: ...
    def conclude(self, unit: str) -> bool: ...
    def reopen(self, unit: str) -> bool: ...
    def send(self, unit: str, to: str, keep_open: bool, awaited: bool) -> bool: ...
    def look(self) -> tuple[Process, int]:
        """The process as stored, its chain checked, and how many entries it has."""


class InMemory:
    """Use cases over ``tests.fakes``: thousands of acts a second."""

    def __init__(self) -> None:
        self.outside = Outside()
        self.actors = {
            unit.id: at_work(person, unit)
            for person, unit in ((ANA, PROTOCOL), (MARINA, PERSONNEL), (HELENA, CABINET))
        }
        made = start_process(self.outside.ports, self.actors[HOME], self.outside.operation(), StartForm(FORM))
        self.process = str(made["id"])

    def _do(self, unit: str, act: Callable[..., Any], *details: Any) -> bool:
        actor: Actor = self.actors[unit]
        self.outside.later(minutes=1)
        try:
            act(self.outside.ports, actor, self.outside.operation(actor.user.id), self.process, *details)
        except DomainError:
            return False
        return True

    def receive(self, unit: str) -> bool:
        return self._do(unit, receive_process)

    def report(self, unit: str) -> bool:
        return self._do(unit, record_progress, "Feito")

    def assign(self, unit: str, user: str | None) -> bool:
        return self._do(unit, assign_process, Assignment(user))

    def conclude(self, unit: str) -> bool:
        return self._do(unit, conclude_process, None)

    def reopen(self, unit: str) -> bool:
        return self._do(unit, reopen_process)

    def send(self, unit: str, to: str, keep_open: bool, awaited: bool) -> bool:
        due = InDays(5, True) if awaited else None
        return self._do(unit, send_process, SendForm((to,), keep_open, due))

    def look(self) -> tuple[Process, int]:
        chain = self.outside.memory.histories[self.process]
        integrity.check_chain(chain)
        return self.outside.memory.process(self.process), len(chain)


class Whole:
    """Everything, through HTTP."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.process = started(world)

    def _do(self, unit: str, method: str, what: str, body: Any) -> bool:
        who: Person = self.world.person(WORKER[unit], unit)
        reply = self.world.send(Ask(who, method, f"/processes/{self.process}/{what}", body))
        assert reply.status < 300 or reply.status in (403, 409), reply.text
        return reply.status < 300

    def receive(self, unit: str) -> bool:
        return self._do(unit, "POST", "receipts", {})

    def report(self, unit: str) -> bool:
        return self._do(unit, "POST", "progress", {"text": "Feito"})

    def assign(self, unit: str, user: str | None) -> bool:
        return self._do(unit, "PUT", "assignment", {"user": user})

    def conclude(self, unit: str) -> bool:
        return self._do(unit, "POST", "conclusion", {})

    def reopen(self, unit: str) -> bool:
        return self._do(unit, "POST", "reopening", {})

    def send(self, unit: str, to: str, keep_open: bool, awaited: bool) -> bool:
        due = {"days": 5, "business": True} if awaited else None
        return self._do(unit, "POST", "routings", {"units": [to], "keep_open": keep_open, "return_due": due})

    def look(self) -> tuple[Process, int]:
        found = self.world.check(self.process)
        assert found
        return found, found.n
