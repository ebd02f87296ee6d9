"""The units a form names."""

from collections.abc import Sequence

from chalicelib.application.ports import Ports
from chalicelib.domain.errors import FieldError, InvalidRequest
from chalicelib.domain.organisation import Unit


def named_units(ports: Ports, identifiers: Sequence[str]) -> list[Unit]:
    """Each once, in order. Raises InvalidRequest ``units.N`` ``unit_unknown``."""
    units = ports.catalogues.units()
    unknown = [
        FieldError(f"units.{position}", "unit_unknown", "Esta unidade não existe.")
        for position, identifier in enumerate(identifiers)
        if identifier not in units
    ]
    if unknown:
        raise InvalidRequest(*unknown)
    return [units[identifier] for identifier in dict.fromkeys(identifiers)]
