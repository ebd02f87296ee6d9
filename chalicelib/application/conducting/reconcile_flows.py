"""Start again the executions of flows that should be waiting and are not (architecture §8.5)."""

from chalicelib.domain.flow_run import FlowRun
from chalicelib.domain.value import dataclass

from .flow_ports import FlowConducting, OpenFlows


@dataclass(frozen=True, slots=True)
class FlowsReconciled:
    """How many are under way, and the runs whose execution had to be started again."""

    open: int
    revived: tuple[str, ...]


def reconcile_flows(outside: FlowConducting, work: OpenFlows) -> FlowsReconciled:
    """The list of running executions may lag, so ``revive`` looks at the execution itself before it starts another."""
    found = [run for process, _ in work.runs() if (run := outside.truth.run(process)) and run.live]
    running = outside.executions.running({(run.flow.code, run.flow.version) for run in found})
    missing: list[FlowRun] = [run for run in found if run.id not in running]
    return FlowsReconciled(len(found), tuple(run.id for run in missing if outside.executions.revive(run)))
