"""What people do with the flow of a process: start it, complete and skip steps, pause, resume, cancel.

Each act returns the process after it, with its entries, and the run after it. A step goes to its unit as any sending
does, so it arrives in the inbox, unread, and is awaited like any other.
"""

from dataclasses import replace
from datetime import date, datetime

from chalicelib.domain.value import dataclass

from . import history
from .errors import Conflict, FieldError, InvalidRequest, NotFound, Refused
from .flow import Flow, Step, StepKind
from .flow_run import LIVE, FlowRun, RunState, StepRun, StepState, mark_of
from .flow_walk import Finished, Ground, begin, go_on
from .handling import owed_by
from .identity import Actor
from .organisation import Unit, UnitName
from .process import Act, Change, Process, check_active, then, touch, with_presence
from .sending import deliver

Moved = tuple[Change, FlowRun]


@dataclass(frozen=True, slots=True)
class Completion:
    """How a step ends: ``way`` by its number, needed where there are several; ``note`` is free."""

    way: int | None = None
    note: str = ""


def start_flow(
    process: Process, actor: Actor, flow: Flow, ground: Ground, identifiers: tuple[str, ...], at: datetime
) -> Moved:
    """Start a flow; ``identifiers`` names the run, then the sendings it makes.

    Raises Refused: as ``touch``, ``flow_already_running``, ``flow_of_another_type``, as ``flow_walk.begin``.
    """
    change = touch(process, actor, at)
    if process.flow and process.flow.state in LIVE:
        raise Refused("flow_already_running", f"O processo já segue o fluxo {process.flow.name}.")
    if flow.process_type != process.registration.type.code:
        raise Refused("flow_of_another_type", "Este fluxo é de outro tipo de processo.")
    above = ground.units[actor.unit.id].parent
    superior = ground.units[above].short if above and above in ground.units else actor.unit
    run = FlowRun(identifiers[0], process.id, flow, actor.unit, superior, actor.user, at)
    run = begin(run, ground, at)
    act = Act(actor.user, actor.unit, history.FlowStarted(flow.code, flow.name, flow.version))
    change = then(change, change.process, act)
    return _moved(change, actor, None, run, ground, identifiers[1:], at)


def complete_step(
    process: Process,
    actor: Actor,
    run: FlowRun | None,
    at_step: str,
    completion: Completion,
    ground: Ground,
    identifiers: tuple[str, ...],
    at: datetime,
) -> Moved:
    """Do a step, deciding where it has several ways out.

    Raises Refused: as ``touch``, ``flow_not_running``, ``flow_paused``, ``not_the_step_unit``,
    ``flow_document_missing``, as ``flow_walk.go_on``; Conflict ``step_already_done``; NotFound; InvalidRequest
    ``way``.
    """
    change, live, step = _at_hand(process, actor, run, at_step, at)
    if actor.unit.id not in step.units:
        raise Refused("not_the_step_unit", f"Esta etapa é da unidade {_places(step)}.")
    definition = live.definition(step)
    ended = _ended(step, actor, StepState.DONE, _way(definition, completion.way), completion.note, at)
    rests = _rests_upon(live, definition, ground)
    if rests:
        ended = replace(ended, document=rests.id, document_number=rests.number)
    answer = definition.ways[ended.way or 0].label or None
    fact = history.FlowStepCompleted(
        step.at, definition.name, answer, ended.document_number, completion.note
    )
    change = then(change, change.process, _act(actor, fact))
    return _moved(change, actor, live, go_on(live, ended, ground, at), ground, identifiers, at)


def skip_step(
    process: Process,
    actor: Actor,
    run: FlowRun | None,
    at_step: str,
    completion: Completion,
    ground: Ground,
    identifiers: tuple[str, ...],
    at: datetime,
) -> Moved:
    """Leave a step out, for a reason (``completion.note``); by its unit or the one that started the flow.

    Raises as ``complete_step``, but asks for no document.
    """
    change, live, step = _at_hand(process, actor, run, at_step, at)
    if actor.unit.id not in step.units | {live.unit.id}:
        message = f"Só a unidade da etapa ({_places(step)}) ou a que iniciou o fluxo pode dispensá-la."
        raise Refused("not_the_step_unit", message)
    definition = live.definition(step)
    way = _way(definition, completion.way)
    ended = replace(step, state=StepState.SKIPPED, ended_at=at, by=actor.user, way=way, note=completion.note)
    fact = history.FlowStepSkipped(
        step.at, definition.name, completion.note, definition.ways[way].label or None
    )
    change = then(change, change.process, Act(actor.user, actor.unit, fact))
    return _moved(change, actor, live, go_on(live, ended, ground, at), ground, identifiers, at)


def pause_flow(
    process: Process, actor: Actor, run: FlowRun | None, reason: str, today: date, at: datetime
) -> Moved:
    """Nothing falls due until it is resumed, and units may send by hand. Raises Refused: as ``complete_step``."""
    change, live = _conducted(process, actor, run, at)
    if live.state is RunState.PAUSED:
        raise Refused("flow_paused", "O fluxo já está pausado.")
    live = replace(live, state=RunState.PAUSED, reason=reason, paused_on=today)
    return _marked(then(change, change.process, _act(actor, history.FlowPaused(reason))), live)


def resume_flow(process: Process, actor: Actor, run: FlowRun | None, ground: Ground, at: datetime) -> Moved:
    """Count again; each deadline moves by the business days of the pause. Raises Refused ``flow_not_paused``, …"""
    change, live = _conducted(process, actor, run, at)
    if live.state is not RunState.PAUSED or live.paused_on is None:
        raise Refused("flow_not_paused", "O fluxo não está pausado.")
    lost = ground.calendar.business_days_between(live.paused_on, ground.day)
    steps = tuple(
        replace(step, due=ground.calendar.add_business_days(step.due, lost))
        if step.due and step.state is StepState.OPEN and step.overdue_at is None
        else step
        for step in live.steps
    )
    live = replace(live, state=RunState.RUNNING, reason="", paused_on=None, steps=steps)
    return _marked(then(change, change.process, _act(actor, history.FlowResumed())), live)


def cancel_flow(process: Process, actor: Actor, run: FlowRun | None, reason: str, at: datetime) -> Moved:
    """The process goes on without the flow, in the units where it is. Raises Refused: as ``pause_flow``."""
    change, live = _conducted(process, actor, run, at)
    steps = tuple(
        replace(step, state=StepState.CANCELLED, ended_at=at) if step.state is StepState.OPEN else step
        for step in live.steps
    )
    live = replace(live, state=RunState.CANCELLED, reason=reason, ended_at=at, steps=steps)
    return _marked(then(change, change.process, _act(actor, history.FlowCancelled(reason))), live)


def overdue_step(
    process: Process,
    system: Actor,
    run: FlowRun,
    step: StepRun,
    superior: Unit | None,
    name: str,
    at: datetime,
) -> Moved:
    """Time itself says that the step is late; where the flow wants it, the unit above gets it too.

    ``system`` stands in the step's unit; ``name`` is the identifier of the sending. Raises Refused as
    ``check_active``.
    """
    check_active(process)
    assert step.due is not None
    definition = run.definition(step)
    told = (
        superior if definition.escalates and superior and superior.can_receive and superior.active else None
    )
    late = replace(step, overdue_at=at, escalated_to=told.short if told else None)
    fact = history.FlowStepOverdue(
        step.at, definition.name, step.due.isoformat(), told.acronym if told else None
    )
    change = then(Change(process), process, _act(system, fact))
    if told:
        # Nobody gave anything back: what the unit owes, it still owes.
        change = deliver(change, system, (told,), (name,), at, gives_back=False)
    return _marked(change, run.with_step(late))


def _ended(step: StepRun, actor: Actor, state: StepState, way: int, note: str, at: datetime) -> StepRun:
    return replace(step, state=state, ended_at=at, by=actor.user, way=way, note=note)


def _act(actor: Actor, fact: history.Fact) -> Act:
    return Act(actor.user, actor.unit, fact)


def under_way(run: FlowRun | None) -> FlowRun:
    """The run, running or paused. Raises Refused ``flow_not_running``."""
    if run is None or not run.live:
        raise Refused("flow_not_running", "O processo não segue fluxo nenhum.")
    return run


def _conducted(process: Process, actor: Actor, run: FlowRun | None, at: datetime) -> tuple[Change, FlowRun]:
    """For acts on the whole: by the unit that started it, or one with a step to do."""
    change = touch(process, actor, at)
    live = under_way(run)
    if actor.unit.id not in live.open_units | {live.unit.id}:
        message = (
            f"Só a unidade {live.unit.acronym}, que iniciou o fluxo, ou a da etapa atual pode fazer isto."
        )
        raise Refused("not_the_step_unit", message)
    return change, live


def _at_hand(
    process: Process, actor: Actor, run: FlowRun | None, at_step: str, at: datetime
) -> tuple[Change, FlowRun, StepRun]:
    change = touch(process, actor, at)
    live = under_way(run)
    step = live.find(at_step)
    if step is None or step.unit is None:
        raise NotFound("step_not_found", "Esta etapa não existe no fluxo do processo.")
    if step.state is not StepState.OPEN:
        who = f" por {step.by.name}" if step.by else ""
        raise Conflict("step_already_done", f"Esta etapa já foi encerrada{who}.")
    if live.state is RunState.PAUSED:
        raise Refused("flow_paused", "O fluxo está pausado. Retome-o para continuar.")
    return change, live, step


def _way(step: Step, asked: int | None) -> int:
    if step.kind is StepKind.WORK:
        return 0
    if asked is None or not 0 <= asked < len(step.ways):
        raise InvalidRequest(FieldError("way", "way_required", "Escolha uma das respostas da etapa."))
    return asked


def _rests_upon(run: FlowRun, step: Step, ground: Ground) -> Finished | None:
    """The newest finished document of the type that no step rests upon yet."""
    if step.document is None:
        return None
    used = {one.document for one in run.steps}
    fitting = [one for one in ground.finished if one.type == step.document and one.id not in used]
    if not fitting:
        name = ground.document_name(step.document)
        message = f"Para concluir a etapa, inclua no processo e assine o documento {name}."
        raise Refused("flow_document_missing", message)
    return fitting[-1]


def _places(step: StepRun) -> str:
    return " ou ".join(unit.acronym for unit in (step.unit, step.escalated_to) if unit)


def _moved(
    change: Change,
    actor: Actor,
    before: FlowRun | None,
    run: FlowRun,
    ground: Ground,
    identifiers: tuple[str, ...],
    at: datetime,
) -> Moved:
    """Send the process to the units of the steps that have just begun; leave the unit that has none."""
    known = {step.at for step in before.steps} if before else set()
    begun = [step.unit for step in run.open_steps if step.at not in known and step.unit]
    wanted = {unit.id: _able(unit, ground) for unit in begun if unit.id != actor.unit.id}
    if wanted:
        change = deliver(change, actor, tuple(wanted.values()), identifiers[: len(wanted)], at)
    change = _left(change, actor, run, at)
    if run.state is RunState.FINISHED:
        change = then(change, change.process, _act(actor, history.FlowFinished(run.flow.name)))
    return _marked(change, run)


def _able(name: UnitName, ground: Ground) -> Unit:
    unit = ground.units.get(name.id)
    if unit is None or not (unit.active and unit.can_receive):
        message = f"A unidade {name.acronym}, da etapa seguinte, não recebe processos. Avise a administração."
        raise Refused("unit_cannot_receive", message)
    return unit


def _left(change: Change, actor: Actor, run: FlowRun, at: datetime) -> Change:
    """Where others go on with it, the unit that did its part is done with it, unless a return is awaited from it."""
    process = change.process
    elsewhere = any(unit != actor.unit.id and unit in process.open_units for unit in run.open_units)
    if actor.unit.id in run.open_units or not elsewhere or owed_by(process, actor.unit.id):
        return change
    presence = process.presences[actor.unit.id].concluded(at, actor.user, by_sending=True)
    act = _act(actor, history.ProcessConcludedAutomatically())
    return then(change, with_presence(process, presence), act)


def _marked(change: Change, run: FlowRun) -> Moved:
    run = replace(run, revision=run.revision + 1)
    return replace(change, process=replace(change.process, flow=mark_of(run))), run
