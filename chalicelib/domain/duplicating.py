"""Duplicating a process (PRO-12): a new one with copies of the documents, and nothing of what was said about them.

The duplicate is view only until everything is in it, so that nobody works on half of one. The places of the documents
are set aside from the beginning, so that they stand in the order of the original's tree whoever copies which first.
"""

from dataclasses import replace
from datetime import datetime

from . import history
from .document import Document, DocumentState, Kind
from .filing import inclusion, put_back
from .identity import Actor
from .process import Act, Change, Process, Registration, State, then
from .redacted import Redactions
from .registering import start
from .ties import Lock
from .work_plan import PlanUnderWay

REASON = "Duplicação em andamento"
DRAFT = "Minuta não é copiada"
CANCELLED = "Documento cancelado"
EMAIL = "E-mail não é copiado"
NO_ACCESS = "Sem acesso ao conteúdo"


def left_out(document: Document) -> str | None:
    """Why the document stays out of a duplicate; None when it is copied."""
    if document.state is DocumentState.DRAFT:
        return DRAFT
    if document.state is DocumentState.CANCELLED:
        return CANCELLED
    if document.kind is Kind.MAILED:
        return EMAIL
    return None


def begin(
    identifier: str,
    nup: str,
    actor: Actor,
    source: Process,
    registration: Registration,
    places: int,
    at: datetime,
) -> Change:
    """The duplicate, empty, view only, with ``places`` set aside for its documents and nothing done of the plan."""
    plan = PlanUnderWay(source.work_plan.plan) if source.work_plan else None
    change = start(identifier, nup, actor, registration, at, plan)
    locked = replace(
        change.process,
        state=State.LOCKED,
        lock=Lock(REASON, actor.unit, actor.user, at),
        document_count=places,
    )
    facts = (history.ProcessDuplicated(source.id, source.nup), history.ProcessLocked(REASON))
    return then(change, locked, *(Act(actor.user, actor.unit, fact) for fact in facts))


def copied(
    document: Document, process: Process, identifier: str, number: str, order: int, actor: Actor
) -> Document:
    """The document as it begins in the duplicate: unsigned, unread, of who duplicates."""
    authored = document.kind is Kind.AUTHORED
    return replace(
        document,
        id=identifier,
        process=process.id,
        number=number,
        order=order,
        state=DocumentState.DRAFT if authored else DocumentState.FILED,
        unit=actor.unit,
        author=actor.user,
        type_number=None,
        version=1 if authored else 0,
        revision=1,
        signatures=(),
        seen_elsewhere=False,
        acknowledgements=(),
        locked=False,
        frozen=None,
        redactions=Redactions(),
    )


def include(duplicate: Process, actor: Actor, document: Document, at: datetime) -> Change:
    """The duplicate with one more document, in the place that was set aside for it."""
    free = unlocked(duplicate)
    change = put_back(free, actor, document, inclusion(document), at)
    return replace(change, process=replace(change.process, state=duplicate.state, lock=duplicate.lock))


def unlocked(duplicate: Process) -> Process:
    """The duplicate as it will be when everything is in it: what the policy is asked about."""
    return replace(duplicate, state=State.NORMAL, lock=None)


def in_the_making(process: Process) -> bool:
    """It is view only because its documents are still being copied."""
    return process.state is State.LOCKED and process.lock is not None and process.lock.reason == REASON


def finish(duplicate: Process, actor: Actor) -> Change:
    """Everything is in it: it may be worked on."""
    return Change(unlocked(duplicate), (Act(actor.user, actor.unit, history.ProcessUnlocked()),))
