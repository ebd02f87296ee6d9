"""Ask for an act on up to five hundred processes: a job, with a result for each (demands 4)."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from chalicelib.application.authorisation import allow, process_resource, subject
from chalicelib.application.jobs.begin import Order, begin_job
from chalicelib.application.ports import Ports
from chalicelib.application.references import ProcessKey
from chalicelib.application.transaction import Operation, Reply
from chalicelib.domain.errors import FieldError, InvalidRequest
from chalicelib.domain.identity import Actor
from chalicelib.domain.job import JobItem
from chalicelib.domain.policy import Action, decide
from chalicelib.domain.process import Process
from chalicelib.domain.value import dataclass

from .acts import ACTS

MAXIMUM_PROCESSES = 500


@dataclass(frozen=True, slots=True)
class BulkOrder:
    """``act`` is a row of ``acts.py``; ``form`` what its dialog was filled with, as plain JSON."""

    act: str
    processes: tuple[str, ...]
    form: Mapping[str, Any]


def order_bulk_act(ports: Ports, actor: Actor, operation: Operation, order: BulkOrder) -> Reply:
    """-> ``{"job"}``. What may not be done to one process is told beside it, and stops no other.

    Raises Forbidden, InvalidRequest ``no_items``, ``too_many_items``.
    """
    allow(actor, Action.BULK_ORDER)
    chosen = tuple(dict.fromkeys(order.processes))
    if len(chosen) > MAXIMUM_PROCESSES:
        message = f"Escolha até {MAXIMUM_PROCESSES} processos de cada vez."
        raise InvalidRequest(FieldError("processes", "too_many_items", message))
    act = ACTS[order.act]
    options = {"act": order.act, "form": json.dumps(dict(order.form), ensure_ascii=False, sort_keys=True)}

    def put(action: Action, found: Sequence[object]) -> Order:
        items = [
            JobItem(_label(actor, process), {"process": one})
            for one, process in zip(chosen, found, strict=True)
        ]
        return Order("bulk", act.title, items, options=options, in_turn=act.shared)

    keys = [ProcessKey(process) for process in chosen]
    return begin_job(ports, actor, operation, Action.BULK_ORDER, keys, put)


def _label(actor: Actor, process: object) -> str:
    """The number, for whom may see it: an order is no way to learn that a process exists."""
    if (
        isinstance(process, Process)
        and decide(subject(actor), Action.PROCESS_SEE, process_resource(process)).allowed
    ):
        return process.nup
    return "Processo não encontrado"
