"""The inbox as a spreadsheet (PRO-01): what the screen would show of it, row by row, up to a limit."""

import csv
import io
from datetime import date

from chalicelib.application.ports import InboxFilter, Ports
from chalicelib.domain.arrangement import Arrangement
from chalicelib.domain.history import LEVEL_NAMES
from chalicelib.domain.identity import Actor
from chalicelib.domain.value import dataclass

from .read import read_inbox
from .row import InboxRow

MAXIMUM_ROWS = 2_000
PAGE = 500
#: Spreadsheets open a file of UTF-8 as such only when it says so at its beginning.
BYTE_ORDER_MARK = "\ufeff"
HEADINGS = (
    "Processo", "Tipo", "Especificação", "Interessados", "Nível de acesso", "Recebido", "Responsável",
    "Veio de", "Chegou em", "Última movimentação", "Marcadores", "Prazo", "Prazo concluído",
    "Ponto de controle", "Anotação", "Devolver até", "Retorno até",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Spreadsheet:
    """``complete`` is false when there were more rows than the limit."""

    content: str
    rows: int
    complete: bool


def export_inbox(ports: Ports, actor: Actor, wanted: InboxFilter, due: str | None = None) -> Spreadsheet:
    """The rows the actor may see. Raises as ``read_inbox``."""
    rows: list[InboxRow] = []
    cursor: str | None = None
    while True:
        inbox = read_inbox(ports, actor, wanted, cursor, due, PAGE)
        rows += inbox.page.items
        cursor = inbox.page.next_cursor
        if cursor is None or len(rows) >= MAXIMUM_ROWS:
            break
    kept = rows[:MAXIMUM_ROWS]
    complete = cursor is None and len(kept) == len(rows)
    return Spreadsheet(_written(kept, inbox.arrangement, ports), len(kept), complete)


def _written(rows: list[InboxRow], arranged: Arrangement, ports: Ports) -> str:
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(HEADINGS)
    writer.writerows([harmless(cell) for cell in _cells(row, arranged, ports)] for row in rows)
    return BYTE_ORDER_MARK + text.getvalue()


def harmless(cell: str) -> str:
    """A spreadsheet takes a cell that begins so for a formula, and would run what a citizen wrote."""
    return f"'{cell}" if cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell


def _cells(row: InboxRow, arranged: Arrangement, ports: Ports) -> tuple[str, ...]:
    labels = {label.id: label.name for label in arranged.labels}
    phases = {phase.id: phase.name for phase in arranged.checkpoints}
    desk = row.desk
    marked = [
        f"{labels[each.label]}: {each.text}" if each.text else labels[each.label]
        for each in desk.labels
        if each.label in labels
    ]
    return (
        row.nup,
        row.type.name,
        row.specification,
        ", ".join(row.interested_parties),
        LEVEL_NAMES[row.access_level].capitalize(),
        "Não" if row.unread else "Sim",
        row.assignee.name if row.assignee else "",
        row.sender_unit.acronym if row.sender_unit else "Gerado aqui",
        f"{row.arrived_at.astimezone(ports.zone):%d/%m/%Y %H:%M}",
        f"{row.last_activity_at.astimezone(ports.zone):%d/%m/%Y %H:%M}",
        ", ".join(marked),
        _day(desk.deadline.due if desk.deadline else None),
        "Sim" if desk.deadline and desk.deadline.concluded_at else "",
        phases.get(desk.checkpoint.checkpoint, "") if desk.checkpoint else "",
        desk.note.text if desk.note else "",
        _day(row.return_to_give),
        _day(row.return_awaited),
    )


def _day(day: date | None) -> str:
    return f"{day:%d/%m/%Y}" if day else ""
