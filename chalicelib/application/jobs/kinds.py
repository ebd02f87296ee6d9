"""The kinds of jobs: a row names what is done with each item and, if anything, what is done at the end.

An act on an item is a use case: it asks the policy as who asked for the job, in their unit, with today's grants, and
takes the operation of the item, so that doing it again after a kill gives the same reply and no second entry.
What it refuses (a DomainError) is written beside the item; anything else is tried again.
"""

from collections.abc import Callable, Mapping, Sequence

from chalicelib.application.ports import Ports
from chalicelib.application.transaction import Operation
from chalicelib.domain.identity import Actor
from chalicelib.domain.job import Batch, Job, JobFile, Outcome
from chalicelib.domain.value import dataclass

Act = Callable[[Ports, Actor, Operation, Mapping[str, str], Job], Outcome]
Report = Callable[[int, int], None]
#: -> what it made, or what it says to who asked.
End = Callable[["Task", Sequence[Batch]], JobFile | str | None]


@dataclass(frozen=True, slots=True)
class Task:
    """A job in hand: ``report(done, total)`` tells the screen how far its end is."""

    ports: Ports
    actor: Actor
    job: Job
    report: Report


@dataclass(frozen=True, slots=True)
class Kind:
    """``act`` per item; ``end`` once, after the last one, and again if it died half-way."""

    act: Act
    end: End | None = None


Kinds = Mapping[str, Kind]
