"""The consumer that conducts routings: facts, moments told by the executions, and the waits (TRA-03).

Messages on the flows queue:

- a fact, from the event bus: ``{"detail-type": kind, "detail": {"tenant", "process", "n", "kind"}}``
- a moment, from an execution: ``{"kind": "routing_reminder" | "routing_overdue", "tenant", "process",
  "routing", "until"}``
- a reopening, from an execution: ``{"kind": "reopening_due", "tenant", "process", "unit", "day"}``
"""

from collections.abc import Callable, Mapping
from typing import Any

from chalicelib.application.conducting.advance_routings import advance_routings
from chalicelib.application.conducting.interests import FLOWS
from chalicelib.application.conducting.mark_overdue import mark_overdue
from chalicelib.application.conducting.ports import Conducting, Marks
from chalicelib.application.conducting.remind import remind
from chalicelib.domain.value import dataclass

from .messages import Event, Failures, attempt_each, failures, read_batch, unreadable

Moment = tuple[tuple[str, str], ...]
MOMENTS = {"routing_reminder": remind, "routing_overdue": mark_overdue}


@dataclass(frozen=True, slots=True)
class Conductors:
    """The outside of each tenant: ``reopen(tenant, process, unit, day)`` is ``reopen_when_due``."""

    conducting: Callable[[str], Conducting]
    marks: Callable[[str], Marks]
    reopen: Callable[[str, str, str, str], bool]


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
        steps = advance_routings(outside.conducting(tenant), process)
        outside.marks(tenant).reach(FLOWS, process, batch.newest[key])
        return steps

    advanced = attempt_each(batch.facts, advance)
    told = attempt_each(moments, lambda message: _tell(dict(message), outside))
    return failures(refused + advanced + told)


def handle_waits(
    event: Event,
    process_of: Callable[[Mapping[str, Any]], tuple[str, str]],
    conducting: Callable[[str], Conducting],
) -> Failures:
    """An execution has begun to wait: give it its answer, if the fact came first.

    ``process_of`` reads (tenant, process) from a stream record's ``Keys``.
    """
    groups: dict[tuple[str, str], list[str]] = {}
    for record in event["Records"]:
        if record.get("eventName") in ("INSERT", "MODIFY"):
            place = record["dynamodb"]["SequenceNumber"]
            groups.setdefault(process_of(record["dynamodb"]["Keys"]), []).append(place)
    return failures(attempt_each(groups, lambda key: advance_routings(conducting(key[0]), key[1])))


def _tell(message: Mapping[str, str], outside: Conductors) -> bool:
    kind, tenant, process = message["kind"], message["tenant"], message["process"]
    if kind == "reopening_due":
        return outside.reopen(tenant, process, message["unit"], message["day"])
    if kind not in MOMENTS:
        raise ValueError(kind)
    return MOMENTS[kind](outside.conducting(tenant), process, message["routing"], message["until"])
