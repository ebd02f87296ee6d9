"""Groups of blocks."""

from typing_extensions import TypedDict

from .named import Person


class BlockGroup(TypedDict):
    """Um grupo de blocos; blocks conta os que estão nele"""

    id: str
    name: str
    active: bool
    blocks: int
    by: Person
    at: str
    revision: int


class BlockGroups(TypedDict):
    """Os grupos de blocos da unidade"""

    items: list[BlockGroup]


class BlockGroupSaved(TypedDict):
    """O grupo de blocos como ficou"""

    id: str
    revision: int
