"""Users by name, or those of a unit (ACC-08)."""

from chalicelib.application.audit.notebook import note_people
from chalicelib.application.authorisation import allow
from chalicelib.application.ports import Page, Ports
from chalicelib.application.references import TaxpayerKey, UserKey
from chalicelib.domain.audit import PersonKind
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.spelling import plain
from chalicelib.domain.taxpayer import bare, is_cpf


def search_users(ports: Ports, actor: Actor, text: str, unit: str | None, cursor: str | None) -> Page:
    """A page of users: of ``unit``, with this CPF, or with ``text`` in name, login or e-mail. Raises Forbidden."""
    allow(actor, Action.ADMINISTRATION_READ)
    found = _found(ports, text, unit, cursor)
    note_people(actor, Action.ADMINISTRATION_READ, PersonKind.USER, (user.id for user in found.items))
    return found


def _found(ports: Ports, text: str, unit: str | None, cursor: str | None) -> Page:
    if unit:
        there = ports.register.users_in(unit)
        return Page([user for user in there if plain(text) in plain(f"{user.person.name} {user.id}")], None)
    if is_cpf(bare(text)):
        (owner,) = ports.reader.get(TaxpayerKey(bare(text)))
        (user,) = ports.reader.get(UserKey(owner)) if owner else (None,)
        return Page([user] if user else [], None)
    return ports.register.users(text, cursor)
