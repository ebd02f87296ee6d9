"""Confidential processes and their credentials."""

from typing import Literal

from typing_extensions import TypedDict

from .inbox import InboxRow
from .named import Person, UnitName


class Opened(TypedDict):
    """Até quando o processo sigiloso fica aberto nesta sessão"""

    until: str


class HeldProcess(InboxRow):
    """Um processo sigiloso que se pode abrir; ``standing`` diz se já foi aberto, e se foi nesta sessão"""

    standing: Literal["unopened", "opened", "in_session"]
    open: bool
    granted_by: Person | None
    granted_at: str


class HeldProcesses(TypedDict):
    """Os processos com credencial na unidade"""

    items: list[HeldProcess]
    next_cursor: str | None


class ProcessCredential(TypedDict):
    """A credencial de uma pessoa em uma unidade"""

    user: Person
    unit: UnitName
    granted_by: Person
    granting_unit: UnitName
    granted_at: str
    opened: bool
    concluded: bool
    own: bool
    revocable: bool
    ended: Literal["revoked", "renounced", "cancelled", "annulled"] | None
    ended_at: str | None


class DocumentCredential(TypedDict):
    """A credencial de uma pessoa para assinar um documento"""

    document: str
    label: str
    user: Person
    unit: UnitName
    granted_by: Person
    granting_unit: UnitName
    granted_at: str
    revocable: bool


class ProcessCredentials(TypedDict):
    """As credenciais do processo, e as de assinatura ainda não usadas"""

    items: list[ProcessCredential]
    signing: list[DocumentCredential]
