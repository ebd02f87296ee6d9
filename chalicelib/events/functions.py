"""The functions behind queues, streams, schedules and direct calls. What triggers each is in ``infra/app.yaml``.

Chalice knows them as plain functions: its own triggers cannot name resources of a merged template.
"""

import logging
import time
from collections.abc import Callable
from dataclasses import asdict
from datetime import timedelta
from functools import cache, partial, wraps
from typing import Any

from chalice.app import Blueprint

from chalicelib.application.documents.pdf import render_document
from chalicelib.application.documents.prerender import prerender_document
from chalicelib.application.extraction.reconcile import SETTLING as TEXTS_SETTLING
from chalicelib.application.extraction.reconcile import reconcile_extractions
from chalicelib.application.jobs.reconcile import SETTLING, reconcile_jobs
from chalicelib.application.training.fill import fill_training
from chalicelib.application.training.fill_all import fill_trainings
from chalicelib.application.uploads.inspect import inspect_upload
from chalicelib.background import (
    Background,
    fact_of,
    installation,
    is_flow_wait,
    new_salt,
    process_of,
    quarantined,
)
from chalicelib.domain.version import Rendition
from chalicelib.operators_background import filling, operating
from chalicelib.telemetry import failure_of, measure_event, write_logs_as_json
from chalicelib.tracing import traced

from .carrying import handle_mail
from .extracting import handle_extraction
from .flows import Conductors, Waiting, handle_flows, handle_waits
from .history_stream import publish_history
from .ledger import handle_head, handle_ledger
from .messages import Event, Failures, failures, for_each_tenant, read_bodies
from .operating import handle_operating
from .publication import handle_publication
from .quarantine import key_of
from .reconciliation import handle_reconciliation
from .search import handle_search
from .signing import handle_signing
from .statistics import handle_statistics
from .sweeping import handle_sweeping
from .working import handle_work

functions = Blueprint("chalicelib.events.functions")
logger = logging.getLogger("chalicelib.events")


@cache
def background() -> Background:
    """This container's outside, made at the first event."""
    write_logs_as_json()
    return Background(installation())


class FunctionFailed(RuntimeError):
    """What a function raised, by its types alone: the runtime writes the text of an error in the log, and whoever
    called reads it."""


def function(name: str) -> Callable[[Callable[[Event], Any]], Callable[[Event, Any], Any]]:
    """A Lambda function by its deployed name; the context object is of no use to any of them."""

    def register(handle: Callable[[Event], Any]) -> Callable[[Event, Any], Any]:
        # Chalice deploys the function under its own name, to be found in this module.
        @wraps(handle)
        def handler(event: Event, context: Any) -> Any:
            began = time.perf_counter()
            answer, failure = _attempted(name, handle, event)
            failed = answer.get("batchItemFailures", ()) if isinstance(answer, dict) else ()
            measure_event(name, round((time.perf_counter() - began) * 1000, 1), len(failed) + bool(failure))
            if failure:
                # Out of the handler of what was raised, which would come along.
                raise FunctionFailed(failure)
            return answer

        registered: Callable[[Event, Any], Any] = functions.lambda_function(name=name)(handler)
        return registered

    return register


def _attempted(name: str, handle: Callable[[Event], Any], event: Event) -> tuple[Any, str]:
    """The answer, or the types of what was raised; its places are in the log, its text nowhere (LGPD)."""
    try:
        with traced(name):
            return handle(event), ""
    except Exception as error:
        told = failure_of(error)
        logger.error("function_failed", extra={"function_name": name, **told})
        return None, ", ".join(told["failure"])


@function("read_history")
def read_history(event: Event) -> Failures:
    """History stream -> event bus."""
    return publish_history(event, fact_of, background().bus, background().deeds.remember)


@function("conduct_flows")
def conduct_flows(event: Event) -> Failures:
    """Facts and moments -> executions."""
    outside = background()
    conductors = Conductors(
        outside.conducting,
        outside.projections,
        outside.reopen,
        outside.flows.conducting,
        outside.flows.overdue,
    )
    return handle_flows(event, conductors)


@function("answer_waits")
def answer_waits(event: Event) -> Failures:
    """A wait has begun -> its answer, if the fact came first."""
    outside = background()
    waiting = Waiting(process_of, is_flow_wait)
    return handle_waits(event, waiting, outside.conducting, outside.flows.conducting)


@function("count_statistics")
def count_statistics(event: Event) -> Failures:
    """Facts -> counters of the inboxes."""
    outside = background()
    return handle_statistics(event, outside.truth, outside.projections, outside.projections)


@function("index_words")
def index_words(event: Event) -> Failures:
    """Facts -> the words processes are looked for by."""
    outside = background()
    return handle_search(event, outside.truth, outside.word_index, outside.projections)


@function("send_mail")
def send_mail(event: Event) -> Failures:
    """Facts -> the e-mails their acts left to be carried."""
    outside = background()
    return handle_mail(event, outside.mailing, outside.projections)


@function("append_ledger")
def append_ledger(event: Event) -> Failures:
    """Facts -> the public ledger of the agency."""
    outside = background()
    return handle_ledger(event, outside.place.ledger, outside.chronicle, outside.projections, new_salt)


@function("sign_ledger")
def sign_ledger(_event: Event) -> dict[str, Any]:
    """Every hour: the head of each agency's ledger, signed and published."""
    outside = background()
    return dict(handle_head(outside.tenants(), outside.agencies, outside.sign_ledger))


@function("prerender_documents")
def prerender_documents(event: Event) -> Failures:
    """Signatures -> PDFs, before anybody asks."""
    failed = []
    for identifier, body in read_bodies(event):
        try:
            detail = body["detail"]
            ports = background().place.ports(str(detail["tenant"]))
            prerender_document(ports, background().typeset, str(detail["process"]), int(detail["n"]))
        except Exception as error:
            logger.error("prerender_failed", extra=failure_of(error))
            failed.append(identifier)
    return failures(failed)


@function("render_document")
def render(event: Event) -> dict[str, Any]:
    """Called by the API: ``{"tenant", "process", "document"}`` -> the rendition, as JSON."""
    ports = background().place.ports(str(event["tenant"]))
    made: Rendition = render_document(
        ports, background().typeset, str(event["process"]), str(event["document"])
    )
    return {**asdict(made), "at": made.at.isoformat()}


@function("sign_certificate")
def sign_certificate(event: Event) -> dict[str, Any]:
    """Called by the API: one of the two steps of a signature by certificate -> its answer, or its refusal."""
    return handle_signing(event, background().certificates(str(event["tenant"])))


@function("inspect_upload")
def inspect(event: Event) -> dict[str, Any]:
    """A file arrived in quarantine, or was scanned there -> its verdict."""
    tenant, process, upload = quarantined(key_of(event))
    outside = background()
    look = partial(outside.look, tenant)
    answer = dict(inspect_upload(outside.place.ports(tenant), look, process, upload))
    begun = answer.get("extraction")
    return {**answer, "extraction": {"tenant": tenant, **begun}} if begun else answer


@function("extract_text")
def extract(event: Event) -> dict[str, Any]:
    """Called by an execution of the uploads machine: one step of reading one file's text."""
    tenant, outside = str(event["tenant"]), background()
    return dict(
        handle_extraction(event, outside.place.ports(tenant), outside.file_reader, outside.scratch(tenant))
    )


@function("work_jobs")
def work_jobs(event: Event) -> dict[str, Any]:
    """Called by an execution of the jobs machine: one step of one job."""
    tenant, outside = str(event["tenant"]), background()
    return dict(handle_work(event, outside.place.ports(tenant), outside.job_kinds(tenant)))


@function("reconcile_jobs")
def reconcile_stuck_jobs(event: Event) -> dict[str, Any]:
    """Every few minutes: jobs and texts that nobody is working on. ``{"at_once": true}`` after the engine lost
    everything."""
    outside, at_once = background(), bool(event.get("at_once"))

    def reconcile(tenant: str) -> dict[str, Any]:
        ports, now = outside.place.ports(tenant), timedelta(0)
        jobs = reconcile_jobs(ports, now if at_once else SETTLING)
        awaited = outside.awaited_texts(tenant)
        texts = reconcile_extractions(ports, awaited, now if at_once else TEXTS_SETTLING)
        return {**asdict(jobs), "texts": asdict(texts)}

    return dict(for_each_tenant(outside.tenants(), reconcile))


@function("reconcile_routings")
def reconcile_routings(event: Event) -> dict[str, Any]:
    """Daily: executions that should be alive and are not."""
    outside = background()
    done = handle_reconciliation(
        outside.tenants(),
        outside.conducting,
        outside.open_work,
        outside.reopen,
        outside.flows.conducting,
        outside.flows.under_way,
    )
    return {
        tenant: {**asdict(routings), "flows": asdict(flows)} for tenant, (routings, flows) in done.items()
    }


@function("publish_flow")
def publish(event: Event) -> dict[str, list[str]]:
    """Called by the API with ``{"tenant", "code", "version"}``, and hourly with nothing: machines of flows."""
    outside = background()
    return handle_publication(event, outside.tenants(), outside.flows.press, outside.flows.published)


@function("operate_tenants")
def operate_tenants(event: Event) -> dict[str, Any]:
    """Called by operators of the installation: its tenants, where each is reached, and whether people may enter."""
    return handle_operating(event, operating(background().place))


@function("fill_training")
def fill_one_training(event: Event) -> dict[str, str]:
    """Called by operators' with ``{"tenant"}``, and every few minutes with nothing: training environments that are to
    have their invented data again."""
    outside, tenant = filling(background().place), str(event.get("tenant", ""))
    if not tenant:
        return fill_trainings(outside)
    reply = fill_training(outside, tenant)
    return {tenant: str(reply["tenant"])} if reply else {}


@function("sweep_history")
def sweep_history(event: Event) -> dict[str, dict[str, int]]:
    """Hourly: facts that a consumer never dealt with."""
    outside = background()
    return handle_sweeping(
        outside.tenants(), outside.history_days, outside.projections, outside.queues, outside.place.now()
    )
