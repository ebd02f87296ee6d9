"""Jobs of one's own: what was asked for and outlives the request."""

from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints

from chalicelib.application.jobs.cancel import cancel_job
from chalicelib.application.jobs.file_link import link_job_file
from chalicelib.application.jobs.list import list_jobs
from chalicelib.application.jobs.read import JobPage, read_job
from chalicelib.domain.job import ItemState, Job
from chalicelib.domain.policy import Action

from . import presenting, replies
from .routes import Call, Routes
from .validation import Body

routes = Routes("jobs")

Cursor = Annotated[str, StringConstraints(max_length=2000)]
TROUBLED = frozenset({ItemState.FAILED, ItemState.LEFT_OUT})


class JobsQuery(Body):
    """Where the list goes on."""

    cursor: Cursor | None = None


class JobQuery(Body):
    """From which item on, and whether only those that were not done."""

    start: Annotated[int, Field(ge=0, le=100_000)] = 0
    show: Literal["all", "troubled"] = "all"


class JobCancellation(Body):
    """An act that needs no data."""


@routes.route("GET", "/jobs", Action.JOB_LIST, query=JobsQuery, reply=replies.Jobs)
def index(call: Call) -> dict[str, Any]:
    """Meus trabalhos"""
    page = list_jobs(call.ports, call.actor, call.query.cursor)
    now = call.ports.now()
    return {"items": [row(job, now) for job in page.items], "next_cursor": page.next_cursor}


@routes.route("GET", "/jobs/{job}", Action.JOB_SEE, query=JobQuery, reply=replies.Job)
def read(call: Call, job: str) -> dict[str, Any]:
    """Em que pé está o trabalho, item por item"""
    states = TROUBLED if call.query.show == "troubled" else frozenset()
    return _page(read_job(call.ports, call.actor, job, call.query.start, states))


@routes.route("GET", "/jobs/{job}/file", Action.JOB_SEE, reply=replies.FileLink)
def file(call: Call, job: str) -> dict[str, Any]:
    """Buscar o arquivo que o trabalho fez"""
    made, url, until = link_job_file(call.ports, call.actor, job)
    return {
        "url": url,
        "file_name": made.name,
        "media_type": made.media_type,
        "expires_at": presenting.instant(until),
    }


@routes.route(
    "POST", "/jobs/{job}/cancellation", Action.JOB_CANCEL, body=JobCancellation, reply=replies.JobEnd
)
def cancel(call: Call, job: str) -> Any:
    """Cancelar o trabalho"""
    return cancel_job(call.ports, call.actor, call.operation, job)


def row(job: Job, now: Any) -> dict[str, Any]:
    """A job as the list shows it."""
    made = job.file_at(now)
    return {
        "id": job.id,
        "kind": job.kind,
        "title": job.title,
        "state": job.state.value,
        "message": job.message,
        "unit": presenting.unit_name(job.unit),
        "process": job.process,
        "stoppable": job.stoppable,
        "total": job.total,
        "created_at": presenting.instant(job.created_at),
        "ended_at": presenting.instant(job.ended_at),
        "file": {"name": made.name, "size": made.size, "media_type": made.media_type} if made else None,
    }


def _page(page: JobPage) -> dict[str, Any]:
    far = page.progress
    return {
        **row(page.job, page.at),
        "progress": {
            "total": far.total,
            "done": far.done,
            "failed": far.failed,
            "left_out": far.left_out,
            "closing": far.closing,
            "closing_total": far.closing_total,
            "seconds_left": far.seconds_left,
        },
        "items": [
            {
                "label": item.label,
                "state": item.state.value,
                "code": item.code or None,
                "message": item.message,
                "document": item.found.get("document"),
            }
            for item in page.items
        ],
        "next": page.next,
    }
