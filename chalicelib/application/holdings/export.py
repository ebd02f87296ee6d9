"""The holdings as a spreadsheet (SIG-08)."""

import csv
import io

from chalicelib.application.inbox.export import BYTE_ORDER_MARK, Spreadsheet, harmless
from chalicelib.application.ports import Ports
from chalicelib.domain.identity import Actor

from .list import HoldingLine, list_holdings

MAXIMUM_ROWS = 2_000
HEADINGS = ("Processo", "Tipo", "Unidade", "Pessoa", "Situação da credencial", "Concedida por", "Concedida em")


def export_holdings(ports: Ports, actor: Actor, everywhere: bool) -> Spreadsheet:
    """Raises as ``list_holdings``."""
    lines: list[HoldingLine] = []
    cursor: str | None = None
    while True:
        page = list_holdings(ports, actor, everywhere, cursor)
        lines += page.items
        cursor = page.next_cursor
        if cursor is None or len(lines) >= MAXIMUM_ROWS:
            break
    kept = lines[:MAXIMUM_ROWS]
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(HEADINGS)
    writer.writerows([harmless(cell) for cell in _cells(line, ports)] for line in kept)
    return Spreadsheet(BYTE_ORDER_MARK + text.getvalue(), len(kept), cursor is None and len(kept) == len(lines))


def _cells(line: HoldingLine, ports: Ports) -> tuple[str, ...]:
    row = line.credential
    return (
        row.row.nup,
        row.row.type.name,
        row.unit.acronym,
        row.user.name,
        "Ativa" if line.active else "Inativa",
        row.by.name,
        f"{row.at.astimezone(ports.zone):%d/%m/%Y %H:%M}",
    )
