"""The last requests to erase somebody's data, and whom the open ones are about (LGPD, art. 18)."""

from collections.abc import Sequence

from chalicelib.application.audit.notebook import note_people
from chalicelib.application.authorisation import allow
from chalicelib.application.ports import Ports
from chalicelib.application.references import ContactKey
from chalicelib.domain.audit import PersonKind
from chalicelib.domain.contact import Contact
from chalicelib.domain.erasure import Erasure
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action

SHOWN = 100


def list_erasures(ports: Ports, actor: Actor) -> Sequence[tuple[Erasure, Contact]]:
    """The newest first. Raises Forbidden."""
    allow(actor, Action.PERSON_ERASE)
    found = ports.reader.erasures(SHOWN)
    people = dict.fromkeys(one.contact for one in found)
    contacts = {one.id: one for one in ports.reader.get(*map(ContactKey, people))} if people else {}
    note_people(
        actor, Action.PERSON_ERASE, PersonKind.CONTACT, (one.id for one in contacts.values() if not one.erased_at)
    )
    return [(one, contacts[one.contact]) for one in found]
