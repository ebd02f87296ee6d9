"""What the administration changed: of one entry of the register, or of all (ACC-05 to ACC-16)."""

from chalicelib.application.audit.notebook import note_people
from chalicelib.application.authorisation import allow
from chalicelib.application.ports import Page, Ports
from chalicelib.domain.audit import PersonKind
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action

from .acting import USERS


def read_changes(ports: Ports, actor: Actor, of: tuple[str, str] | None, cursor: str | None) -> Page:
    """A page of ``ChangeRecord``, newest first; ``of`` is (table, code). Raises Forbidden."""
    allow(actor, Action.ADMINISTRATION_READ)
    page = ports.register.changes(*of, cursor) if of else ports.register.all_changes(cursor)
    about = (record.code for record in page.items if record.table == USERS)
    note_people(actor, Action.ADMINISTRATION_READ, PersonKind.USER, about)
    return page
