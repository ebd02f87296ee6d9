"""Change an entry of a catalogue (ACC-05 to ACC-16, PRO-04, PRO-09)."""

from collections.abc import Mapping
from typing import Any

from chalicelib.application.ports import Ports
from chalicelib.application.transaction import Operation, Reply
from chalicelib.domain.catalogue_entry import CatalogueEntry, changed_entry
from chalicelib.domain.catalogue_table import present_values, read_values
from chalicelib.domain.change_record import ChangeKind
from chalicelib.domain.identity import Actor

from .guarding import check_hierarchy
from .keeping import act_on_entry, table_named
from .naming import offered_names


def change_entry(
    ports: Ports,
    actor: Actor,
    operation: Operation,
    name: str,
    code: str,
    expected: int,
    values: Mapping[str, Any],
) -> Reply:
    """Fields that are not given stay as they are. -> ``{"id", "revision"}``.

    Raises Forbidden, NotFound, Conflict ``entry_changed``, InvalidRequest; Refused ``nothing_changed``,
    ``numbering_is_fixed``.
    """
    table = table_named(name)

    def act(before: CatalogueEntry) -> CatalogueEntry:
        given = {**present_values(table, before.values), **values}
        read = read_values(table, given, offered_names(ports.catalogues, table, before), new=False)
        after = changed_entry(before, read)
        check_hierarchy(ports, after)
        return after

    return act_on_entry(ports, actor, operation, table.action, (table, code, expected), ChangeKind.CHANGED, act)
