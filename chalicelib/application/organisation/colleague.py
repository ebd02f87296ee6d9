"""Somebody of the unit, as an assignment names them (TRA-07, BLO-04)."""

from chalicelib.application.ports import Ports
from chalicelib.domain.errors import Refused
from chalicelib.domain.identity import Actor
from chalicelib.domain.organisation import Person


def colleague(ports: Ports, actor: Actor, user: str | None) -> Person | None:
    """None for nobody. Raises Refused ``user_not_in_unit``."""
    if user is None:
        return None
    for person in ports.reader.users_of_unit(actor.unit.id):
        if person.id == user:
            return person
    raise Refused("user_not_in_unit", "Só é possível atribuir a quem trabalha na sua unidade.")
