"""Flows: published by the administration, followed by processes (architecture §8.3)."""

from typing import Annotated, Any

from pydantic import Field, StringConstraints

from chalicelib.application.flows.cancel import cancel_flow
from chalicelib.application.flows.check import check_flow
from chalicelib.application.flows.complete import complete_step
from chalicelib.application.flows.list_flows import list_flows
from chalicelib.application.flows.pause import pause_flow
from chalicelib.application.flows.publish import publish_flow
from chalicelib.application.flows.read import read_progress
from chalicelib.application.flows.resume import resume_flow
from chalicelib.application.flows.skip import skip_step
from chalicelib.application.flows.start import start_flow
from chalicelib.application.flows.withdraw import withdraw_flow
from chalicelib.domain.flow import walk
from chalicelib.domain.flow_acts import Completion
from chalicelib.domain.policy import Action

from . import flow_view, replies
from .routes import Call, Routes
from .validation import Body, Code

routes = Routes("flows")

Reason = Annotated[str, StringConstraints(min_length=1, max_length=500, strip_whitespace=True)]
Note = Annotated[str, StringConstraints(max_length=500, strip_whitespace=True)]
WayOut = Annotated[int, Field(strict=True, ge=0, le=50)]
# Recuo e quebras de linha fazem parte do texto.
Text = Annotated[str, StringConstraints(min_length=1, max_length=30_000, strip_whitespace=False)]


class FlowsQuery(Body):
    """De um tipo de processo, ou todos."""

    process_type: Code | None = None


class FlowText(Body):
    """O texto de um fluxo, como descrito no manual."""

    text: Text


class FlowChoice(Body):
    """O fluxo que o processo passa a seguir."""

    flow: Code


class StepCompletion(Body):
    """Concluir etapa: ``way`` é a resposta, onde a etapa decide."""

    way: WayOut | None = None
    note: Note = ""


class StepSkipping(Body):
    """Dispensar etapa, por um motivo; ``way`` como ao concluir."""

    reason: Reason
    way: WayOut | None = None


class Reasoned(Body):
    """Um ato que diz por quê."""

    reason: Reason


class Withdrawing(Reasoned):
    """Retirar fluxo, e por quê; ``version`` é a que a tela mostra."""

    version: Annotated[int, Field(strict=True, ge=1, le=1_000_000)]


class Nothing(Body):
    """Um ato que não pede dados."""


@routes.route("GET", "/flows", Action.FLOW_LIST, query=FlowsQuery, reply=replies.Flows)
def list_all(call: Call) -> Any:
    """Fluxos publicados"""
    types = call.ports.catalogues.process_types()
    found = list_flows(call.ports, call.actor, call.query.process_type)
    return {"items": [flow_view.card(one, types) for one in found]}


@routes.route("POST", "/flows", Action.FLOW_PUBLISH, body=FlowText, reply=replies.FlowPublished, status=201)
def publish(call: Call) -> Any:
    """Publicar fluxo"""
    return publish_flow(call.ports, call.actor, call.operation, call.body.text)


@routes.route(
    "POST", "/flows/check", Action.FLOW_PUBLISH, body=FlowText, reply=replies.FlowChecked, writes=False
)
def check(call: Call) -> Any:
    """Conferir fluxo sem publicar"""
    flow = check_flow(call.ports, call.actor, call.body.text)
    return {"code": flow.code, "name": flow.name, "steps": [step.name for step in walk(flow.steps)]}


@routes.route(
    "POST",
    "/flows/{flow}/withdrawal",
    Action.FLOW_PUBLISH,
    body=Withdrawing,
    reply=replies.FlowPublished,
)
def withdraw(call: Call, flow: str) -> Any:
    """Retirar fluxo publicado"""
    body: Withdrawing = call.body
    return withdraw_flow(call.ports, call.actor, call.operation, flow, body.version, body.reason)


@routes.route("GET", "/processes/{process}/flow", Action.PROCESS_SEE, reply=replies.FlowProgressView)
def read(call: Call, process: str) -> Any:
    """Fluxo do processo"""
    today = call.ports.now().astimezone(call.ports.zone).date()
    return flow_view.progress(read_progress(call.ports, call.actor, process), today)


@routes.route(
    "POST",
    "/processes/{process}/flow",
    Action.FLOW_START,
    body=FlowChoice,
    reply=replies.FlowMoved,
    status=201,
)
def start(call: Call, process: str) -> Any:
    """Iniciar fluxo no processo"""
    return start_flow(call.ports, call.actor, call.operation, process, call.body.flow)


@routes.route(
    "POST",
    "/processes/{process}/flow/steps/{step}/completion",
    Action.FLOW_ADVANCE,
    body=StepCompletion,
    reply=replies.FlowMoved,
)
def complete(call: Call, process: str, step: str) -> Any:
    """Concluir etapa do fluxo"""
    completion = Completion(call.body.way, call.body.note)
    return complete_step(call.ports, call.actor, call.operation, process, step, completion)


@routes.route(
    "POST",
    "/processes/{process}/flow/steps/{step}/skipping",
    Action.FLOW_SKIP,
    body=StepSkipping,
    reply=replies.FlowMoved,
)
def skip(call: Call, process: str, step: str) -> Any:
    """Dispensar etapa do fluxo"""
    completion = Completion(call.body.way, call.body.reason)
    return skip_step(call.ports, call.actor, call.operation, process, step, completion)


@routes.route(
    "POST", "/processes/{process}/flow/pause", Action.FLOW_HOLD, body=Reasoned, reply=replies.FlowMoved
)
def pause(call: Call, process: str) -> Any:
    """Pausar fluxo"""
    return pause_flow(call.ports, call.actor, call.operation, process, call.body.reason)


@routes.route(
    "POST", "/processes/{process}/flow/resumption", Action.FLOW_HOLD, body=Nothing, reply=replies.FlowMoved
)
def resume(call: Call, process: str) -> Any:
    """Retomar fluxo"""
    return resume_flow(call.ports, call.actor, call.operation, process)


@routes.route(
    "POST",
    "/processes/{process}/flow/cancellation",
    Action.FLOW_CANCEL,
    body=Reasoned,
    reply=replies.FlowMoved,
)
def cancel(call: Call, process: str) -> Any:
    """Cancelar fluxo"""
    return cancel_flow(call.ports, call.actor, call.operation, process, call.body.reason)
