"""What an execution of the jobs machine asks for: ``{"step", "tenant", "user", "job"[, "batch"]}``."""

import time
from collections.abc import Callable, Mapping
from typing import Any

from chalicelib.application.jobs.abandon import abandon_job
from chalicelib.application.jobs.close import close_job
from chalicelib.application.jobs.kinds import Kinds
from chalicelib.application.jobs.open_job import open_job
from chalicelib.application.jobs.run_batch import run_batch
from chalicelib.application.ports import Ports

#: A worker goes on to the next item for so long, then lets the machine call another: well within its time-out.
SECONDS = 600.0


def handle_work(event: Mapping[str, Any], ports: Ports, kinds: Kinds) -> Mapping[str, Any]:
    """One step of one job. Raises ValueError for a step nobody knows."""
    user, job = str(event["user"]), str(event["job"])
    match event["step"]:
        case "open":
            return open_job(ports, user, job)
        case "batch":
            return run_batch(ports, kinds, user, job, int(event["batch"]), clock(SECONDS))
        case "close":
            return close_job(ports, kinds, user, job)
        case "abandon":
            return {"abandoned": abandon_job(ports, user, job)}
    raise ValueError(event["step"])


def clock(seconds: float) -> Callable[[], bool]:
    """Says, from now on, whether so many seconds have gone by."""
    until = time.monotonic() + seconds
    return lambda: time.monotonic() >= until
