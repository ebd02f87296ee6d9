"""Withdraw a published flow: no process starts it any more, and those that follow it go on (architecture §8.3)."""

from chalicelib.application.authorisation import allow
from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import FlowKey
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain.errors import NotFound
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.published_flow import withdraw


def withdraw_flow(
    ports: Ports, actor: Actor, operation: Operation, code: str, version: int, reason: str
) -> Reply:
    """``version``: the one that the screen showed; -> ``{"code", "version"}``.

    Raises Forbidden, NotFound ``flow_unknown``, Refused ``flow_withdrawn``, ``flow_published_again``.
    """
    allow(actor, Action.FLOW_PUBLISH)
    now = ports.now()

    def attempt(work: Work) -> Reply:
        (before,) = work.load(FlowKey(code))
        if before is None:
            raise NotFound("flow_unknown", "Este fluxo não existe.")
        work.put_flow(before, withdraw(before, version, reason, actor, now))
        return {"code": code, "version": version}

    return transact(lambda: ports.begin(operation), attempt)
