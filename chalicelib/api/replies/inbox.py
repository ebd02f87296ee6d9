"""The unit's inbox."""

from typing import Literal

from typing_extensions import TypedDict

from .desk import Desk
from .named import Level, Named, Person, UnitName


class Return(TypedDict):
    """Um retorno programado pendente"""

    due: str
    status: Literal["on_time", "due_soon", "overdue"]


class RowStep(TypedDict):
    """Uma etapa do fluxo do processo que cabe à unidade"""

    flow: str
    step: str
    name: str
    due: Return | None


class InboxRow(TypedDict):
    """Uma linha da caixa"""

    process: str
    nup: str
    type: Named
    specification: str
    interested_parties: list[str]
    access_level: Level
    state: Literal["normal", "suspended", "annexed", "locked"]
    priority: str | None
    tab: Literal["received", "generated"]
    unread: bool
    assignee: Person | None
    signals: list[Literal["document_included", "document_signed", "marked_unread"]]
    return_to_give: Return | None
    return_awaited: Return | None
    sender_unit: UnitName | None
    arrived_at: str
    last_activity_at: str
    desk: Desk
    steps: list[RowStep]


class Counters(TypedDict):
    """Contadores da caixa"""

    received: int
    generated: int
    unread: int
    unassigned: int
    assigned_to_me: int
    confidential: int


class Inbox(TypedDict):
    """A caixa da unidade"""

    items: list[InboxRow]
    next_cursor: str | None
    counters: Counters


class Spreadsheet(TypedDict):
    """A caixa em planilha (CSV)"""

    content: str
    rows: int
    complete: bool
