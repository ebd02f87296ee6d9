"""Suspend, relate, annex, lock and acknowledge (PRO-13, PRO-16, PRO-17, PRO-24)."""

from typing import Annotated, Any

from pydantic import StringConstraints

from chalicelib.application.processes.acknowledge import acknowledge_process
from chalicelib.application.processes.annex import annex_process
from chalicelib.application.processes.lock import lock_process
from chalicelib.application.processes.read_ties import read_ties
from chalicelib.application.processes.relate import relate_processes
from chalicelib.application.processes.resume import resume_process
from chalicelib.application.processes.suspend import suspend_process
from chalicelib.application.processes.unannex import unannex_process
from chalicelib.application.processes.unlock import unlock_process
from chalicelib.application.processes.unrelate import unrelate_processes
from chalicelib.domain.policy import Action

from . import replies, ties_view
from .routes import Call, Routes
from .validation import Body, Identifier

routes = Routes("ties")

Reason = Annotated[str, StringConstraints(min_length=1, max_length=500, strip_whitespace=True)]


class SuspensionForm(Body):
    """Sobrestar Processo (PRO-16), perhaps until another process is decided."""

    reason: Reason
    linked: Identifier | None = None


class OtherProcess(Body):
    """The other process of the tie."""

    process: Identifier


class Reasoned(Body):
    """An act that says why."""

    reason: Reason


class Nothing(Body):
    """An act that needs no data."""


@routes.route("GET", "/processes/{process}/ties", Action.PROCESS_SEE, reply=replies.TiesView)
def read(call: Call, process: str) -> Any:
    """Processos relacionados e anexados, sobrestamento, bloqueio e ciências"""
    return ties_view.ties(read_ties(call.ports, call.actor, process))


@routes.route(
    "POST",
    "/processes/{process}/suspension",
    Action.PROCESS_SUSPEND,
    body=SuspensionForm,
    reply=replies.Version,
)
def suspend(call: Call, process: str) -> Any:
    """Sobrestar processo"""
    form: SuspensionForm = call.body
    return suspend_process(call.ports, call.actor, call.operation, process, form.reason, form.linked)


@routes.route(
    "POST", "/processes/{process}/resumption", Action.PROCESS_RESUME, body=Nothing, reply=replies.Version
)
def resume(call: Call, process: str) -> Any:
    """Remover sobrestamento do processo"""
    return resume_process(call.ports, call.actor, call.operation, process)


@routes.route(
    "POST",
    "/processes/{process}/relations",
    Action.PROCESS_RELATE,
    body=OtherProcess,
    reply=replies.Version,
    status=201,
)
def relate(call: Call, process: str) -> Any:
    """Relacionar processo"""
    return relate_processes(call.ports, call.actor, call.operation, process, call.body.process)


@routes.route(
    "POST",
    "/processes/{process}/relations/{other}/removal",
    Action.PROCESS_UNRELATE,
    body=Nothing,
    reply=replies.Version,
)
def unrelate(call: Call, process: str, other: str) -> Any:
    """Desfazer relacionamento de processos"""
    return unrelate_processes(call.ports, call.actor, call.operation, process, other)


@routes.route(
    "POST",
    "/processes/{process}/annexes",
    Action.PROCESS_ANNEX,
    body=OtherProcess,
    reply=replies.Version,
    status=201,
)
def annex(call: Call, process: str) -> Any:
    """Anexar processo"""
    return annex_process(call.ports, call.actor, call.operation, process, call.body.process)


@routes.route(
    "POST",
    "/processes/{process}/annexes/{other}/removal",
    Action.PROCESS_UNANNEX,
    body=Reasoned,
    reply=replies.Version,
)
def unannex(call: Call, process: str, other: str) -> Any:
    """Desanexar processo"""
    return unannex_process(call.ports, call.actor, call.operation, process, other, call.body.reason)


@routes.route("POST", "/processes/{process}/lock", Action.PROCESS_LOCK, body=Reasoned, reply=replies.Version)
def lock(call: Call, process: str) -> Any:
    """Bloquear processo"""
    return lock_process(call.ports, call.actor, call.operation, process, call.body.reason)


@routes.route(
    "POST", "/processes/{process}/unlocking", Action.PROCESS_UNLOCK, body=Nothing, reply=replies.Version
)
def unlock(call: Call, process: str) -> Any:
    """Desbloquear processo"""
    return unlock_process(call.ports, call.actor, call.operation, process)


@routes.route(
    "POST",
    "/processes/{process}/acknowledgements",
    Action.PROCESS_ACKNOWLEDGE,
    body=Nothing,
    reply=replies.Version,
    status=201,
)
def acknowledge(call: Call, process: str) -> Any:
    """Dar ciência no processo"""
    return acknowledge_process(call.ports, call.actor, call.operation, process)
