"""Contacts by the beginning of their names (PRO-10)."""

from collections.abc import Sequence

from chalicelib.application.authorisation import allow
from chalicelib.application.ports import Ports
from chalicelib.domain.contact import Contact
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action


def list_contacts(ports: Ports, actor: Actor, query: str) -> Sequence[Contact]:
    """The first ones, by name. Raises Forbidden."""
    allow(actor, Action.CONTACT_LIST)
    return ports.reader.contacts(query)
