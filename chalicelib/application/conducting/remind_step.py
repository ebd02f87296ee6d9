"""Remind that a step is about to be due."""

from datetime import UTC, datetime

from .flow_plan import StepOccasion, moments
from .flow_ports import FlowConducting
from .ports import Notice


def remind_step(outside: FlowConducting, process: str, run_id: str, at: str, until: str) -> bool:
    """Give the reminder of the moment ``until``, if it still stands; -> whether it was given now.

    Written, published and noted in this order, as by ``give_notice``: a death in between repeats it, and its receiver
    finds the e-mail carried.
    """
    run = outside.truth.run(process)
    step = run.find(at) if run and run.id == run_id else None
    if run is None or step is None:
        return False
    moment = datetime.strptime(until, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
    if (moment, StepOccasion.REMINDER) not in set(moments(run, step, outside.zone)) or moment > outside.now():
        return False
    notice = Notice(outside.tenant, process, f"{run_id}.{at}", StepOccasion.REMINDER.value, until)
    if outside.register.given(notice):
        return False
    outside.letter(notice)
    outside.bus.notice(notice)
    outside.register.note(notice)
    return True
