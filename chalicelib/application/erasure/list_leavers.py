"""Who left, the longest ago first, and of whom the term is over (LGPD, arts. 15 and 16)."""

from chalicelib.application.audit.notebook import note_people
from chalicelib.application.authorisation import allow
from chalicelib.application.ports import Page, Ports
from chalicelib.domain.audit import PersonKind
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action

SHOWN = 50


def list_leavers(ports: Ports, actor: Actor, cursor: str | None) -> Page:
    """A page. Raises Forbidden, InvalidRequest."""
    allow(actor, Action.PERSON_ERASE)
    page = ports.reader.leavers(cursor, SHOWN)
    note_people(actor, Action.PERSON_ERASE, PersonKind.USER, (one.id for one in page.items))
    return page
