"""Contacts by the beginning of their names (PRO-10)."""

from collections.abc import Sequence

from chalicelib.application.audit.notebook import note_people
from chalicelib.application.authorisation import allow
from chalicelib.application.ports import Ports
from chalicelib.domain.audit import PersonKind
from chalicelib.domain.contact import Contact
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action


def list_contacts(ports: Ports, actor: Actor, query: str) -> Sequence[Contact]:
    """The first ones, by name. Raises Forbidden."""
    allow(actor, Action.CONTACT_LIST)
    found = ports.reader.contacts(query)
    note_people(actor, Action.CONTACT_LIST, PersonKind.CONTACT, (one.id for one in found))
    return found
