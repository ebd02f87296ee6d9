"""What the scheduled and queued functions do at another time of the clock, run with one function's own credentials.

    python -m tests.infra.acting remind|reopen|reconcile|sweep PROCESS [DAY]

The environment carries the installation's names and the role's credentials; the answer is one line of JSON.
"""

import json
import sys
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from typing import Any

from chalicelib.application.conducting.plan import moments
from chalicelib.background import Background, Installation
from chalicelib.events.flows import Conductors, handle_flows
from chalicelib.events.reconciliation import handle_reconciliation
from chalicelib.events.sweeping import handle_sweeping
from chalicelib.settings import read_settings

TENANT = "ubatuba"
LATER = timedelta(days=4)


def remind(outside: Background, process: str) -> Any:
    """The first moment of the process's routing has come."""
    state = outside.truth(TENANT).process(process)
    assert state is not None
    routing = state.routings[0]
    moment = next(moments(routing, outside.conducting(TENANT).zone))
    outside.place.now = lambda: moment.at + timedelta(seconds=1)
    message = {"kind": moment.occasion.value, "routing": routing.id, "until": moment.until}
    return _told(outside, {"tenant": TENANT, "process": process} | message)


def reopen(outside: Background, process: str, day: str) -> Any:
    """The day on which the unit wanted the process back has come."""
    place = {"tenant": TENANT, "process": process, "unit": "semad-prot", "day": day}
    return _told(outside, {"kind": "reopening_due"} | place)


def reconcile(outside: Background) -> Any:
    """The daily round, days after its executions died."""
    flows = outside.flows
    done = handle_reconciliation(
        (TENANT,), outside.conducting, outside.open_work, outside.reopen, flows.conducting, flows.under_way
    )
    return asdict(done[TENANT][0])


def sweep(outside: Background) -> Any:
    """The hourly round, when today's facts have settled."""
    now = datetime.now(UTC) + timedelta(minutes=20)
    return handle_sweeping((TENANT,), outside.history_days, outside.projections, outside.queues, now)


def _told(outside: Background, message: dict[str, str]) -> Any:
    event = {"Records": [{"messageId": "1", "body": json.dumps(message)}]}
    flows = outside.flows
    conductors = Conductors(
        outside.conducting, outside.projections, outside.reopen, flows.conducting, flows.overdue
    )
    return handle_flows(event, conductors)


if __name__ == "__main__":
    name, *arguments = sys.argv[1:]
    installed = Background(Installation(read_settings(), lambda: datetime.now(UTC) + LATER))
    print(json.dumps({"remind": remind, "reopen": reopen, "reconcile": reconcile, "sweep": sweep}[name](
        installed, *arguments
    )))  # fmt: skip
