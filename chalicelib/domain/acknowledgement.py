"""Ciência: somebody said that they know of a document (DOC-20)."""

from datetime import datetime

from chalicelib.domain.value import dataclass

from .organisation import Person, UnitName


@dataclass(frozen=True, slots=True)
class Acknowledgement:
    """Who, where and when; it is never taken back."""

    user: Person
    unit: UnitName
    at: datetime
