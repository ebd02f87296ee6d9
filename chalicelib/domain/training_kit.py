"""What a training environment is filled with: a city's tables, invented people, and what they do from the first day on.

The acts are done by the same use cases as anybody's, so that whatever holds of real processes holds of these.
"""

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum
from typing import Any

from chalicelib.domain.value import dataclass

from .contact import Contact
from .flow import Flow
from .identity import User


class TrainingVerb(StrEnum):
    """What the invented people do."""

    START = "start"
    WRITE = "write"
    SIGN = "sign"
    SEND = "send"
    RECEIVE = "receive"
    ASSIGN = "assign"
    RECORD = "record"
    NOTE = "note"
    CONCLUDE = "conclude"


@dataclass(frozen=True, slots=True)
class TrainingAct:
    """``by`` and ``unit``: who does it, where. ``process`` and ``document`` name what it is about within the kit.

    ``values`` is what the verb needs besides: type, texts, units …
    """

    verb: TrainingVerb
    by: str
    unit: str
    process: str
    document: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class KitFlow:
    """A flow of the city, and the text it was read from."""

    flow: Flow
    text: str


@dataclass(frozen=True, slots=True)
class TrainingKit:
    """``catalogues``: table, code and what is kept of each entry, in their order. ``password`` is the one of all the
    invented people, told to whoever trains; ``hashes`` are those that are kept, by login."""

    catalogues: Mapping[str, Mapping[str, str]]
    flows: tuple[KitFlow, ...]
    contacts: tuple[Contact, ...]
    people: tuple[User, ...]
    hashes: Mapping[str, str]
    password: str
    acts: tuple[TrainingAct, ...]
