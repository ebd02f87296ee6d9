"""Bring the execution of a process's flow in step with it (architecture §8).

Who calls: the consumer of the history (a step was done) and the stream of the ``waits`` table (an execution has just
begun to wait). Whichever comes later finds both, and answers. An execution walks through what was done, one answer at a
time, so one that is begun anew comes by itself to where the process is.
"""

from chalicelib.domain.flow_run import FlowRun

from .advance_routings import Did
from .flow_plan import step_plan
from .flow_ports import FlowConducting, StepWait


def advance_flow(outside: FlowConducting, process: str) -> tuple[Did, ...]:
    """Start, answer or leave what waits; -> what was done about each wait.

    Waits are read before the state, so that the state is never older than the wait it is compared with.
    """
    if outside.truth.run(process) is None:
        return ()
    waits = outside.waits.of_process(process)
    run = outside.truth.run(process)
    done = [_advance(outside, run if run and run.id == wait.run else None, wait) for wait in waits]
    if run and run.live and not any(wait.run == run.id for wait in waits) and outside.executions.start(run):
        done.append(Did.STARTED)
    return tuple(done)


def _advance(outside: FlowConducting, run: FlowRun | None, wait: StepWait) -> Did:
    plan = step_plan(run, wait.at, wait.until, outside.now(), outside.zone)
    if plan is None:
        return Did.NOTHING
    if outside.executions.answer(wait, plan):
        outside.waits.forget(wait)
        return Did.ANSWERED
    return _bury(outside, run, wait)


def _bury(outside: FlowConducting, run: FlowRun | None, wait: StepWait) -> Did:
    """Nobody waits on this token any more: answered before, timed out, or its execution is dead.

    Reviving comes before forgetting: the row is what makes a repeated message look again.
    """
    did = Did.LEFT
    if run and run.live and not outside.executions.alive(wait.execution):
        did = Did.REVIVED if outside.executions.revive(run) else did
    outside.waits.forget(wait)
    return did
