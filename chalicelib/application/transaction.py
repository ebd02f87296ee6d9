"""One state change: load, decide, commit once; again from the start when somebody else was faster.

The operation row (``Idempotency-Key``) travels with the first load and with the commit: a repeated request gets
the first reply, whatever died in between (architecture §3, security.md §4).
"""

import random
import time
from collections.abc import Callable, Mapping
from typing import Any, Protocol, TypeVar

from chalicelib.domain.errors import Conflict
from chalicelib.domain.value import dataclass

Reply = Mapping[str, Any]
ATTEMPTS = 5


@dataclass(frozen=True, slots=True)
class Operation:
    """One write asked by one user: ``key`` from the client, ``digest`` of what was asked (hex)."""

    user: str
    key: str
    digest: str


class OperationDone(Exception):
    """The operation was committed before; ``reply`` is what it answered."""

    def __init__(self, reply: Reply) -> None:
        super().__init__("operation done")
        self.reply = reply


class WriteConflict(Exception):
    """Something changed between the load and the commit."""


class Commits(Protocol):
    """The part of a unit of work that this module needs."""

    def commit(self, reply: Reply) -> None:
        """Write everything or nothing. Raises WriteConflict, OperationDone."""


W = TypeVar("W", bound=Commits)


def transact(begin: Callable[[], W], attempt: Callable[[W], Reply], attempts: int = ATTEMPTS) -> Reply:
    """Run ``attempt`` on a fresh unit of work until it commits.

    Raises whatever rule ``attempt`` breaks, or Conflict ``process_changed`` after ``attempts`` lost races.
    """
    for turn in range(attempts):
        work = begin()
        try:
            reply = attempt(work)
            work.commit(reply)
        except OperationDone as done:
            return done.reply
        except WriteConflict:
            time.sleep(random.uniform(0, 0.02 * 2 ** min(turn, 5)))
        else:
            return reply
    raise Conflict("process_changed", "Outra pessoa alterou isto ao mesmo tempo. Atualize a página e repita.")
