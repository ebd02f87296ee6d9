"""An entry of a catalogue as the administration keeps it: any catalogue, one shape (ACC-05 to ACC-16)."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from chalicelib.domain.value import dataclass

from .errors import Conflict, NotFound, Refused


@dataclass(frozen=True, slots=True)
class CatalogueEntry:
    """``values`` are those of the catalogue's own type, by name; ``place`` is where it stands in the catalogue.

    ``revision`` counts what the administration changed: 0 for one that only the city's files have written.
    """

    table: str
    code: str
    place: str
    values: Mapping[str, Any]
    revision: int = 0

    @property
    def active(self) -> bool:
        """False for what is no longer offered; what names it goes on being read."""
        return bool(self.values.get("active", True))


def changed_entry(entry: CatalogueEntry, values: Mapping[str, Any]) -> CatalogueEntry:
    """With other values in their fields. Raises Refused ``nothing_changed``."""
    after = {**entry.values, **values}
    if after == dict(entry.values):
        raise Refused("nothing_changed", "Nada foi alterado.")
    return replace(entry, values=after, revision=entry.revision + 1)


def offered(entry: CatalogueEntry, active: bool) -> CatalogueEntry:
    """No longer offered, or again. Raises Refused ``already_active``, ``already_inactive``."""
    if entry.active == active:
        code = "already_active" if active else "already_inactive"
        raise Refused(code, "Este item já está ativo." if active else "Este item já está desativado.")
    return replace(entry, values={**entry.values, "active": active}, revision=entry.revision + 1)


def seen_entry(entry: CatalogueEntry | None, expected: int) -> CatalogueEntry:
    """The entry, if nobody changed it since it was read. Raises NotFound; Conflict ``entry_changed``."""
    if entry is None:
        raise NotFound("entry_not_found", "Este item não existe.")
    if entry.revision != expected:
        message = "Outra pessoa alterou este item ao mesmo tempo. Confira como ficou e repita."
        raise Conflict("entry_changed", message)
    return entry
