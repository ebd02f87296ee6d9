"""Sending groups."""

from typing_extensions import TypedDict

from .named import Person


class GroupUnit(TypedDict):
    """Uma unidade do grupo; receives diz se hoje ela recebe processos"""

    id: str
    acronym: str
    name: str
    receives: bool


class SendingGroup(TypedDict):
    """Um grupo de envio"""

    id: str
    name: str
    institutional: bool
    units: list[GroupUnit]
    by: Person
    at: str
    revision: int


class SendingGroups(TypedDict):
    """Os grupos de envio da unidade e os da instituição"""

    items: list[SendingGroup]


class SendingGroupSaved(TypedDict):
    """O grupo de envio como ficou"""

    id: str
    revision: int
