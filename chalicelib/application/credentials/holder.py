"""Who a credential is for, as forms name them: somebody who works in the unit today."""

from chalicelib.application.ports import Ports
from chalicelib.domain.errors import FieldError, InvalidRequest, Refused
from chalicelib.domain.organisation import Person, Unit


def named_holder(ports: Ports, user: str, unit: str) -> tuple[Person, Unit]:
    """Raises InvalidRequest ``unit`` ``unit_unknown``; Refused ``user_not_in_that_unit``."""
    found = ports.catalogues.units().get(unit)
    if found is None:
        raise InvalidRequest(FieldError("unit", "unit_unknown", "Esta unidade não existe."))
    for person in ports.reader.users_of_unit(unit):
        if person.id == user:
            return person, found
    raise Refused("user_not_in_that_unit", f"Esta pessoa não trabalha na unidade {found.acronym}.")
