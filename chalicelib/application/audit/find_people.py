"""Whose data there is: users and contacts, by name, login or CPF, for who answers to the person (LGPD)."""

from collections.abc import Sequence

from chalicelib.application.authorisation import allow
from chalicelib.application.ports import Ports
from chalicelib.application.references import TaxpayerKey, UserKey
from chalicelib.domain.audit import PersonKind
from chalicelib.domain.identity import Actor
from chalicelib.domain.person_report import Someone
from chalicelib.domain.policy import Action
from chalicelib.domain.taxpayer import bare, is_cpf

from .notebook import note_people

SHORTEST = 3


def find_people(ports: Ports, actor: Actor, text: str) -> Sequence[Someone]:
    """The first users with these words, or this CPF, and the first contacts whose name begins so.

    Nothing before three letters. Raises Forbidden.
    """
    allow(actor, Action.PERSON_REPORT)
    if len(text.strip()) < SHORTEST:
        return []
    users = _users(ports, text.strip())
    contacts = [
        Someone(PersonKind.CONTACT, one.id, one.name, one.masked_document or "")
        for one in ports.reader.contacts(text.strip())
    ]
    note_people(actor, Action.PERSON_REPORT, PersonKind.USER, (one.id for one in users))
    note_people(actor, Action.PERSON_REPORT, PersonKind.CONTACT, (one.id for one in contacts))
    return [*users, *contacts]


def _users(ports: Ports, text: str) -> list[Someone]:
    if is_cpf(bare(text)):
        (owner,) = ports.reader.get(TaxpayerKey(bare(text)))
        (user,) = ports.reader.get(UserKey(owner)) if owner else (None,)
        found = [user] if user else []
    else:
        found = list(ports.register.users(text, None).items)
    return [Someone(PersonKind.USER, one.id, one.person.name, one.id) for one in found]
