"""Ask for an act on up to five hundred documents, of any processes: a job, with a result for each."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from chalicelib.application.authorisation import allow, document_resource, subject
from chalicelib.application.jobs.begin import Order, begin_job
from chalicelib.application.ports import Ports
from chalicelib.application.references import DiscardedKey, DocumentKey, Key, ProcessKey
from chalicelib.application.transaction import Operation, Reply
from chalicelib.domain.document import Document
from chalicelib.domain.errors import FieldError, InvalidRequest
from chalicelib.domain.identity import Actor
from chalicelib.domain.job import SMALLEST_BATCH, JobItem
from chalicelib.domain.policy import Action, decide
from chalicelib.domain.process import Process
from chalicelib.domain.trash import Discarded
from chalicelib.domain.value import dataclass

from .document_acts import DOCUMENT_ACTS, KIND, Place

MAXIMUM_DOCUMENTS = 500
UNSEEN = "Documento não encontrado"


@dataclass(frozen=True, slots=True)
class DocumentsOrder:
    """``act`` is a row of ``document_acts.py``; ``form`` what its dialog was filled with, as plain JSON."""

    act: str
    documents: tuple[Place, ...]
    form: Mapping[str, Any]


def order_document_act(ports: Ports, actor: Actor, operation: Operation, order: DocumentsOrder) -> Reply:
    """-> ``{"job"}``. What may not be done to one document is told beside it, and stops no other.

    Raises Forbidden, InvalidRequest ``no_items``, ``too_many_items``.
    """
    allow(actor, Action.BULK_ORDER)
    chosen = tuple(dict.fromkeys(order.documents))
    if len(chosen) > MAXIMUM_DOCUMENTS:
        message = f"Escolha até {MAXIMUM_DOCUMENTS} documentos de cada vez."
        raise InvalidRequest(FieldError("documents", "too_many_items", message))
    processes = tuple(dict.fromkeys(process for process, _ in chosen))
    act = DOCUMENT_ACTS[order.act]
    options = {"act": order.act, "form": json.dumps(dict(order.form), ensure_ascii=False, sort_keys=True)}

    def put(action: Action, found: Sequence[object]) -> Order:
        of = dict(zip(processes, found, strict=False))
        items = [
            JobItem(_label(actor, of[place[0]], thing), {"process": place[0], "document": place[1]})
            for place, thing in zip(chosen, found[len(processes) :], strict=True)
        ]
        in_turn = act.shared or _crowded(chosen)
        return Order(KIND, act.title, items, options=options, in_turn=in_turn)

    keys: list[Key] = [ProcessKey(process) for process in processes]
    keys += [DiscardedKey(*place) if order.act == "restore" else DocumentKey(*place) for place in chosen]
    return begin_job(ports, actor, operation, Action.BULK_ORDER, keys, put)


def _crowded(chosen: Sequence[Place]) -> bool:
    """Whether several hands would be at one process: its history is written one entry after the other."""
    return max(Counter(process for process, _ in chosen).values(), default=0) > SMALLEST_BATCH


def _label(actor: Actor, process: object, thing: object) -> str:
    """Its name and its process's number, for whom may see it: an order is no way to learn that a document exists."""
    if isinstance(thing, Discarded):
        mine = isinstance(process, Process) and thing.by.id == actor.user.id
        return _named(process, thing.document) if mine and isinstance(process, Process) else UNSEEN
    if not isinstance(process, Process) or not isinstance(thing, Document):
        return UNSEEN
    seen = decide(subject(actor), Action.DOCUMENT_SEE_NODE, document_resource(process, thing)).allowed
    return _named(process, thing) if seen else UNSEEN


def _named(process: Process, document: Document) -> str:
    return f"{document.label}, {process.nup}"
