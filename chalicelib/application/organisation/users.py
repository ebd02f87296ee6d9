"""People of a unit, to whom its processes may be assigned (TRA-07)."""

from collections.abc import Sequence

from chalicelib.application.authorisation import allow
from chalicelib.application.ports import Ports
from chalicelib.domain.errors import NotFound
from chalicelib.domain.identity import Actor
from chalicelib.domain.organisation import Person
from chalicelib.domain.policy import Action


def list_users(ports: Ports, actor: Actor, unit: str) -> Sequence[Person]:
    """By name. Raises Forbidden, NotFound for a unit that does not exist."""
    allow(actor, Action.UNIT_LIST_USERS)
    if unit not in ports.catalogues.units():
        raise NotFound()
    return ports.reader.users_of_unit(unit)
