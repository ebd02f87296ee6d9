"""Sobrestar: hold a process still, perhaps until another is decided (PRO-16)."""

from chalicelib.application.authorisation import allow_on_process
from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import ProcessKey
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.suspending import suspend


def suspend_process(
    ports: Ports, actor: Actor, operation: Operation, process_id: str, reason: str, linked_id: str | None
) -> Reply:
    """-> ``{"version"}``. Raises NotFound (either process), Forbidden, Refused as ``suspending.suspend``."""
    now = ports.now()
    wanted = [ProcessKey(process_id), *([ProcessKey(linked_id)] if linked_id else [])]

    def attempt(work: Work) -> Reply:
        found, *beside = work.load(*wanted)
        process = allow_on_process(actor, Action.PROCESS_SUSPEND, found)
        linked = allow_on_process(actor, Action.PROCESS_SEE, beside[0]) if beside else None
        change, told = suspend(process, actor, reason, now, linked)
        if told:
            work.change_process(linked, told)
        return {"version": work.change_process(process, change).n}

    return transact(lambda: ports.begin(operation), attempt)
