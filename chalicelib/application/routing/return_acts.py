"""What the acts on a return that was asked for share; only the unit that asked may do them (TRA-03)."""

from collections.abc import Callable

from chalicelib.application.authorisation import allow_on_process, routing_resource, subject
from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import ProcessKey
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action, authorise
from chalicelib.domain.process import Change, Process
from chalicelib.domain.sending import awaited_by


def act_on_return(
    ports: Ports,
    actor: Actor,
    operation: Operation,
    place: tuple[str, str | None],
    action: Action,
    act: Callable[[Process], Change],
) -> Reply:
    """Do ``act`` on the process of ``place``, (process, routing); without a routing, on every return awaited.

    Raises NotFound, Forbidden, Refused.
    """
    process_id, routing_id = place

    def attempt(work: Work) -> Reply:
        (found,) = work.load(ProcessKey(process_id))
        # Seeing the process comes first: who may not see it must not learn which routings it has.
        process = allow_on_process(actor, Action.PROCESS_SEE, found)
        awaited = [each.id for each in awaited_by(process, actor.unit.id)]
        for each in [routing_id] if routing_id else awaited:
            authorise(subject(actor), action, routing_resource(process, each))
        return {"version": work.change_process(process, act(process)).n}

    return transact(lambda: ports.begin(operation), attempt)
