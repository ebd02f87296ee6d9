"""Executions by name: starting again what was started changes nothing.

A name is taken for good: once an execution has ended, its name cannot be started again. The first execution of a thing
is named by it, the ones a reconciler starts after it ``<name>-2``, ``<name>-3``…
"""

import json
from collections.abc import Mapping
from typing import Any


class NamedExecutions:
    """Over a Step Functions client."""

    def __init__(self, client: Any) -> None:
        self._client = client

    def start(self, machine: str, name: str, data: Mapping[str, Any]) -> None:
        """Raises what the service answers, but for a name that is taken."""
        try:
            self._client.start_execution(stateMachineArn=machine, name=name, input=json.dumps(data))
        except self._client.exceptions.ExecutionAlreadyExists:
            return

    def revive(self, machine: str, name: str, data: Mapping[str, Any]) -> int:
        """Start the next one if none is alive; -> which it was, 0 when it did not have to."""
        generation = 1
        while True:
            candidate = name if generation == 1 else f"{name}-{generation}"
            status = self.status(execution_arn(machine, candidate))
            if status == "RUNNING":
                return 0
            if status is None:
                self.start(machine, candidate, data)
                return generation
            generation += 1

    def status(self, execution: str) -> str | None:
        """None for one that never was."""
        try:
            return str(self._client.describe_execution(executionArn=execution)["status"])
        except self._client.exceptions.ExecutionDoesNotExist:
            return None

    def running(self, machine: str) -> frozenset[str]:
        """The names that running executions were first given; may lag by seconds."""
        pages = self._client.get_paginator("list_executions").paginate(
            stateMachineArn=machine, statusFilter="RUNNING"
        )
        return frozenset(one["name"].partition("-")[0] for page in pages for one in page["executions"])

    def succeed(self, token: str, answer: Mapping[str, Any]) -> bool:
        """Answer a wait; -> False when nobody waits on that token any more."""
        gone = self._client.exceptions
        try:
            self._client.send_task_success(taskToken=token, output=json.dumps(answer))
        except (gone.TaskTimedOut, gone.TaskDoesNotExist, gone.InvalidToken):
            return False
        return True


def execution_arn(machine: str, name: str) -> str:
    """The ARN of an execution of a machine."""
    return machine.replace(":stateMachine:", ":execution:") + ":" + name
