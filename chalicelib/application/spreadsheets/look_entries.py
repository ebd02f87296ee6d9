"""The rows of a sheet of a catalogue, beside the entries that there are (ACC-05 to ACC-16)."""

import json
from collections.abc import Mapping, Sequence

from chalicelib.application.administration.naming import all_names, offered_names
from chalicelib.application.ports import Ports
from chalicelib.domain.catalogue_entry import CatalogueEntry
from chalicelib.domain.catalogue_table import CatalogueTable, Names
from chalicelib.domain.entry_sheet import (
    EntryRow,
    asked,
    brought,
    circle,
    columns,
    entry_after,
    fixed_problems,
    parents_first,
    read_entry_row,
    refusals,
    unchanged,
    with_chosen,
)
from chalicelib.domain.rollout import FORMED_BY, check_numbering
from chalicelib.domain.sheet import Sheet

from .report import Examination, Looked, RowState


def look_entries(ports: Ports, table: CatalogueTable, sheet: Sheet) -> Examination:
    """Each row with what it would do, whoever is named by another before it."""
    entries = {entry.code: entry for entry in ports.register.entries(table.name)}
    known = all_names(ports.catalogues)
    own = brought(table, sheet.rows, entries, known)
    names = _with(offered_names(ports.catalogues), table, own)
    known = _with(known, table, own)
    rows = [read_entry_row(table, row, entries, names, known) for row in sheet.rows]
    above = {code: entry.values.get("parent") for code, entry in entries.items()}
    live = table.name in FORMED_BY and ports.catalogues.rollout().live is not None
    desk = _Desk(table, names, known, rows, above, live)
    looked = [desk.look(row) for row in parents_first(rows)]
    looked += [desk.again(row) for row in rows if row is not desk.first[row.code]]
    return Examination(table.title, sheet.unused(columns(table)), tuple(looked))


def _with(names: Names, table: CatalogueTable, own: Mapping[str, str]) -> Names:
    return {**names, table.name: {**names[table.name], **own}} if table.name in names else names


class _Desk:
    """The table, what may be named, and the rows of the sheet by their code."""

    def __init__(
        self,
        table: CatalogueTable,
        names: Names,
        known: Names,
        rows: Sequence[EntryRow],
        above: Mapping[str, str | None],
        live: bool,
    ) -> None:
        self._table, self._names, self._known, self._above = table, names, known, above
        self._live = live
        self.first: dict[str, EntryRow] = {}
        for row in rows:
            self.first.setdefault(row.code, row)

    def again(self, row: EntryRow) -> Looked:
        """A second row of the same entry."""
        said = f"{self._table.code_label}: é o mesmo da linha {self.first[row.code].line}."
        return Looked(row.line, self._name(row), RowState.WRONG, (*row.problems, said))

    def look(self, row: EntryRow) -> Looked:
        """What the row would do."""
        table = self._table
        offered = with_chosen(table, row.before, self._names, self._known) if row.before else self._names
        wrong = [*row.problems, *fixed_problems(table, row)]
        if not wrong and unchanged(table, row):
            return Looked(row.line, self._name(row), RowState.SAME)
        if not wrong:
            wrong = refusals(table, lambda: self._after(row, offered))
        if not wrong and table.name == "units" and circle(row, self.first, self._above):
            wrong = ["Unidade superior: uma unidade não pode ficar abaixo dela mesma."]
        if wrong:
            return Looked(row.line, self._name(row), RowState.WRONG, tuple(wrong))
        values = json.dumps(asked(table, row), ensure_ascii=False, sort_keys=True)
        state = RowState.CHANGED if row.before else RowState.NEW
        return Looked(row.line, self._name(row), state, (), {"code": row.code, "values": values})

    def _after(self, row: EntryRow, offered: Names) -> None:
        after = entry_after(self._table, row, offered)
        if row.before:
            check_numbering(self._table.name, row.before.values, after.values, self._live)

    def _name(self, row: EntryRow) -> str:
        said = row.given.get(self._table.shown) or (_shown(self._table, row.before) if row.before else "")
        if self._table.code_table:
            said = self._known.get(self._table.code_table, {}).get(row.code, row.code)
        return str(said or row.code)


def _shown(table: CatalogueTable, entry: CatalogueEntry) -> str:
    return str(entry.values.get(table.shown) or "")
