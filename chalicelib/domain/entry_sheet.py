"""Entries of a catalogue as rows of a spreadsheet: each table by its own declaration (ACC-05 to ACC-16).

A row with the code, or the name, of an entry that is there changes it; any other makes a new one. What a row leaves
empty stays as it is, and nothing is put out of use.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from chalicelib.domain.value import dataclass

from .catalogue_entry import CatalogueEntry, changed_entry
from .catalogue_table import (
    CatalogueTable,
    FieldKind,
    Names,
    TableField,
    check_code,
    present_values,
    read_values,
    value_of,
)
from .errors import DomainError, InvalidRequest, Refused
from .sheet import SheetRow, cell_of, column_name, read_cells
from .spelling import plain

#: The column that says whether an entry is offered: told by an export, and kept by its own act on the screen.
ACTIVE = TableField("active", "Ativo", FieldKind.FLAG)
LONGEST_CODE = 60


@dataclass(frozen=True, slots=True)
class EntryRow:
    """A row of an entry: ``given`` by the name of its field; ``before`` is the entry that it names, if there is one."""

    line: int
    code: str
    given: Mapping[str, Any]
    before: CatalogueEntry | None
    problems: tuple[str, ...] = ()


def code_field(table: CatalogueTable) -> TableField:
    """The column of the code."""
    kind = FieldKind.ENTRY if table.code_table else FieldKind.TEXT
    return TableField("code", table.code_label, kind, table=table.code_table)


def columns(table: CatalogueTable) -> tuple[TableField, ...]:
    """What a sheet of this table may say, in the order of an export."""
    return (code_field(table), *sheet_fields(table))


def sheet_fields(table: CatalogueTable) -> tuple[TableField, ...]:
    """The fields that words can say: all but pictures."""
    return tuple(field for field in table.fields if field.kind is not FieldKind.PICTURE)


def read_entry_row(
    table: CatalogueTable, row: SheetRow, entries: Mapping[str, CatalogueEntry], names: Names, known: Names
) -> EntryRow:
    """A row by itself. ``names`` is what may be chosen, with what the sheet itself brings; ``known`` all there is."""
    found = _entry(table, row, entries, known)
    offered = with_chosen(table, found, names, known) if found else names
    told, problems = read_cells(columns(table), row, offered)
    code = str(told.pop("code", "")) or (found.code if found else new_code(table, told))
    return EntryRow(row.line, code, told, found, tuple(problems))


def _entry(
    table: CatalogueTable, row: SheetRow, entries: Mapping[str, CatalogueEntry], known: Names
) -> CatalogueEntry | None:
    """By the code, where the row has one; otherwise by the name, with the day where there is one."""
    told, _ = read_cells(columns(table), row, known)
    if told.get("code"):
        return entries.get(str(told["code"]))
    shown = [one for one in table.fields if one.name == table.shown or one.kind is FieldKind.DAY]
    if not shown or any(one.name not in told for one in shown):
        return None
    same = [
        entry
        for entry in entries.values()
        if all(plain(str(value_of(entry.values, one.name))) == plain(str(told[one.name])) for one in shown)
    ]
    return same[0] if len(same) == 1 else None


def new_code(table: CatalogueTable, told: Mapping[str, Any]) -> str:
    """Of what has none in the sheet: its day, if any, and its name, as in ``semad-rh``."""
    days = [str(told.get(one.name, "")) for one in table.fields if one.kind is FieldKind.DAY and one.required]
    parts = [*days, column_name(str(told.get(table.shown, ""))).replace("_", "-")]
    return "-".join(filter(None, parts))[:LONGEST_CODE].strip("-")


def with_chosen(table: CatalogueTable, entry: CatalogueEntry, names: Names, known: Names) -> Names:
    """What the entry has already may be chosen again, in use or not."""
    more: dict[str, dict[str, str]] = {}
    for one in table.fields:
        if one.kind in (FieldKind.ENTRY, FieldKind.ENTRIES):
            value = value_of(entry.values, one.name)
            held = [value] if isinstance(value, str) else list(value or ())
            all_of = known.get(one.table, {})
            more.setdefault(one.table, {}).update({code: all_of[code] for code in held if code in all_of})
    return {name: {**rows, **more.get(name, {})} for name, rows in names.items()}


def entry_after(table: CatalogueTable, row: EntryRow, names: Names) -> CatalogueEntry:
    """The entry as the row says. Raises InvalidRequest, Refused ``nothing_changed``, ``table_is_fixed``."""
    before = row.before
    if before:
        if unchanged(table, row):
            raise Refused("nothing_changed", "Nada foi alterado.")
        given = {**present_values(table, before.values), **asked(table, row)}
        return changed_entry(before, read_values(table, given, names, new=False))
    if not table.grows:
        raise Refused("table_is_fixed", "Esta tabela não recebe itens novos: eles são do próprio sistema.")
    check_code(table, row.code, {}, names)
    read = read_values(table, asked(table, row), names, new=True)
    return CatalogueEntry(table.name, row.code, row.code, read, 1)


def unchanged(table: CatalogueTable, row: EntryRow) -> bool:
    """Whether the entry that is there says already what the row says; empty is empty, however it is kept."""
    before = row.before
    return before is not None and all(
        (value_of(before.values, name) or None) == (value or None) for name, value in asked(table, row).items()
    )


def asked(table: CatalogueTable, row: EntryRow) -> dict[str, Any]:
    """What the act will be asked for: of an entry that is there, not what never changes; of a new one, a whole form.

    What a new one is or is not, where the row does not say, is what its catalogue takes for granted.
    """
    if row.before:
        fixed = {one.name for one in table.fields if one.fixed}
        return {name: value for name, value in row.given.items() if name not in fixed}
    empty = {one.name: None for one in table.fields if one.kind is not FieldKind.FLAG}
    return {**empty, **row.given}


def fixed_problems(table: CatalogueTable, row: EntryRow) -> list[str]:
    """Sentences about fields that a row wants otherwise and that never change."""
    if row.before is None:
        return []
    return [
        f"{one.label}: não muda depois que o item é criado."
        for one in table.fields
        if one.fixed and one.name in row.given and value_of(row.before.values, one.name) != row.given[one.name]
    ]


def refusals(table: CatalogueTable, rule: Callable[[], object]) -> list[str]:
    """What a rule refuses, each sentence with its column."""
    labels = {f"values.{one.name}": one.label for one in table.fields} | {"code": table.code_label}
    try:
        rule()
    except InvalidRequest as refusal:
        return [f"{labels.get(one.field, one.field)}: {one.message}" for one in refusal.errors]
    except DomainError as refusal:
        return [refusal.message]
    return []


def parents_first(rows: Sequence[EntryRow]) -> list[EntryRow]:
    """Whoever is named by another row of the sheet goes before it; what goes in circles stays where it is."""
    by_code = {row.code: row for row in rows}
    done: dict[str, EntryRow] = {}

    def take(row: EntryRow, above: frozenset[str]) -> None:
        parent = str(row.given.get("parent") or "")
        if parent in by_code and parent not in done and parent not in above:
            take(by_code[parent], above | {row.code})
        done.setdefault(row.code, row)

    for row in rows:
        take(row, frozenset())
    return list(done.values())


def circle(row: EntryRow, rows: Mapping[str, EntryRow], above_now: Mapping[str, str | None]) -> bool:
    """Whether the unit would be below itself, with the sheet as it is."""
    walked: set[str] = set()
    code: str | None = row.code
    while code and code not in walked:
        walked.add(code)
        said = rows[code].given.get("parent") if code in rows else None
        code = str(said) if said else above_now.get(code)
    return code == row.code


def brought(
    table: CatalogueTable, sheet: Sequence[SheetRow], entries: Mapping[str, CatalogueEntry], known: Names
) -> dict[str, str]:
    """Code -> name of what the sheet itself makes, so that its rows may name one another."""
    found = {}
    for row in sheet:
        told, _ = read_cells(columns(table), row, known)
        name = str(told.get(table.shown, ""))
        if name and _entry(table, row, entries, known) is None:
            found[str(told.get("code") or new_code(table, told))] = name
    return found


def entry_line(table: CatalogueTable, entry: CatalogueEntry, names: Names) -> list[str]:
    """An entry as a row of an export."""
    code = cell_of(code_field(table), entry.code, names)
    values = [cell_of(one, value_of(entry.values, one.name), names) for one in sheet_fields(table)]
    return [code, *values, *([cell_of(ACTIVE, entry.active, names)] if table.rests else [])]


def heading(table: CatalogueTable) -> list[str]:
    """The names of the columns of an export."""
    return [one.label for one in (*columns(table), *((ACTIVE,) if table.rests else ()))]

