"""Electronic mail of a process."""

from typing import Literal

from typing_extensions import TypedDict


class EmailOffer(TypedDict):
    """As caixas da unidade, e quantos bytes de anexos cabem em um e-mail"""

    available: bool
    mailboxes: list[str]
    limit: int


class EmailText(TypedDict):
    """Um texto padrão como corpo de e-mail"""

    text: str


class EmailGroup(TypedDict):
    """Endereços que a unidade guarda sob um nome"""

    id: str
    name: str
    addresses: list[str]


class EmailGroups(TypedDict):
    """Os grupos de e-mail da unidade, por nome"""

    items: list[EmailGroup]


class EmailGroupSaved(TypedDict):
    """O grupo guardado"""

    id: str


class EmailAttachment(TypedDict):
    """Um arquivo que foi junto: documento do processo, ou vindo do computador de quem enviou"""

    document: str | None
    upload: str | None
    name: str
    size: int


class Email(TypedDict):
    """Um e-mail do processo; ``blind`` só é dito à unidade que o enviou"""

    state: Literal["waiting", "sending", "sent", "refused", "unconfirmed"]
    reason: str | None
    moved_at: str | None
    sender: str
    to: list[str]
    copies: list[str]
    blind: list[str]
    subject: str
    text: str
    attachments: list[EmailAttachment]
