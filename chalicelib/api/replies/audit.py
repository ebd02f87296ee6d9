"""Who read what."""

from typing import Literal

from typing_extensions import TypedDict

from .named import Person, UnitName


class Reading(TypedDict):
    """Uma consulta: quem, em que unidade, por qual ato, o quê, de quem, quando, de onde, em que sessão"""

    id: str
    at: str
    user: Person
    unit: UnitName
    action: str
    title: str
    process: str
    nup: str
    document: str
    number: str
    address: str
    session: str
    people: list[str]


class Readings(TypedDict):
    """As consultas, da mais nova para a mais antiga"""

    items: list[Reading]
    next_cursor: str | None


class AuditedAct(TypedDict):
    """Um ato que fica registrado"""

    action: str
    title: str


class AuditRule(TypedDict):
    """Uma regra: a categoria, os atos e a partir de que nível de acesso; null, sempre"""

    category: str
    title: str
    since: Literal["public", "restricted", "confidential"] | None
    acts: list[AuditedAct]


class AuditRules(TypedDict):
    """As regras de auditoria"""

    items: list[AuditRule]


class FoundPerson(TypedDict):
    """Um usuário ou um contato"""

    kind: Literal["user", "contact"]
    id: str
    name: str
    note: str


class FoundPeople(TypedDict):
    """De quem há dados"""

    items: list[FoundPerson]


class ReportSection(TypedDict):
    """Um tipo de dado, linha a linha; complete falso quando há mais, e next é de onde continua o que vem por partes"""

    title: str
    note: str
    headings: list[str]
    rows: list[list[str]]
    complete: bool
    next: str | None


class ReportSheet(TypedDict):
    """Uma parte da planilha; next é o que se informa para obter a parte seguinte"""

    content: str
    rows: int
    complete: bool
    next: str | None


class PersonReport(TypedDict):
    """O que há sobre uma pessoa e quem viu"""

    kind: Literal["user", "contact"]
    id: str
    name: str
    made_at: str
    sections: list[ReportSection]
