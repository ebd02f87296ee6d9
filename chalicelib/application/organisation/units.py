"""Units a process may be sent to (TRA-01, ACC-06)."""

import unicodedata
from collections.abc import Sequence

from chalicelib.application.authorisation import allow
from chalicelib.application.ports import Ports
from chalicelib.domain.identity import Actor
from chalicelib.domain.organisation import Unit
from chalicelib.domain.policy import Action


def list_units(ports: Ports, actor: Actor, query: str) -> Sequence[Unit]:
    """Active units that receive processes and have ``query`` in acronym or name, best first. Raises Forbidden."""
    allow(actor, Action.UNIT_LIST)
    text = folded(query)
    units = [unit for unit in ports.catalogues.units().values() if unit.active and unit.can_receive]
    found = [unit for unit in units if text in folded(unit.acronym) or text in folded(unit.name)]
    return sorted(found, key=lambda unit: (not folded(unit.acronym).startswith(text), unit.acronym))


def folded(text: str) -> str:
    """Without case and accents, as people search."""
    parts = unicodedata.normalize("NFKD", text.strip().casefold())
    return "".join(character for character in parts if not unicodedata.combining(character))
