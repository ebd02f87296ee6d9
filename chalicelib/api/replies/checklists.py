"""Checklists of a unit."""

from typing_extensions import TypedDict

from .named import Person


class ChecklistItem(TypedDict):
    """Um item da lista de verificação; quem o marcou e quando, se está feito"""

    id: str
    text: str
    by: Person | None
    at: str | None


class ChecklistProgress(TypedDict):
    """Quanto da lista de verificação está feito"""

    done: int
    total: int


class ChecklistTemplate(TypedDict):
    """Uma lista de verificação pronta"""

    id: str
    name: str
    items: list[str]


class ChecklistTemplates(TypedDict):
    """As listas prontas da unidade"""

    templates: list[ChecklistTemplate]
    revision: int


class ChecklistRevision(TypedDict):
    """As listas prontas, como ficaram"""

    revision: int
