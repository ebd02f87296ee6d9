"""Flows, and how a process stands in one, as the API shows them."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from chalicelib.application.flows.read import FlowProgress
from chalicelib.domain.catalogue import ProcessType
from chalicelib.domain.flow import Step, StepKind, walk
from chalicelib.domain.flow_run import FlowRun, StepRun, StepState
from chalicelib.domain.policy import Action
from chalicelib.domain.published_flow import PublishedFlow, Withdrawal

from . import presenting

ENDED = frozenset({StepState.DONE, StepState.SKIPPED})


def card(published: PublishedFlow, types: Mapping[str, ProcessType]) -> dict[str, Any]:
    """A published flow with its text."""
    flow, kind = published.flow, types.get(published.flow.process_type)
    return {
        **offer(published),
        "process_type": {"code": flow.process_type, "name": kind.name if kind else flow.process_type},
        "free_routing": flow.free_routing,
        "steps": [
            {"step": one.id, "name": one.name}
            for one in walk(flow.steps)
            if one.kind in (StepKind.WORK, StepKind.DECISION)
        ],
        "text": published.text,
        "by": presenting.person(published.by),
        "at": presenting.instant(published.at),
        "withdrawn": _withdrawal(published.withdrawn) if published.withdrawn else None,
    }


def _withdrawal(told: Withdrawal) -> dict[str, Any]:
    return {"by": presenting.person(told.by), "at": presenting.instant(told.at), "reason": told.reason}


def offer(published: PublishedFlow) -> dict[str, Any]:
    """A flow to be chosen."""
    flow = published.flow
    return {
        "code": flow.code,
        "name": flow.name,
        "description": flow.description,
        "version": flow.version,
    }


def progress(found: FlowProgress, today: date) -> dict[str, Any]:
    """Everything the process's page shows of its flow."""
    return {
        "run": _run(found.run, found, today) if found.run else None,
        "offers": [offer(one) for one in found.offers],
        "can_start": Action.FLOW_START in found.allowed,
        "can_hold": Action.FLOW_HOLD in found.allowed,
        "can_cancel": Action.FLOW_CANCEL in found.allowed,
    }


def _run(run: FlowRun, found: FlowProgress, today: date) -> dict[str, Any]:
    steps = [
        _step(run, step, branch, found, today)
        for step, branch in _in_order(run.flow.steps)
        if step.kind is not StepKind.PARALLEL
    ]
    return {
        "id": run.id,
        "code": run.flow.code,
        "name": run.flow.name,
        "version": run.flow.version,
        "state": run.state.value,
        "free_routing": run.flow.free_routing,
        "unit": presenting.unit_name(run.unit),
        "by": presenting.person(run.started_by),
        "started_at": presenting.instant(run.started_at),
        "ended_at": presenting.instant(run.ended_at) if run.ended_at else None,
        "reason": run.reason,
        "done": sum(step["state"] in ("done", "skipped") for step in steps),
        "total": len(steps),
        "steps": steps,
    }


def _in_order(steps: tuple[Step, ...], branch: str | None = None) -> Iterator[tuple[Step, str | None]]:
    for step in steps:
        yield step, branch
        for inner in step.branches:
            yield from _in_order(inner.steps, inner.name)


def _step(run: FlowRun, step: Step, branch: str | None, found: FlowProgress, today: date) -> dict[str, Any]:
    reached = [one for one in run.steps if one.step == step.id]
    last = reached[-1] if reached else None
    acts = found.steps.get(last.at, frozenset()) if last else frozenset()
    document = found.document_names.get(step.document, step.document) if step.document else None
    return {
        "step": step.id,
        "name": step.name,
        "kind": step.kind.value,
        "branch": branch,
        "times": len(reached),
        "document": document,
        "ways": [{"way": number, "label": way.name} for number, way in enumerate(step.ways)],
        "can_complete": Action.FLOW_ADVANCE in acts,
        "can_skip": Action.FLOW_SKIP in acts,
        **_reached(run, step, last, today),
    }


def _reached(run: FlowRun, step: Step, last: StepRun | None, today: date) -> dict[str, Any]:
    if last is None:
        return {
            "at": None,
            "state": "to_come" if run.live else "not_needed",
            "unit": None,
            "escalated_to": None,
            "due": None,
            "overdue": False,
            "document_number": None,
            "began_at": None,
            "ended_at": None,
            "by": None,
            "answer": None,
            "note": "",
        }
    way = step.ways[last.way] if last.way is not None else None
    return {
        "at": last.at,
        "state": last.state.value,
        "unit": presenting.unit_name(last.unit) if last.unit else None,
        "escalated_to": presenting.unit_name(last.escalated_to) if last.escalated_to else None,
        "due": last.due.isoformat() if last.due else None,
        "overdue": last.state is StepState.OPEN and last.due is not None and last.due < today,
        "document_number": last.document_number,
        "began_at": presenting.instant(last.began_at),
        "ended_at": presenting.instant(last.ended_at) if last.ended_at else None,
        "by": presenting.person(last.by) if last.by else None,
        "answer": (way.name or None) if way else None,
        "note": last.note,
    }
