"""The product as the programs drive it: its use cases over tables in memory, and all of it over HTTP."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol

from chalicelib.application.processes.annex import annex_process
from chalicelib.application.processes.lock import lock_process
from chalicelib.application.processes.record_progress import record_progress
from chalicelib.application.processes.resume import resume_process
from chalicelib.application.processes.start import StartForm, start_process
from chalicelib.application.processes.suspend import suspend_process
from chalicelib.application.processes.unannex import unannex_process
from chalicelib.application.processes.unlock import unlock_process
from chalicelib.application.references import ProcessKey
from chalicelib.application.routing.assign import Assignment, assign_process
from chalicelib.application.routing.conclude import conclude_process
from chalicelib.application.routing.mark_unread import mark_process_unread
from chalicelib.application.routing.receive import receive_process
from chalicelib.application.routing.reopen import reopen_process
from chalicelib.application.routing.send import SendForm, send_process
from chalicelib.application.routing.undo_conclusion import undo_conclusion
from chalicelib.application.routing.undo_sending import undo_sending
from chalicelib.domain.deadline import InDays
from chalicelib.domain.errors import DomainError
from chalicelib.domain.identity import Actor
from chalicelib.domain.organisation import Person as Name
from chalicelib.domain.organisation import Unit
from chalicelib.domain.process import Process
from tests.application.under_way import FORM
from tests.fakes.city import ANA, CABINET, HELENA, MARINA, PERSONNEL, PROTOCOL, Tables, at_work
from tests.fakes.outside import Outside
from tests.world import integrity
from tests.world.builders import drafted, started
from tests.world.scenarios.ties import chief
from tests.world.world import Ask, Person, World

from .model import HOME, OTHER, THIRD

STAFF = ((ANA, PROTOCOL), (MARINA, PERSONNEL), (HELENA, CABINET))
WORKER = {HOME: "ana.lima", OTHER: "marina.costa", THIRD: "helena.prado"}
ACTS: dict[str, tuple[Callable[..., Any], str, Any, tuple[Any, ...]]] = {
    "receive": (receive_process, "receipts", {}, ()),
    "mark_unread": (mark_process_unread, "unread-mark", {}, ()),
    "report": (record_progress, "progress", {"text": "Feito"}, ("Feito",)),
    "conclude": (conclude_process, "conclusion", {}, (None,)),
    "undo_conclusion": (undo_conclusion, "conclusion/undoing", {}, ()),
    "reopen": (reopen_process, "reopening", {}, ()),
    "suspend": (suspend_process, "suspension", {"reason": "Laudo"}, ("Laudo", None)),
    "resume": (resume_process, "resumption", {}, ()),
    "lock": (lock_process, "lock", {"reason": "Envio"}, ("Envio",)),
    "unlock": (unlock_process, "unlocking", {}, ()),
}
#: Done by an administrator of HOME, whatever the unit.
ADMINISTRATIVE = ("lock", "unlock")


class System(Protocol):
    """Two processes, the second with a document, and what may be done to them; each act answers whether it was done."""

    def do(self, which: int, unit: str, act: str) -> bool:
        """One of ``ACTS``."""

    def assign(self, which: int, unit: str, user: str | None) -> bool: ...
    def send(self, which: int, unit: str, to: str, keep_open: bool, awaited: bool) -> bool: ...
    def undo_sending(self, which: int, unit: str) -> bool: ...
    def annex(self, unit: str) -> bool: ...
    def unannex(self) -> bool: ...
    def look(self, which: int) -> tuple[Process, int]:
        """The process as stored, its chain checked, and how many entries it has."""


def last_sending(process: Process, unit: str) -> str:
    """The routing a person of the unit would undo."""
    mine = [routing.id for routing in process.routings if routing.origin.id == unit]
    return mine[-1] if mine else "a" * 26


@dataclass(frozen=True)
class Staffed(Tables):
    """A city of exactly these units."""

    units_of: tuple[Unit, ...] = ()

    def units(self) -> Mapping[str, Unit]:
        return {unit.id: unit for unit in self.units_of}


class InMemory:
    """Use cases over ``tests.fakes``: thousands of acts a second."""

    def __init__(self, staff: Sequence[tuple[Name, Unit]] = STAFF) -> None:
        self.outside = Outside(tables=Staffed(units_of=tuple(unit for _, unit in staff)))
        self.actors = {unit.id: at_work(person, unit) for person, unit in staff}
        self.administrator = replace(self.actors[HOME], profiles=frozenset({"basic", "administrator"}))
        self.processes = [self._started(), self._started()]
        things, key = self.outside.memory.things, ProcessKey(self.processes[1])
        things[key] = replace(self.outside.memory.process(key.id), live_documents=1)

    def _started(self) -> str:
        form = StartForm(FORM)
        made = start_process(self.outside.ports, self.actors[HOME], self.outside.operation(), form)
        return str(made["id"])

    def _do(self, which: int, actor: Actor, act: Callable[..., Any], *details: Any) -> bool:
        self.outside.later(minutes=1)
        operation = self.outside.operation(actor.user.id)
        try:
            act(self.outside.ports, actor, operation, self.processes[which], *details)
        except DomainError:
            return False
        return True

    def do(self, which: int, unit: str, act: str) -> bool:
        actor = self.administrator if act in ADMINISTRATIVE else self.actors[unit]
        return self._do(which, actor, ACTS[act][0], *ACTS[act][3])

    def assign(self, which: int, unit: str, user: str | None) -> bool:
        return self._do(which, self.actors[unit], assign_process, Assignment(user))

    def send(self, which: int, unit: str, to: str, keep_open: bool, awaited: bool) -> bool:
        due = InDays(5, True) if awaited else None
        return self._do(which, self.actors[unit], send_process, SendForm((to,), keep_open, due))

    def undo_sending(self, which: int, unit: str) -> bool:
        routing = last_sending(self.outside.memory.process(self.processes[which]), unit)
        return self._do(which, self.actors[unit], undo_sending, routing)

    def annex(self, unit: str) -> bool:
        return self._do(0, self.actors[unit], annex_process, self.processes[1])

    def unannex(self) -> bool:
        return self._do(0, self.administrator, unannex_process, self.processes[1], "Engano")

    def look(self, which: int) -> tuple[Process, int]:
        chain = self.outside.memory.histories[self.processes[which]]
        integrity.check_chain(chain)
        return self.outside.memory.process(self.processes[which]), len(chain)


class Whole:
    """Everything, through HTTP."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.processes = [started(world), drafted(world)[0]]

    def _do(self, which: int, who: Person, method: str, what: str, body: Any) -> bool:
        reply = self.world.send(Ask(who, method, f"/processes/{self.processes[which]}/{what}", body))
        assert reply.status < 300 or reply.status in (403, 404, 409), reply.text
        return reply.status < 300

    def _worker(self, unit: str) -> Person:
        return self.world.person(WORKER[unit], unit)

    def do(self, which: int, unit: str, act: str) -> bool:
        who = chief(self.world) if act in ADMINISTRATIVE else self._worker(unit)
        return self._do(which, who, "POST", ACTS[act][1], ACTS[act][2])

    def assign(self, which: int, unit: str, user: str | None) -> bool:
        return self._do(which, self._worker(unit), "PUT", "assignment", {"user": user})

    def send(self, which: int, unit: str, to: str, keep_open: bool, awaited: bool) -> bool:
        due = {"days": 5, "business": True} if awaited else None
        form = {"units": [to], "keep_open": keep_open, "return_due": due}
        return self._do(which, self._worker(unit), "POST", "routings", form)

    def undo_sending(self, which: int, unit: str) -> bool:
        found = self.look(which)[0]
        return self._do(
            which, self._worker(unit), "POST", f"routings/{last_sending(found, unit)}/undoing", {}
        )

    def annex(self, unit: str) -> bool:
        return self._do(0, self._worker(unit), "POST", "annexes", {"process": self.processes[1]})

    def unannex(self) -> bool:
        what = f"annexes/{self.processes[1]}/removal"
        return self._do(0, chief(self.world), "POST", what, {"reason": "Engano"})

    def look(self, which: int) -> tuple[Process, int]:
        found = self.world.check(self.processes[which])
        assert found
        return found, found.n
