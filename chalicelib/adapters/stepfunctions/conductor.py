"""Executions of routings and reopenings. Names make starting idempotent; the truth makes answering so."""

import hashlib
from datetime import date, datetime
from typing import Any

from chalicelib.adapters.dynamodb import keys
from chalicelib.application.conducting.plan import Plan
from chalicelib.application.conducting.ports import Wait

from .named import NamedExecutions, execution_arn

__all__ = ["Conductor", "execution_arn", "reopening_name", "wire"]

LONGEST_UNIT = 36


class Conductor:
    """Implements ``conducting.ports.Executions`` for one tenant."""

    def __init__(self, client: Any, tenant: str, routing_machine: str, reopening_machine: str) -> None:
        self._client = client
        self._named = NamedExecutions(client)
        self._tenant = tenant
        self._routing_machine = routing_machine
        self._reopening_machine = reopening_machine

    def start(self, process: str, routing: str, plan: Plan, now: datetime) -> None:
        self._named.start(self._routing_machine, routing, self._input(process, routing, plan, now))

    def revive(self, process: str, routing: str, plan: Plan, now: datetime) -> bool:
        return bool(self._named.revive(self._routing_machine, routing, self._input(process, routing, plan, now)))

    def answer(self, wait: Wait, plan: Plan, now: datetime) -> bool:
        return self._named.succeed(wait.token, wire(plan, now))

    def alive(self, execution: str) -> bool:
        return self._named.status(execution) == "RUNNING"

    def running(self) -> frozenset[str]:
        return self._named.running(self._routing_machine)

    def stop(self, execution: str, cause: str) -> None:
        """Abort an execution; one that is not running, or unknown, is left as it is."""
        if self.alive(execution):
            self._client.stop_execution(executionArn=execution, error="Stopped", cause=cause[:256])

    def schedule_reopening(self, process: str, unit: str, day: date, at: datetime) -> None:
        name = reopening_name(process, unit, day)
        self._named.start(self._reopening_machine, name, self._reopening(process, unit, day, at))

    def revive_reopening(self, process: str, unit: str, day: date, at: datetime) -> bool:
        name = reopening_name(process, unit, day)
        return bool(self._named.revive(self._reopening_machine, name, self._reopening(process, unit, day, at)))

    def _input(self, process: str, routing: str, plan: Plan, now: datetime) -> dict[str, Any]:
        pk, sk = keys.wait(self._tenant, process, routing)
        return {
            "tenant": self._tenant,
            "process": process,
            "routing": routing,
            "wait": {"pk": pk, "sk": sk},
            "plan": wire(plan, now),
        }

    def _reopening(self, process: str, unit: str, day: date, at: datetime) -> dict[str, Any]:
        instant = at.strftime("%Y-%m-%dT%H:%M:%SZ")
        return {
            "tenant": self._tenant,
            "process": process,
            "unit": unit,
            "day": day.isoformat(),
            "at": instant,
        }


def wire(plan: Plan, now: datetime) -> dict[str, Any]:
    """The plan as the machine reads it."""
    if plan.next is None:
        return {"phase": plan.phase.value}
    return {
        "phase": plan.phase.value,
        "moment": plan.next.occasion.value,
        "until": plan.next.until,
        "seconds": plan.seconds(now),
    }


def reopening_name(process: str, unit: str, day: date) -> str:
    """At most 80 characters with any generation; long unit ids are told apart by their hash."""
    short = unit if len(unit) <= LONGEST_UNIT else hashlib.sha256(unit.encode()).hexdigest()[:32]
    return f"{process}-{short}-{day:%Y%m%d}"
