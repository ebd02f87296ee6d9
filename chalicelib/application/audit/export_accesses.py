"""The readings that a question finds, as a spreadsheet (AUD-02). Recorded as an act of its own."""

import csv
import io
from collections.abc import Sequence

from chalicelib.application.authorisation import allow
from chalicelib.application.inbox.export import BYTE_ORDER_MARK, Spreadsheet, harmless
from chalicelib.application.ports import Ports
from chalicelib.domain.audit import Access, AccessFilter
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.policy_titles import TITLES

from .notebook import note_reading
from .search_accesses import by_process, check_period

MAXIMUM_ROWS = 5_000
PAGE = 500
HEADINGS = (
    "Quando", "Usuário", "Nome", "Unidade", "Ato", "Processo", "Documento", "Endereço de rede", "Sessão",
)  # fmt: skip


def export_accesses(ports: Ports, actor: Actor, wanted: AccessFilter) -> Spreadsheet:
    """Up to a limit of rows; ``complete`` says whether there were more. Raises Forbidden, InvalidRequest."""
    allow(actor, Action.AUDIT_EXPORT)
    check_period(wanted)
    note_reading(actor, Action.AUDIT_EXPORT)
    wanted = by_process(ports, wanted)
    rows: list[Access] = []
    cursor: str | None = None
    while True:
        page = ports.trail.page(wanted, cursor, PAGE)
        rows += page.items
        cursor = page.next_cursor
        if cursor is None or len(rows) >= MAXIMUM_ROWS:
            break
    kept = rows[:MAXIMUM_ROWS]
    return Spreadsheet(_written(kept, ports), len(kept), cursor is None and len(kept) == len(rows))


def _written(rows: Sequence[Access], ports: Ports) -> str:
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(HEADINGS)
    for row in rows:
        when = row.at.astimezone(ports.zone).strftime("%d/%m/%Y %H:%M:%S")
        act = TITLES[Action(row.action)]
        cells = (when, row.user.id, row.user.name, row.unit.acronym, act, row.nup, row.number, row.address, row.session)
        writer.writerow([harmless(cell) for cell in cells])
    return BYTE_ORDER_MARK + text.getvalue()
