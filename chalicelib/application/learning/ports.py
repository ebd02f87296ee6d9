"""What learning asks of the outside."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from chalicelib.domain.learning import Learner


class LearningReader(Protocol):
    """What people did, from the projections (eventually right), and what they chose."""

    def learner(self, user: str) -> tuple[Learner | None, Mapping[str, int]]:
        """What a person chose, and how often the person did each deed, in one call."""

    def learners(self, users: Sequence[str]) -> Mapping[str, tuple[Learner | None, Mapping[str, int]]]:
        """The same of many people, a hundred a call."""


class LearnerWork(Protocol):
    """The part of a unit of work that writes what a person chose."""

    def put_learner(self, before: Learner | None, after: Learner) -> None:
        """Write it, on condition that it is still as ``before``."""
