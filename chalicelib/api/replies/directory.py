"""Units, people, contacts and catalogues."""

from typing import Any, Literal

from typing_extensions import TypedDict

from .named import Unit


class Units(TypedDict):
    """Unidades"""

    items: list[Unit]
    next_cursor: str | None


class User(TypedDict):
    """Uma pessoa da unidade"""

    id: str
    name: str
    login: str


class Users(TypedDict):
    """As pessoas de uma unidade"""

    items: list[User]
    next_cursor: str | None


class Contact(TypedDict):
    """Um contato"""

    id: str
    name: str
    kind: Literal["person", "organisation"]
    document: str | None


class Contacts(TypedDict):
    """Contatos"""

    items: list[Contact]
    next_cursor: str | None


class Catalogue(TypedDict):
    """Uma tabela"""

    items: list[dict[str, Any]]
