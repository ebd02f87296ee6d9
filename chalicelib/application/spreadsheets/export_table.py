"""A table of the administration as a spreadsheet, which an import reads back as it is (issue 5 §6)."""

from collections.abc import Sequence

from chalicelib.application.administration.keeping import table_named
from chalicelib.application.administration.naming import all_names
from chalicelib.application.audit.notebook import note_people
from chalicelib.application.authorisation import allow
from chalicelib.application.ports import Ports
from chalicelib.domain.audit import EVERYBODY, PersonKind
from chalicelib.domain.entry_sheet import entry_line, heading
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.sheet import csv_text
from chalicelib.domain.user_sheet import FIELDS, TITLE, sheet_names, user_lines
from chalicelib.domain.user_sheet import TABLE as USERS
from chalicelib.domain.value import dataclass

#: What fits in a reply with room to spare; a larger register is exported by the operator.
MOST_LINES = 20_000
#: Spreadsheets open a file of UTF-8 as such only when it says so at its beginning.
BYTE_ORDER_MARK = "\ufeff"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True, slots=True)
class Exported:
    """``complete`` is false when there was more than a file holds."""

    file_name: str
    media_type: str
    content: bytes
    rows: int
    complete: bool


def export_table(ports: Ports, actor: Actor, table: str, kind: str, empty: bool) -> Exported:
    """``kind`` is csv or xlsx; ``empty``: only the names of the columns, to be filled. Raises Forbidden, NotFound."""
    allow(actor, Action.ADMINISTRATION_READ)
    if table == USERS and not empty:
        note_people(actor, Action.ADMINISTRATION_READ, PersonKind.USER, (EVERYBODY,))
    title, columns, lines = _users(ports, empty) if table == USERS else _entries(ports, table, empty)
    kept = [columns, *lines[:MOST_LINES]]
    if kind == "xlsx":
        media_type, content = XLSX, ports.spreadsheets.write(title, kept)
    else:
        media_type, content = "text/csv; charset=utf-8", (BYTE_ORDER_MARK + csv_text(kept)).encode()
    name = f"{table}-modelo" if empty else table
    return Exported(f"{name}.{kind}", media_type, content, len(kept) - 1, len(lines) <= MOST_LINES)


Found = tuple[str, list[str], Sequence[list[str]]]


def _users(ports: Ports, empty: bool) -> Found:
    names = sheet_names(all_names(ports.catalogues))
    lines: list[list[str]] = []
    for user in () if empty else ports.register.every_user():
        lines += user_lines(user, names)
        if len(lines) > MOST_LINES:
            break
    return TITLE, [one.label for one in FIELDS], lines


def _entries(ports: Ports, name: str, empty: bool) -> Found:
    table, names = table_named(name), all_names(ports.catalogues)
    entries = () if empty else ports.register.entries(name)
    return table.title, heading(table), [entry_line(table, entry, names) for entry in entries]
