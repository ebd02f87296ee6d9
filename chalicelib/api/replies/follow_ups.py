"""Processes a unit follows."""

from typing_extensions import TypedDict

from .named import Named, Person


class FollowUp(TypedDict):
    """Um processo acompanhado; sem número quando a unidade não pode mais vê-lo"""

    id: str
    process: str
    group: str
    observation: str
    by: Person
    at: str
    visible: bool
    nup: str | None
    type: Named | None
    specification: str
    open_units: list[str]
    news: int


class FollowUps(TypedDict):
    """Os processos que a unidade acompanha"""

    items: list[FollowUp]
    next_cursor: str | None


class FollowUpMade(TypedDict):
    """O acompanhamento"""

    id: str
