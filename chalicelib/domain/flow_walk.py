"""How a flow goes on: from a step that ended to those that begin. Nothing here knows of people or of the process."""

from collections.abc import Iterator, Mapping
from dataclasses import field, replace
from datetime import date, datetime

from chalicelib.domain.value import dataclass

from .deadline import Calendar
from .errors import Refused
from .flow import FieldChoice, Role, Step, StepKind, Way
from .flow_condition import way_taken
from .flow_run import FlowRun, RunState, StepRun, StepState, branch_place, following, opener
from .organisation import Unit, UnitName

# More than any real process takes; what goes round longer is a mistake of the flow. With the longest notes and the
# longest text of a flow, the run is still one item of the table (tests/adapters/dynamodb/test_flow_weight.py).
MOST_REACHED = 150


@dataclass(frozen=True, slots=True)
class Finished:
    """A document that a step may rest upon: signed or filed."""

    id: str
    type: str
    number: str


@dataclass(frozen=True, slots=True)
class Ground:
    """What a run needs to know of the city and of the process.

    ``finished`` in the order they were made; ``answers``: what the fields that decide say, as a reader sees it,
    None where their form is not signed yet.
    """

    units: Mapping[str, Unit]
    calendar: Calendar
    day: date
    document_names: Mapping[str, str]
    finished: tuple[Finished, ...] = ()
    answers: Mapping[FieldChoice, str | None] = field(default_factory=dict)

    def document_name(self, code: str) -> str:
        """As people call it."""
        return self.document_names.get(code, code)


def begin(run: FlowRun, ground: Ground, at: datetime) -> FlowRun:
    """Reach the first step. Raises Refused as ``go_on``."""
    return _enter(run, run.flow.steps[0], "1", ground, at)


def go_on(run: FlowRun, ended: StepRun, ground: Ground, at: datetime) -> FlowRun:
    """Keep what ended and reach what follows it, joining branches and ending the flow when there is nothing more.

    Raises Refused ``flow_form_missing`` while the form that decides is not signed, ``flow_answer_missing`` when it
    leaves the field open, ``flow_too_long``.
    """
    run = run.with_step(ended)
    assert ended.way is not None
    target = run.definition(ended).ways[ended.way].to
    if target is not None:
        return _enter(run, run.flow.step(target), following(ended.at), ground, at)
    above = opener(ended.at)
    if above is None:
        return replace(run, state=RunState.FINISHED, ended_at=at)
    if any(one.state is StepState.OPEN and one.at.startswith(f"{above}.") for one in run.steps):
        return run
    opened = run.find(above)
    assert opened is not None
    return go_on(run, replace(opened, state=StepState.DONE, ended_at=at, way=0), ground, at)


def choices_ahead(run: FlowRun, at: str, way: int) -> frozenset[FieldChoice]:
    """The fields that may have to decide when the step at ``at`` ends by ``way``."""
    found = run.find(at)
    if found is None:
        return frozenset()
    return frozenset(_ahead(run, at, run.definition(found).ways[way]))


def _ahead(run: FlowRun, at: str, way: Way, seen: frozenset[str] = frozenset()) -> Iterator[FieldChoice]:
    if way.to is None:
        above = opener(at)
        joined = run.find(above) if above else None
        if above and joined:
            yield from _ahead(run, above, run.definition(joined).ways[0], seen)
        return
    step = run.flow.step(way.to)
    if step.choice is None or step.id in seen:
        return
    yield step.choice
    for each in step.ways:
        yield from _ahead(run, at, each, seen | {step.id})


def _enter(run: FlowRun, step: Step, place: str, ground: Ground, at: datetime) -> FlowRun:
    if len(run.steps) >= MOST_REACHED:
        raise Refused("flow_too_long", "O fluxo já passou por etapas demais. Cancele-o e siga sem ele.")
    if step.kind is StepKind.PARALLEL:
        run = run.with_step(StepRun(place, step.id, at))
        for number, branch in enumerate(step.branches):
            run = _enter(run, branch.steps[0], branch_place(place, number), ground, at)
        return run
    if step.kind is StepKind.CHOICE:
        chosen = StepRun(place, step.id, at, state=StepState.DONE, ended_at=at, way=_chosen(step, ground))
        return go_on(run, chosen, ground, at)
    due = ground.calendar.add_business_days(ground.day, step.days) if step.days else None
    return run.with_step(StepRun(place, step.id, at, _place(run, step, ground), due))


def _place(run: FlowRun, step: Step, ground: Ground) -> UnitName:
    if step.role is Role.STARTER:
        return run.unit
    if step.role is Role.SUPERIOR:
        return run.superior
    assert step.unit is not None
    unit = ground.units.get(step.unit)
    if unit is None:
        raise Refused("flow_unit_gone", f"A unidade da etapa “{step.name}” não existe mais.")
    return unit.short


def _chosen(step: Step, ground: Ground) -> int:
    assert step.choice is not None
    said = ground.answers.get(step.choice)
    if said is None:
        name = ground.document_name(step.choice.document)
        raise Refused(
            "flow_form_missing", f"Assine antes o documento {name}: dele depende como o fluxo segue."
        )
    taken = way_taken(step.ways, said)
    if taken is not None:
        return taken
    name = ground.document_name(step.choice.document)
    raise Refused("flow_answer_missing", f"O documento {name} não responde ao campo de que o fluxo depende.")
