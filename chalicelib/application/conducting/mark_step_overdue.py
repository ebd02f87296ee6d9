"""When the deadline of a step is over: say so, also by e-mail, and give the step to the superior unit too, where the
flow wants it."""

import hashlib

from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import FlowRunKey, ProcessKey
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain.errors import Refused
from chalicelib.domain.flow_acts import overdue_step
from chalicelib.domain.flow_run import FlowRun, StepRun
from chalicelib.domain.identity import Actor
from chalicelib.domain.organisation import Unit
from chalicelib.domain.process import Process

from .flow_plan import due_moment
from .letters import SYSTEM, step_letter


class _NotDue(Exception):
    """Done, skipped, paused or told already, with a later deadline, or the process may not be acted upon now."""


def mark_step_overdue(ports: Ports, process_id: str, run_id: str, at: str, until: str) -> bool:
    """If the moment ``until`` of the step at ``at`` still stands and has come; -> whether it was due.

    A second request finds the first one's operation and changes nothing. A process that may not be acted upon
    (suspended, annexed …) is asked about again by the execution each hour.
    """
    key = f"overdue-{run_id}-{at}-{until}"
    digest = hashlib.sha256(key.encode()).hexdigest()
    operation, name = Operation(SYSTEM.id, digest, digest), ports.identifier()

    def attempt(work: Work) -> Reply:
        process: Process | None
        run: FlowRun | None
        process, run = work.load(ProcessKey(process_id), FlowRunKey(process_id))
        step = run.find(at) if run and run.id == run_id else None
        if process is None or run is None or step is None or not _has_come(ports, run, step, until):
            raise _NotDue
        assert step.unit is not None
        system = Actor(ports.tenant, SYSTEM, step.unit, process.agency)
        try:
            change, after = overdue_step(
                process, system, run, step, _superior(ports, step), name, ports.now()
            )
        except Refused as refusal:
            raise _NotDue from refusal
        work.put_flow_run(run, after)
        work.change_process(process, change)
        late = after.find(at)
        mail = step_letter(ports, change.process, after, late, until, overdue=True) if late else None
        if mail:
            work.put_mail(None, mail)
        return {"process": process_id}

    try:
        transact(lambda: ports.begin(operation), attempt)
    except _NotDue:
        return False
    return True


def _has_come(ports: Ports, run: FlowRun, step: StepRun, until: str) -> bool:
    moment = due_moment(run, step, ports.zone)
    if moment is None:
        return False
    return moment[0] <= ports.now() and moment[0].strftime("%Y-%m-%dT%H:%M:%SZ") == until


def _superior(ports: Ports, step: StepRun) -> Unit | None:
    units = ports.catalogues.units()
    below = units.get(step.unit.id) if step.unit else None
    return units.get(below.parent) if below and below.parent else None
