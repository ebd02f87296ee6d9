"""Dar ciência no processo: once a person, and for good (PRO-24)."""

from chalicelib.application.authorisation import allow_on_process
from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import AcknowledgementKey, ProcessKey
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.ties import Acknowledgement
from chalicelib.domain.tying import acknowledge


def acknowledge_process(ports: Ports, actor: Actor, operation: Operation, process_id: str) -> Reply:
    """-> ``{"version"}``. Raises NotFound, Forbidden, Refused ``already_acknowledged``."""
    now = ports.now()
    user = actor.user

    def attempt(work: Work) -> Reply:
        found, given = work.load(ProcessKey(process_id), AcknowledgementKey(process_id, user.id))
        process = allow_on_process(actor, Action.PROCESS_ACKNOWLEDGE, found)
        change = acknowledge(process, actor, now, given is not None)
        work.put_acknowledgement(Acknowledgement(process.id, user, actor.unit, now))
        return {"version": work.change_process(process, change).n}

    return transact(lambda: ports.begin(operation), attempt)
