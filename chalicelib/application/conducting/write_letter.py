"""Leave the e-mail of a moment to be carried, before the bus hears of the moment (TRA-03, issue 4 §8)."""

import hashlib

from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import FlowRunKey, ProcessKey
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain.flow_run import FlowRun
from chalicelib.domain.mail import Mail
from chalicelib.domain.process import Process

from .flow_plan import StepOccasion
from .letters import SYSTEM, routing_letter, step_letter
from .ports import Notice


class _Nobody(Exception):
    """Nobody can be told, or nothing is awaited any more."""


def write_letter(ports: Ports, notice: Notice) -> bool:
    """-> whether somebody is told by e-mail. A second request finds the first one's operation and writes nothing."""
    key = f"letter-{notice.process}-{notice.routing}-{notice.kind}-{notice.until}"
    digest = hashlib.sha256(key.encode()).hexdigest()
    operation = Operation(SYSTEM.id, digest, digest)

    def attempt(work: Work) -> Reply:
        process: Process | None
        run: FlowRun | None
        process, run = work.load(ProcessKey(notice.process), FlowRunKey(notice.process))
        mail = _of(ports, process, run, notice) if process else None
        if mail is None:
            raise _Nobody
        work.put_mail(None, mail)
        return {"mail": mail.id}

    try:
        transact(lambda: ports.begin(operation), attempt)
    except _Nobody:
        return False
    return True


def _of(ports: Ports, process: Process, run: FlowRun | None, notice: Notice) -> Mail | None:
    if notice.kind == StepOccasion.REMINDER:
        step = run.find(notice.routing.removeprefix(f"{run.id}.")) if run else None
        return step_letter(ports, process, run, step, notice.until) if run and step else None
    routing = next((one for one in process.routings if one.id == notice.routing), None)
    return routing_letter(ports, process, routing, notice.kind, notice.until) if routing else None
