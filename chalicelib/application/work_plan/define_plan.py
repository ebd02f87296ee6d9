"""Save a work plan as the administration wrote it: its next version, for processes from now on (PRO-26)."""

from dataclasses import replace

from chalicelib.application.authorisation import allow
from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import PlanShelfKey
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain.identity import Actor
from chalicelib.domain.plan_editing import PlanDraft, PlanShelf, check_known, define
from chalicelib.domain.policy import Action


def define_work_plan(ports: Ports, actor: Actor, operation: Operation, draft: PlanDraft) -> Reply:
    """``draft.code`` empty: a new plan; -> ``{"code", "version"}``.

    Raises Forbidden, InvalidRequest per field, Conflict ``plan_changed``, Refused ``too_many_plans``.
    """
    allow(actor, Action.PLAN_DEFINE)
    tables = ports.catalogues
    check_known(draft, tables.process_types().keys(), tables.document_types().keys())
    wanted = draft if draft.code else replace(draft, code=ports.identifier())
    now = ports.now()

    def attempt(work: Work) -> Reply:
        (kept,) = work.load(PlanShelfKey())
        after, edited = define(kept or PlanShelf(), tables.work_plans(), wanted, actor, now)
        work.put_kept(kept, after)
        return {"code": edited.plan.code, "version": edited.version}

    return transact(lambda: ports.begin(operation), attempt)
