"""How a process stands in its flow, and which flows it could follow."""

from collections.abc import Mapping, Sequence

from chalicelib.application.authorisation import allow_on_process, process_resource, subject
from chalicelib.application.ports import Ports
from chalicelib.application.references import FlowRunKey, ProcessKey
from chalicelib.domain.flow_run import FlowRun, RunState
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action, decide
from chalicelib.domain.process import Process, State
from chalicelib.domain.published_flow import PublishedFlow
from chalicelib.domain.value import dataclass

ON_FLOW = (
    Action.FLOW_START,
    Action.FLOW_ADVANCE,
    Action.FLOW_SKIP,
    Action.FLOW_HOLD,
    Action.FLOW_CANCEL,
)


@dataclass(frozen=True, slots=True)
class FlowProgress:
    """``run`` is the last one; ``offers`` the flows of the process's type, when none is under way.

    ``allowed``: which acts on the whole, and by step (its place), the actor may do now.
    """

    run: FlowRun | None
    offers: Sequence[PublishedFlow]
    allowed: frozenset[Action]
    steps: Mapping[str, frozenset[Action]]
    document_names: Mapping[str, str]


def read_progress(ports: Ports, actor: Actor, process_id: str) -> FlowProgress:
    """Raises NotFound (absent or invisible), Forbidden."""
    found, run = ports.reader.get(ProcessKey(process_id), FlowRunKey(process_id))
    process = allow_on_process(actor, Action.PROCESS_SEE, found)
    held = _held(process, actor)
    offers: Sequence[PublishedFlow] = ()
    if run is None or not run.live:
        kind = process.registration.type.code
        offers = [one for one in ports.reader.flows() if one.flow.process_type == kind and not one.withdrawn]
    names = {code: kind.name for code, kind in ports.catalogues.document_types().items()}
    whole, steps = _possible(run, actor, held)
    if offers and Action.FLOW_START in held:
        whole |= {Action.FLOW_START}
    return FlowProgress(run, offers, whole, steps, names)


def _held(process: Process, actor: Actor) -> frozenset[Action]:
    if process.state is not State.NORMAL:
        return frozenset()
    who, resource = subject(actor), process_resource(process)
    return frozenset(action for action in ON_FLOW if decide(who, action, resource).allowed)


def _possible(
    run: FlowRun | None, actor: Actor, held: frozenset[Action]
) -> tuple[frozenset[Action], dict[str, frozenset[Action]]]:
    if run is None or not run.live:
        return frozenset(), {}
    unit = actor.unit.id
    whole = held & {Action.FLOW_HOLD, Action.FLOW_CANCEL}
    if unit not in run.open_units | {run.unit.id}:
        whole = frozenset()
    steps = {}
    for step in run.open_steps:
        mine = unit in step.units
        acts = {Action.FLOW_ADVANCE} if mine else set()
        if mine or unit == run.unit.id:
            acts.add(Action.FLOW_SKIP)
        steps[step.at] = held & acts if run.state is RunState.RUNNING else frozenset()
    return whole, steps
