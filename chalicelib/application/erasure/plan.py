"""What an erasure would take of somebody and what it would leave, and why (LGPD, arts. 16 and 18)."""

from chalicelib.application.audit.notebook import note_people
from chalicelib.application.authorisation import allow
from chalicelib.application.ports import Ports
from chalicelib.application.references import ContactKey
from chalicelib.domain.audit import PersonKind
from chalicelib.domain.contact import Contact
from chalicelib.domain.erasure import ErasureGround, check_not_erased
from chalicelib.domain.erasure_plan import PlanLine, plan_lines
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action

from .survey import known, survey


def plan_erasure(
    ports: Ports, actor: Actor, identifier: str, ground: ErasureGround
) -> tuple[Contact, tuple[PlanLine, ...]]:
    """Nothing is written but that it was looked at.

    Raises Forbidden, NotFound ``person_not_found``; Refused ``already_erased``.
    """
    allow(actor, Action.PERSON_ERASE)
    (found,) = ports.reader.get(ContactKey(identifier))
    contact = known(found)
    check_not_erased(contact)
    note_people(actor, Action.PERSON_ERASE, PersonKind.CONTACT, (identifier,))
    return contact, plan_lines(contact, *survey(ports, contact, ground))
