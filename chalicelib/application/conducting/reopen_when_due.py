"""Reopen a process in a unit on the day the unit asked for (TRA-06)."""

import hashlib

from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import ProcessKey
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain.errors import Refused
from chalicelib.domain.handling import reopen
from chalicelib.domain.identity import Actor
from chalicelib.domain.process import Change, Process

from .advance_routings import reopening_instant
from .letters import SYSTEM


class _NotDue(Exception):
    """Already reopened, cancelled, moved to a later day, or the process cannot be reopened now."""


def reopen_when_due(ports: Ports, process: str, unit: str, day: str) -> bool:
    """Reopen if the schedule of ``day`` (``YYYY-MM-DD``) still stands and has come; -> whether it was due.

    A second request for the same day finds the first one's operation and changes nothing. A process that
    may not be reopened now (suspended, annexed …) is left for the reconciler, which asks again every day.
    """
    key = f"reopening-{process}-{unit}-{day}"
    operation = Operation(SYSTEM.id, key, hashlib.sha256(key.encode()).hexdigest())

    def attempt(work: Work) -> Reply:
        state: Process | None
        (state,) = work.load(ProcessKey(process))
        if state is None:
            raise _NotDue
        work.change_process(state, _reopened(ports, state, unit, day))
        return {"process": process}

    try:
        transact(lambda: ports.begin(operation), attempt)
    except _NotDue:
        return False
    return True


def _reopened(ports: Ports, state: Process, unit: str, day: str) -> Change:
    presence = state.presence(unit)
    due = presence.reopen_on if presence and not presence.open else None
    now = ports.now()
    if presence is None or due is None or due.isoformat() != day or reopening_instant(due, ports.zone) > now:
        raise _NotDue
    actor = Actor(ports.tenant, SYSTEM, presence.unit, state.agency)
    try:
        return reopen(state, actor, now, scheduled=True)
    except Refused as refusal:
        raise _NotDue from refusal
