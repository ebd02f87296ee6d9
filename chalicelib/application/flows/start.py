"""Start the flow of a process's type: the process goes to the unit of the first step."""

from chalicelib.application.authorisation import allow_on_process
from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import FlowKey, FlowRunKey, ProcessKey
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain.errors import FieldError, InvalidRequest
from chalicelib.domain.flow_acts import start_flow as begin_flow
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.process import Change, then
from chalicelib.domain.published_flow import PublishedFlow, check_offered

from .acting import identifiers
from .grounding import ground_of


def start_flow(ports: Ports, actor: Actor, operation: Operation, process_id: str, code: str) -> Reply:
    """-> ``{"version", "state"}``. Raises NotFound, Forbidden, InvalidRequest ``flow``, Refused as the domain's."""
    names = identifiers(ports)

    def attempt(work: Work) -> Reply:
        found, before, published = work.load(ProcessKey(process_id), FlowRunKey(process_id), FlowKey(code))
        process = allow_on_process(actor, Action.FLOW_START, found)
        flow = known(published).flow
        change, run = begin_flow(process, actor, flow, ground_of(ports, process, None), names, ports.now())
        work.put_flow_run(before, run)
        return {"version": work.change_process(process, change).n, "state": run.state.value}

    return transact(lambda: ports.begin(operation), attempt)


def follow_from_the_start(
    ports: Ports, work: Work, actor: Actor, published: PublishedFlow | None, started: Change
) -> Change:
    """Start the flow in the transaction that starts the process. Raises as ``start_flow``."""
    process = allow_on_process(actor, Action.FLOW_START, started.process)
    ground = ground_of(ports, process, None)
    moved, run = begin_flow(process, actor, known(published).flow, ground, identifiers(ports), ports.now())
    work.put_flow_run(None, run)
    return then(started, moved.process, *moved.acts, routings=moved.routings)


def known(published: PublishedFlow | None) -> PublishedFlow:
    """One that may be started. Raises InvalidRequest on ``flow``, Refused ``flow_withdrawn``."""
    if published is None:
        raise InvalidRequest(FieldError("flow", "flow_unknown", "Este fluxo não existe."))
    check_offered(published)
    return published
