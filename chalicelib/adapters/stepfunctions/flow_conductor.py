"""Executions of flows: each run in the machine of its own version."""

from collections.abc import Iterable
from typing import Any

from chalicelib.adapters.dynamodb import keys
from chalicelib.application.conducting.flow_plan import StepPlan, first_plan
from chalicelib.application.conducting.flow_ports import FlowVersion, StepWait
from chalicelib.domain.flow_run import FlowRun

from .flow_asl import machine_name
from .named import NamedExecutions


class FlowConductor:
    """Implements ``conducting.flow_ports.FlowExecutions`` for one tenant.

    ``machines`` is how the ARN of every flow's machine begins, up to the prefix of its name.
    """

    def __init__(self, client: Any, tenant: str, machines: str) -> None:
        self._client = client
        self._named = NamedExecutions(client)
        self._tenant = tenant
        self._arns, _, self._prefix = machines.rpartition(":")

    def start(self, run: FlowRun) -> bool:
        try:
            self._named.start(self._machine(run), run.id, self._input(run))
        except self._client.exceptions.StateMachineDoesNotExist:
            return False
        return True

    def revive(self, run: FlowRun) -> bool:
        try:
            return bool(self._named.revive(self._machine(run), run.id, self._input(run)))
        except self._client.exceptions.StateMachineDoesNotExist:
            return False

    def answer(self, wait: StepWait, plan: StepPlan) -> bool:
        return self._named.succeed(wait.token, wire(plan))

    def alive(self, execution: str) -> bool:
        return self._named.status(execution) == "RUNNING"

    def running(self, versions: Iterable[FlowVersion]) -> frozenset[str]:
        found: frozenset[str] = frozenset()
        for code, version in sorted(versions):
            try:
                found |= self._named.running(self.machine(code, version))
            except self._client.exceptions.StateMachineDoesNotExist:
                continue
        return found

    def machine(self, code: str, version: int) -> str:
        """The ARN of the machine of a version."""
        return f"{self._arns}:{machine_name(self._prefix, self._tenant, code, version)}"

    def _machine(self, run: FlowRun) -> str:
        return self.machine(run.flow.code, run.flow.version)

    def _input(self, run: FlowRun) -> dict[str, Any]:
        pk, prefix = keys.flow_waits(self._tenant, run.process, run.id)
        return {
            "tenant": self._tenant,
            "process": run.process,
            "run": run.id,
            "wait": {"pk": pk, "prefix": prefix},
            "now": wire(first_plan(run)),
        }


def wire(plan: StepPlan) -> dict[str, Any]:
    """The plan as the machine reads it."""
    return {
        "way": str(plan.way),
        "at": plan.at,
        "until": plan.until,
        "moment": plan.moment,
        "seconds": plan.seconds,
    }
