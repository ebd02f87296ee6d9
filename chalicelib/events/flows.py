"""The consumer that conducts routings: facts, moments told by the executions, and the waits (TRA-03).

Messages on the flows queue:

- a fact, from the event bus: ``{"detail-type": kind, "detail": {"tenant", "process", "n", "kind"}}``
- a moment, from an execution: ``{"kind": "routing_reminder" | "routing_overdue", "tenant", "process",
  "routing", "until"}``
- a reopening, from an execution: ``{"kind": "reopening_due", "tenant", "process", "unit", "day"}``
- a moment of a flow's step, from an execution: ``{"kind": "flow_moment", "tenant", "process", "run", "at", "moment",
  "until"}``
"""

from collections.abc import Callable, Mapping
from typing import Any

from chalicelib.application.conducting.advance_flow import advance_flow
from chalicelib.application.conducting.advance_routings import advance_routings
from chalicelib.application.conducting.flow_plan import StepOccasion
from chalicelib.application.conducting.flow_ports import FlowConducting
from chalicelib.application.conducting.interests import FLOWS
from chalicelib.application.conducting.mark_overdue import mark_overdue
from chalicelib.application.conducting.ports import Conducting, Marks
from chalicelib.application.conducting.remind import remind
from chalicelib.application.conducting.remind_step import remind_step
from chalicelib.domain.value import dataclass

from .messages import Event, Failures, attempt_each, failures, read_batch, unreadable

Moment = tuple[tuple[str, str], ...]
MOMENTS = {"routing_reminder": remind, "routing_overdue": mark_overdue}


@dataclass(frozen=True, slots=True)
class Conductors:
    """The outside of each tenant: ``reopen(tenant, process, unit, day)`` is ``reopen_when_due``, and
    ``overdue(tenant, process, run, at, until)`` is ``mark_step_overdue``.
    """

    conducting: Callable[[str], Conducting]
    marks: Callable[[str], Marks]
    reopen: Callable[[str, str, str, str], bool]
    flows: Callable[[str], FlowConducting]
    overdue: Callable[[str, str, str, str, str], bool]


def handle_flows(event: Event, outside: Conductors) -> Failures:
    """Deal with a batch of the flows queue. Facts about one process are dealt with together, once."""
    batch = read_batch(event)
    moments: dict[Moment, list[str]] = {}
    for identifier, body in batch.others:
        if "kind" in body:
            moments.setdefault(tuple(sorted((k, str(v)) for k, v in body.items())), []).append(identifier)
    refused = unreadable(other for other in batch.others if "kind" not in other[1])

    def advance(key: tuple[str, str]) -> object:
        tenant, process = key
        steps = (
            *advance_routings(outside.conducting(tenant), process),
            *advance_flow(outside.flows(tenant), process),
        )
        outside.marks(tenant).reach(FLOWS, process, batch.newest[key])
        return steps

    advanced = attempt_each(batch.facts, advance)
    told = attempt_each(moments, lambda message: _tell(dict(message), outside))
    return failures(refused + advanced + told)


@dataclass(frozen=True, slots=True)
class Waiting:
    """What a stream record's ``Keys`` say: (tenant, process), and whether a flow's step is awaited."""

    process_of: Callable[[Mapping[str, Any]], tuple[str, str]]
    is_flow: Callable[[Mapping[str, Any]], bool]


def handle_waits(
    event: Event,
    waiting: Waiting,
    conducting: Callable[[str], Conducting],
    flows: Callable[[str], FlowConducting],
) -> Failures:
    """An execution has begun to wait: give it its answer, if the fact came first."""
    groups: dict[tuple[str, str, bool], list[str]] = {}
    for record in event["Records"]:
        if record.get("eventName") in ("INSERT", "MODIFY"):
            found = record["dynamodb"]["Keys"]
            key = (*waiting.process_of(found), waiting.is_flow(found))
            groups.setdefault(key, []).append(record["dynamodb"]["SequenceNumber"])

    def advance(key: tuple[str, str, bool]) -> object:
        tenant, process, is_flow = key
        if is_flow:
            return advance_flow(flows(tenant), process)
        return advance_routings(conducting(tenant), process)

    return failures(attempt_each(groups, advance))


def _tell(message: Mapping[str, str], outside: Conductors) -> bool:
    kind, tenant, process = message["kind"], message["tenant"], message["process"]
    if kind == "reopening_due":
        return outside.reopen(tenant, process, message["unit"], message["day"])
    if kind == "flow_moment":
        place = (process, message["run"], message["at"], message["until"])
        if message["moment"] == StepOccasion.REMINDER:
            return remind_step(outside.flows(tenant), *place)
        return message["moment"] == StepOccasion.OVERDUE and outside.overdue(tenant, *place)
    if kind not in MOMENTS:
        raise ValueError(kind)
    return MOMENTS[kind](outside.conducting(tenant), process, message["routing"], message["until"])
