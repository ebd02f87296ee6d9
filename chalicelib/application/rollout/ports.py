"""What bringing a city on board asks of the outside."""

from typing import Protocol

from chalicelib.domain.rollout import Rollout


class RolloutWork(Protocol):
    """The part of a unit of work that writes how far the city has come."""

    def put_rollout(self, before: Rollout | None, after: Rollout) -> None:
        """Write it, on condition that it is still as ``before``; the next request of everybody reads it anew."""

    def require_rollout(self, seen: Rollout | None) -> None:
        """Commit only if it is still as it was loaded in this transaction."""
