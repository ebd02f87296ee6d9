"""What conducting the flows of ONE tenant needs from outside."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from typing import Protocol
from zoneinfo import ZoneInfo

from chalicelib.domain.flow_run import FlowRun
from chalicelib.domain.value import dataclass

from .flow_plan import StepPlan
from .ports import Bus, Notice, Register

FlowVersion = tuple[str, int]


@dataclass(frozen=True, slots=True)
class StepWait:
    """An execution that waits at a step: the row it wrote itself, with its own token."""

    process: str
    run: str
    at: str
    until: str
    token: str
    execution: str


class FlowTruth(Protocol):
    """The state, read consistently."""

    def run(self, process: str) -> FlowRun | None:
        """The last flow the process was put under; None also when the process is no more."""


class StepWaits(Protocol):
    """The waits that are open."""

    def of_process(self, process: str) -> Sequence[StepWait]:
        """Read consistently."""

    def forget(self, wait: StepWait) -> None:
        """Remove the row, unless the execution has meanwhile written a newer one."""


class FlowExecutions(Protocol):
    """The engine that waits, with a machine per version of a flow."""

    def start(self, run: FlowRun) -> bool:
        """Start the run's first execution; again changes nothing. False while its machine is not made yet."""

    def revive(self, run: FlowRun) -> bool:
        """Start the next execution if none is alive; -> whether it had to and could."""

    def answer(self, wait: StepWait, plan: StepPlan) -> bool:
        """Tell a wait; -> False when nobody waits on that token any more."""

    def alive(self, execution: str) -> bool:
        """Whether the execution with this ARN is running."""

    def running(self, versions: Iterable[FlowVersion]) -> frozenset[str]:
        """Runs with a running execution; may lag by seconds."""


class OpenFlows(Protocol):
    """What is under way in the whole tenant, from its index; may lag by seconds."""

    def runs(self) -> Iterator[tuple[str, str]]:
        """(process, run) of every live run."""


@dataclass(frozen=True, slots=True)
class FlowConducting:
    """What conducting the flows of one tenant needs; ``letter`` is ``write_letter``."""

    tenant: str
    zone: ZoneInfo
    now: Callable[[], datetime]
    truth: FlowTruth
    waits: StepWaits
    executions: FlowExecutions
    register: Register
    bus: Bus
    letter: Callable[[Notice], bool]
