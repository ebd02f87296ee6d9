"""A catalogue as the administration sees it: its fields, and every entry, those out of use too (ACC-05 to ACC-16)."""

from collections.abc import Sequence

from chalicelib.application.authorisation import allow
from chalicelib.application.ports import Ports
from chalicelib.domain.catalogue_entry import CatalogueEntry
from chalicelib.domain.catalogue_table import CatalogueTable, Names
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.value import dataclass

from .keeping import table_named
from .naming import all_names, offered_names


@dataclass(frozen=True, slots=True)
class ListedTable:
    """``offered`` is what fields that name other entries may choose, ``names`` what anything chosen is called."""

    table: CatalogueTable
    entries: Sequence[CatalogueEntry]
    names: Names
    offered: Names


def list_entries(ports: Ports, actor: Actor, name: str) -> ListedTable:
    """Raises Forbidden, NotFound ``table_not_found``."""
    allow(actor, Action.ADMINISTRATION_READ)
    table = table_named(name)
    entries = ports.register.entries(name)
    return ListedTable(table, entries, all_names(ports.catalogues), offered_names(ports.catalogues))
