"""Anexar processo: make another process part of this one (PRO-17)."""

from chalicelib.application.ports import Ports
from chalicelib.application.transaction import Operation, Reply
from chalicelib.domain import annexing
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action

from .pairing import act_on_pair


def annex_process(ports: Ports, actor: Actor, operation: Operation, process_id: str, other: str) -> Reply:
    """``other`` becomes part of ``process_id``; -> ``{"version"}`` of the main one.

    Raises NotFound, Forbidden (either), Refused as ``annexing.annex``.
    """
    now = ports.now()
    return act_on_pair(
        ports,
        actor,
        operation,
        (process_id, other),
        Action.PROCESS_ANNEX,
        lambda main, beside: annexing.annex(main, beside, actor, now),
        beside=Action.PROCESS_ANNEX,
    )
