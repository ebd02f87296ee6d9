"""What the consumers of the history need from outside. All of ONE tenant, unless it says otherwise."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Protocol
from zoneinfo import ZoneInfo

from chalicelib.domain.process import Process
from chalicelib.domain.value import dataclass
from chalicelib.domain.word_index import Findable

from .plan import Plan


@dataclass(frozen=True, slots=True)
class HistoryFact:
    """What a consumer is told: where something happened and what it is called. Never its content."""

    tenant: str
    process: str
    n: int
    kind: str


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the units must be told though nobody acted (TRA-03). ``until`` identifies the moment."""

    tenant: str
    process: str
    routing: str
    kind: str
    until: str


@dataclass(frozen=True, slots=True)
class Wait:
    """The wait an execution has open: the row it wrote itself, with its own token.

    ``phase`` and ``until`` are those of the plan it was given; ``execution`` is the execution's ARN.
    """

    process: str
    routing: str
    phase: str
    until: str
    token: str
    execution: str


class Truth(Protocol):
    """The state, read consistently."""

    def process(self, process: str) -> Process | None: ...


class Waits(Protocol):
    """The waits that are open."""

    def of_process(self, process: str) -> Mapping[str, Wait]:
        """By routing id, read consistently."""

    def forget(self, wait: Wait) -> None:
        """Remove the row, unless the execution has meanwhile written a newer one."""


class Executions(Protocol):
    """The engine that waits (Step Functions)."""

    def start(self, process: str, routing: str, plan: Plan, now: datetime) -> None:
        """Start the routing's first execution; starting it again changes nothing."""

    def revive(self, process: str, routing: str, plan: Plan, now: datetime) -> bool:
        """Start the next execution if none is alive; -> whether it had to."""

    def answer(self, wait: Wait, plan: Plan, now: datetime) -> bool:
        """Give the wait its new plan; -> False when nobody waits on that token any more."""

    def alive(self, execution: str) -> bool:
        """Whether the execution with this ARN is running."""

    def running(self) -> frozenset[str]:
        """Routing ids with a running execution, of all tenants; may lag by seconds."""

    def schedule_reopening(self, process: str, unit: str, day: date, at: datetime) -> None:
        """Ask for a reopening at an instant; asking again for the same day changes nothing."""

    def revive_reopening(self, process: str, unit: str, day: date, at: datetime) -> bool:
        """Start the next execution of a reopening if none is alive; -> whether it had to."""


class Register(Protocol):
    """Which notices were given. Losing it repeats notices, never loses one."""

    def given(self, notice: Notice) -> bool: ...
    def note(self, notice: Notice) -> None: ...


class Bus(Protocol):
    """The event bus."""

    def facts(self, facts: Sequence[HistoryFact]) -> Sequence[HistoryFact]:
        """Publish; -> those the bus did not take."""

    def notice(self, notice: Notice) -> None:
        """Publish a notice. Raises when the bus did not take it."""


@dataclass(frozen=True, slots=True)
class Conducting:
    """What conducting the processes of one tenant needs; ``letter`` is ``write_letter``."""

    tenant: str
    zone: ZoneInfo
    now: Callable[[], datetime]
    truth: Truth
    waits: Waits
    executions: Executions
    register: Register
    bus: Bus
    letter: Callable[[Notice], bool]


class OpenWork(Protocol):
    """What is open in the whole tenant, from its indexes; may lag by seconds."""

    def routings(self) -> Iterator[tuple[str, str]]:
        """(process, routing) of every open routing."""

    def reopenings(self, until: date) -> Iterator[tuple[str, str, date]]:
        """(process, unit, day) of every reopening scheduled for ``until`` or before."""


@dataclass(frozen=True, slots=True)
class Share:
    """What one process adds to the counters of one unit's inbox (PRO-01), and the figures it says (TRA-13)."""

    received: int = 0
    generated: int = 0
    unread: int = 0
    unassigned: int = 0
    assignee: str | None = None
    figures: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Counted:
    """The share last counted, and how many times it changed (0: never counted)."""

    share: Share
    version: int = 0


class Counters(Protocol):
    """The counters of the inboxes; may be dropped and rebuilt."""

    def counted(self, process: str) -> Mapping[str, Counted]:
        """By unit, read consistently."""

    def recount(self, process: str, unit: str, before: Counted, after: Share) -> bool:
        """Replace the share and move the counters by the difference, in one transaction.

        -> False, changing nothing, when ``before`` is no longer what is counted.
        """


@dataclass(frozen=True, slots=True)
class Indexed:
    """What a process is found by, and how many times that changed (0: never indexed).

    ``parties``: every contact who is, or once was, an interested party of it, whoever may know of the process.
    """

    found: Findable | None = None
    version: int = 0
    parties: frozenset[str] = frozenset()


class WordIndex(Protocol):
    """The words of processes; may be dropped and rebuilt."""

    def indexed(self, process: str) -> Indexed:
        """Read consistently."""

    def replace(
        self, process: str, before: Indexed, after: Findable | None, parties: frozenset[str] = frozenset()
    ) -> bool:
        """Keep the process under its words of now and under no other, in one transaction; under ``parties`` for good.

        -> False, changing nothing, when ``before`` is no longer what is kept.
        """


class Marks(Protocol):
    """How far each consumer has come in each process's history."""

    def reach(self, consumer: str, process: str, n: int) -> None:
        """The consumer has dealt with the process as of entry ``n``; marks never go back."""

    def reached(self, consumer: str, processes: Iterable[str]) -> Mapping[str, int]:
        """By process; absent: never."""


class HistoryDays(Protocol):
    """The history by day (civil, UTC)."""

    def facts(self, since: datetime, until: datetime) -> Iterator[HistoryFact]:
        """Every fact written in the interval, in no particular order."""


class Queues(Protocol):
    """The queues of the consumers."""

    def send(self, consumer: str, facts: Sequence[HistoryFact]) -> None:
        """Hand the facts to one consumer again. Raises when the queue did not take them."""


__all__ = [
    "Bus", "Conducting", "Counted", "Counters", "Executions", "HistoryDays", "HistoryFact", "Indexed", "Marks",
    "Notice", "OpenWork", "Plan", "Queues", "Register", "Share", "Truth", "Wait", "Waits", "WordIndex",
]  # fmt: skip
