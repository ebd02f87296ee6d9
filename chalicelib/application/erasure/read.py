"""A request to erase and, while it is open, what it would take and leave (LGPD, arts. 16 and 18)."""

from chalicelib.application.audit.notebook import note_people
from chalicelib.application.authorisation import allow
from chalicelib.application.ports import Ports
from chalicelib.domain.audit import PersonKind
from chalicelib.domain.contact import Contact
from chalicelib.domain.erasure import Erasure
from chalicelib.domain.erasure_plan import PlanLine, plan_lines
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action

from .survey import request, survey


def read_erasure(ports: Ports, actor: Actor, identifier: str) -> tuple[Erasure, Contact, tuple[PlanLine, ...]]:
    """Raises Forbidden, NotFound ``erasure_not_found``."""
    allow(actor, Action.PERSON_ERASE)
    erasure, contact = request(ports, identifier)
    if contact.erased_at is not None:
        return erasure, contact, ()
    note_people(actor, Action.PERSON_ERASE, PersonKind.CONTACT, (contact.id,))
    return erasure, contact, plan_lines(contact, *survey(ports, contact, erasure.ground))
