"""What the API answers about systems that act by it (ACC-09)."""

from typing_extensions import TypedDict


class OfferedOperation(TypedDict):
    """Uma operação que pode ser dada a um sistema"""

    code: str
    title: str


class ServiceRow(TypedDict):
    """Um sistema, na lista"""

    id: str
    name: str
    contact: str
    active: bool
    valid_until: str | None
    units: list[str]
    live_keys: int


class Services(TypedDict):
    """Os sistemas integrados"""

    items: list[ServiceRow]
    operations: list[OfferedOperation]


class ServiceKeyView(TypedDict):
    """Uma chave: nunca o segredo dela"""

    id: str
    made_by: str
    made_at: str
    expires_on: str
    live: bool
    used_on: str | None


class Service(TypedDict):
    """Um sistema, o que pode fazer e as chaves dele"""

    id: str
    revision: int
    active: bool
    name: str
    contact: str
    purpose: str
    operations: list[str]
    units: list[str]
    process_types: list[str]
    networks: list[str]
    valid_until: str | None
    keys: list[ServiceKeyView]


class MadeServiceKey(TypedDict):
    """A chave, mostrada esta única vez"""

    id: str
    key: str
    revision: int
