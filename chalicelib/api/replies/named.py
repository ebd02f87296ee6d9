"""Names of people and places: what the replies of every area quote."""

from typing import Literal

from typing_extensions import TypedDict

Level = Literal["public", "restricted", "confidential"]
Grade = Literal["reserved", "secret", "top_secret"]


class Person(TypedDict):
    """Uma pessoa"""

    id: str
    name: str


class UnitName(TypedDict):
    """Uma unidade, pela sigla"""

    id: str
    acronym: str


class UnitFullName(TypedDict):
    """Uma unidade, por extenso"""

    id: str
    acronym: str
    name: str


class AgencyName(TypedDict):
    """Um órgão, pela sigla"""

    id: str
    acronym: str


class AgencyFullName(TypedDict):
    """Um órgão, por extenso"""

    id: str
    acronym: str
    name: str


class Unit(TypedDict):
    """Uma unidade"""

    id: str
    acronym: str
    name: str
    agency: AgencyName
    protocol: bool
    can_receive: bool
    has_email: bool


class Named(TypedDict):
    """Um item de tabela"""

    code: str
    name: str


class ContactName(TypedDict):
    """Um contato, pelo nome"""

    id: str
    name: str


class Permission(TypedDict):
    """Se um ato é possível e, se não, por quê"""

    allowed: bool
    reason: str | None
