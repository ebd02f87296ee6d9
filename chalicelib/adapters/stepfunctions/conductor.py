"""Executions in Step Functions. Names make starting idempotent; the truth makes answering so.

A name is taken for good: once an execution has ended, its name cannot be started again. The first execution
of a routing is named by the routing id, the ones a reconciler starts after it ``<routing>-2``,
``<routing>-3``…
"""

import hashlib
import json
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from chalicelib.adapters.dynamodb import keys
from chalicelib.application.conducting.plan import Plan
from chalicelib.application.conducting.ports import Wait

LONGEST_UNIT = 36


class Conductor:
    """Implements ``conducting.ports.Executions`` for one tenant."""

    def __init__(self, client: Any, tenant: str, routing_machine: str, reopening_machine: str) -> None:
        self._client = client
        self._tenant = tenant
        self._routing_machine = routing_machine
        self._reopening_machine = reopening_machine

    def start(self, process: str, routing: str, plan: Plan, now: datetime) -> None:
        self._start(self._routing_machine, routing, self._input(process, routing, plan, now))

    def revive(self, process: str, routing: str, plan: Plan, now: datetime) -> bool:
        return self._revive(self._routing_machine, routing, self._input(process, routing, plan, now))

    def answer(self, wait: Wait, plan: Plan, now: datetime) -> bool:
        gone = self._client.exceptions
        try:
            self._client.send_task_success(taskToken=wait.token, output=json.dumps(wire(plan, now)))
        except (gone.TaskTimedOut, gone.TaskDoesNotExist, gone.InvalidToken):
            return False
        return True

    def alive(self, execution: str) -> bool:
        return self._status(execution) == "RUNNING"

    def running(self) -> frozenset[str]:
        pages = self._client.get_paginator("list_executions").paginate(
            stateMachineArn=self._routing_machine, statusFilter="RUNNING"
        )
        return frozenset(one["name"].partition("-")[0] for page in pages for one in page["executions"])

    def stop(self, execution: str, cause: str) -> None:
        """Abort an execution; one that is not running, or unknown, is left as it is."""
        if self.alive(execution):
            self._client.stop_execution(executionArn=execution, error="Stopped", cause=cause[:256])

    def schedule_reopening(self, process: str, unit: str, day: date, at: datetime) -> None:
        name = reopening_name(process, unit, day)
        self._start(self._reopening_machine, name, self._reopening(process, unit, day, at))

    def revive_reopening(self, process: str, unit: str, day: date, at: datetime) -> bool:
        name = reopening_name(process, unit, day)
        return self._revive(self._reopening_machine, name, self._reopening(process, unit, day, at))

    def _start(self, machine: str, name: str, data: Mapping[str, Any]) -> None:
        try:
            self._client.start_execution(stateMachineArn=machine, name=name, input=json.dumps(data))
        except self._client.exceptions.ExecutionAlreadyExists:
            return

    def _revive(self, machine: str, name: str, data: Mapping[str, Any]) -> bool:
        generation = 1
        while True:
            candidate = name if generation == 1 else f"{name}-{generation}"
            status = self._status(execution_arn(machine, candidate))
            if status == "RUNNING":
                return False
            if status is None:
                self._start(machine, candidate, data)
                return True
            generation += 1

    def _status(self, execution: str) -> str | None:
        try:
            return str(self._client.describe_execution(executionArn=execution)["status"])
        except self._client.exceptions.ExecutionDoesNotExist:
            return None

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


def execution_arn(machine: str, name: str) -> str:
    """The ARN of an execution of a machine."""
    return machine.replace(":stateMachine:", ":execution:") + ":" + name


def reopening_name(process: str, unit: str, day: date) -> str:
    """At most 80 characters with any generation; long unit ids are told apart by their hash."""
    short = unit if len(unit) <= LONGEST_UNIT else hashlib.sha256(unit.encode()).hexdigest()[:32]
    return f"{process}-{short}-{day:%Y%m%d}"
