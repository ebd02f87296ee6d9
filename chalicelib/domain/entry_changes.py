"""What changed in an entry of a catalogue, as its history tells it (ACC-05 to ACC-16)."""

from collections.abc import Iterator, Mapping
from typing import Any

from .catalogue_table import CatalogueTable, Names, TableField, shown_values, value_of, words
from .change_record import FieldChange, differences

TAKEN, ADDED = "retirados", "acrescentados"


def entry_changes(
    table: CatalogueTable, before: Mapping[str, Any] | None, after: Mapping[str, Any], names: Names
) -> tuple[FieldChange, ...]:
    """Each field before and after; of a long list under headings, only what was taken from it and added to it."""
    old = shown_values(table, before, names) if before is not None else {}
    told = differences(old, shown_values(table, after, names))
    lists = {field.label: field for field in table.fields if field.groups} if before is not None else {}
    return tuple(
        change
        for one in told
        for change in (_moved(lists[one.field], before or {}, after, names) if one.field in lists else (one,))
    )


def _moved(
    field: TableField, before: Mapping[str, Any], after: Mapping[str, Any], names: Names
) -> Iterator[FieldChange]:
    old, new = (value_of(values, field.name) or () for values in (before, after))
    taken, added = [one for one in old if one not in new], [one for one in new if one not in old]
    if taken:
        yield FieldChange(f"{field.label} {TAKEN}", words(field, taken, names), "")
    if added:
        yield FieldChange(f"{field.label} {ADDED}", "", words(field, added, names))
