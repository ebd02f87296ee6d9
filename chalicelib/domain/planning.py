"""The acts of the work plan on a process (PRO-26). Every one leaves its entry in the history; none asks for a plan."""

from dataclasses import replace
from datetime import datetime

from chalicelib.domain.value import dataclass

from . import history
from .document import Document
from .errors import Conflict, NotFound, Refused
from .identity import Actor
from .process import Act, Change, Process, then, touch
from .work_plan import ItemState, ItemStatus, PlanUnderWay, WorkPlan

NO_PLAN = "O processo não tem plano de trabalho."


@dataclass(frozen=True, slots=True)
class Mark:
    """How an item is to stand; ``expected`` is how the screen showed it. ``status`` None: as nobody had touched it."""

    item: str
    status: ItemStatus | None
    expected: ItemStatus | None
    note: str = ""


def mark_item(process: Process, actor: Actor, mark: Mark, at: datetime) -> Change:
    """Raises as ``touch``; NotFound ``no_work_plan``, ``item_not_found``; Conflict ``item_changed``; Refused
    ``nothing_changed``.
    """
    change = touch(process, actor, at)
    under_way = process.work_plan
    if under_way is None:
        raise NotFound("no_work_plan", NO_PLAN)
    item = under_way.plan.item(mark.item)
    before = under_way.states.get(item.id)
    if under_way.status(item.id) != mark.expected:
        who = before.by.name if before else "Outra pessoa"
        raise Conflict("item_changed", f"{who} mudou a situação deste item. Confira como ficou e repita.")
    if mark.status == mark.expected and mark.note == (before.note if before else ""):
        raise Refused("nothing_changed", "Nada foi alterado.")
    document = before.document if before else None
    state = ItemState(mark.status, actor.user, actor.unit, at, mark.note, document) if mark.status else None
    fact = history.PlanItemMarked(item.name, mark.status.value if mark.status else None, mark.note)
    moved = replace(change.process, work_plan=under_way.with_state(item.id, state))
    return then(change, moved, Act(actor.user, actor.unit, fact))


def replace_plan(
    process: Process, actor: Actor, plan: WorkPlan, expected: str | None, at: datetime
) -> Change:
    """Put ``plan`` in the place of the one of code ``expected``; nothing of the old one's states goes along.

    Raises as ``touch``; Conflict ``plan_changed``; Refused ``same_plan``.
    """
    change = touch(process, actor, at)
    before = process.work_plan.plan if process.work_plan else None
    if (before.code if before else None) != expected:
        raise Conflict("plan_changed", "O plano de trabalho foi trocado por outra pessoa. Confira e repita.")
    if before and before.code == plan.code:
        raise Refused("same_plan", f"O plano do processo já é {plan.name}.")
    fact = history.WorkPlanReplaced(plan.name, before.name if before else None)
    moved = replace(change.process, work_plan=PlanUnderWay(plan))
    return then(change, moved, Act(actor.user, actor.unit, fact))


def follow_document(change: Change, actor: Actor, document: Document, at: datetime) -> Change:
    """Begin the items that await a document of this type and that nobody touched (PRO-26)."""
    under_way = change.process.work_plan
    if under_way is None:
        return change
    begun = [
        item
        for item in under_way.plan.items
        if document.type.code in item.document_types and item.id not in under_way.states
    ]
    for item in begun:
        state = ItemState(ItemStatus.IN_PROGRESS, actor.user, actor.unit, at, document=document.number)
        under_way = under_way.with_state(item.id, state)
    facts = [history.PlanItemMarked(item.name, "in_progress", document=document.number) for item in begun]
    acts = [Act(actor.user, actor.unit, fact) for fact in facts]
    return then(change, replace(change.process, work_plan=under_way), *acts) if begun else change
