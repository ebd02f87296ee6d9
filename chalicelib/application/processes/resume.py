"""Remover sobrestamento: let a suspended process go on (PRO-16)."""

from chalicelib.application.authorisation import allow_on_process
from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import ProcessKey
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.suspending import resume


def resume_process(ports: Ports, actor: Actor, operation: Operation, process_id: str) -> Reply:
    """-> ``{"version"}``. Raises NotFound, Forbidden, Refused as ``suspending.resume``.

    The process it waited for hears of it even where the actor may not see it: its history told of the suspension.
    """
    now = ports.now()

    def attempt(work: Work) -> Reply:
        (found,) = work.load(ProcessKey(process_id))
        process = allow_on_process(actor, Action.PROCESS_RESUME, found)
        held = process.suspension
        linked = work.load(ProcessKey(held.linked))[0] if held and held.linked else None
        change, told = resume(process, actor, now, linked)
        if told:
            work.change_process(linked, told)
        return {"version": work.change_process(process, change).n}

    return transact(lambda: ports.begin(operation), attempt)
