"""The ready-made checklists of the unit, as the whole list says them now (demands 1)."""

from collections.abc import Sequence

from chalicelib.application.authorisation import allow
from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import ChecklistShelfKey
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain import checklist
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action


def define_templates(
    ports: Ports,
    actor: Actor,
    operation: Operation,
    wanted: Sequence[checklist.ChecklistTemplate],
    expected: int,
) -> Reply:
    """-> ``{"revision"}``. Lists in use in processes stay there as they are.

    Raises Forbidden, as ``checklist.define_templates``.
    """
    allow(actor, Action.UNIT_ARRANGE)
    fresh = [ports.identifier() for each in wanted if not each.id]

    def attempt(work: Work) -> Reply:
        (kept,) = work.load(ChecklistShelfKey(actor.unit.id))
        before = kept or checklist.ChecklistShelf(actor.unit)
        after = checklist.define_templates(before, wanted, fresh, expected)
        work.put_kept(kept, after)
        return {"revision": after.revision}

    return transact(lambda: ports.begin(operation), attempt)
