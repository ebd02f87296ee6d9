"""The ready-made checklists of the unit (demands 1)."""

from chalicelib.application.authorisation import allow
from chalicelib.application.ports import Ports
from chalicelib.application.references import ChecklistShelfKey
from chalicelib.domain.checklist import ChecklistShelf
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action


def read_templates(ports: Ports, actor: Actor) -> ChecklistShelf:
    """One read. Raises Forbidden."""
    allow(actor, Action.UNIT_READ_ARRANGEMENT)
    (kept,) = ports.reader.get(ChecklistShelfKey(actor.unit.id))
    return kept or ChecklistShelf(actor.unit)
