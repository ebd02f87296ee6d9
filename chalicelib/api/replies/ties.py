"""What a process is tied to."""

from typing import Literal

from typing_extensions import TypedDict

from .named import Level, Named, Person, UnitName


class TiedProcess(TypedDict):
    """O outro processo de um vínculo, e quem o fez"""

    process: str
    nup: str
    type: Named
    specification: str
    state: Literal["normal", "suspended", "annexed", "locked"]
    unit: UnitName
    by: Person
    at: str


class SuspensionView(TypedDict):
    """Por que o processo está sobrestado"""

    reason: str
    unit: UnitName
    by: Person
    at: str
    linked: TiedProcess | None


class LockView(TypedDict):
    """Por que o processo está bloqueado"""

    reason: str
    unit: UnitName
    by: Person
    at: str


class AcknowledgementView(TypedDict):
    """Uma ciência no processo"""

    user: Person
    unit: UnitName
    at: str


class TiesView(TypedDict):
    """Processos relacionados, anexados, sobrestamento, bloqueio e ciências"""

    relations: list[TiedProcess]
    annexes: list[TiedProcess]
    annexed_to: TiedProcess | None
    suspension: SuspensionView | None
    lock: LockView | None
    acknowledgements: list[AcknowledgementView]


class AwayRow(TypedDict):
    """Uma linha das listas de sobrestados e de concluídos"""

    process: str
    nup: str
    type: Named
    specification: str
    interested_parties: list[str]
    access_level: Level
    priority: str | None
    reason: str | None
    since: str
    by: Person
    by_sending: bool
    reopen_on: str | None


class Away(TypedDict):
    """Os processos da unidade que não estão na caixa"""

    items: list[AwayRow]
    next_cursor: str | None
