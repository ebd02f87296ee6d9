"""The work plans that the city edits on a screen (PRO-26). Each saving is a version; processes keep theirs.

Those that come with the city's tables are offered as they are until one is edited; the edited one then takes its place.
They lie on one shelf, so that no two plans ever begin the same type of process.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from chalicelib.domain.value import dataclass

from .errors import Conflict, FieldError, InvalidRequest, Refused
from .identity import Actor
from .organisation import Person, UnitName
from .spelling import same_name
from .work_plan import PlanItem, PlanStage, WorkPlan

CITY = UnitName("*", "")
MOST_PLANS = 60
MOST_STAGES = 15
MOST_ITEMS = 60
LONGEST_NAME = 150
#: The shelf is one stored item of 400 KB.
MOST_CHARACTERS = 150_000


@dataclass(frozen=True, slots=True)
class EditedPlan:
    """A plan as somebody saved it; ``withdrawn`` ones are given to no process any more."""

    plan: WorkPlan
    version: int
    by: Person
    at: datetime
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class PlanShelf:
    """Every plan that was edited, by name; ``revision`` counts the savings."""

    unit: UnitName = CITY
    plans: tuple[EditedPlan, ...] = ()
    revision: int = 0

    @property
    def id(self) -> str:
        """There is one."""
        return "A"

    def find(self, code: str) -> EditedPlan | None:
        return next((one for one in self.plans if one.plan.code == code), None)


@dataclass(frozen=True, slots=True)
class PlanDraft:
    """What the screen was filled with. ``version``: the one it showed, 0 when new or not edited yet."""

    code: str
    name: str
    stages: tuple[tuple[str, tuple[tuple[str, tuple[str, ...]], ...]], ...]
    process_types: tuple[str, ...]
    version: int
    withdrawn: bool = False


def offered(city: Mapping[str, WorkPlan], shelf: PlanShelf) -> dict[str, WorkPlan]:
    """The plans that processes may have now: the city's, and those edited in their place or besides."""
    edited = {one.plan.code: one for one in shelf.plans}
    kept = {code: plan for code, plan in city.items() if code not in edited}
    return kept | {code: one.plan for code, one in edited.items() if not one.withdrawn}


def define(
    shelf: PlanShelf, city: Mapping[str, WorkPlan], draft: PlanDraft, actor: Actor, at: datetime
) -> tuple[PlanShelf, EditedPlan]:
    """The shelf with the plan's next version.

    Raises InvalidRequest per field, Conflict ``plan_changed``, Refused ``too_many_plans``.
    """
    before = shelf.find(draft.code)
    if (before.version if before else 0) != draft.version:
        who = before.by.name if before else "Outra pessoa"
        raise Conflict("plan_changed", f"{who} salvou este plano enquanto isso. Veja como ficou e repita.")
    plan = _written(draft)
    others = offered(city, replace(shelf, plans=tuple(one for one in shelf.plans if one is not before)))
    others.pop(draft.code, None)
    if not draft.withdrawn:
        _check_beside(plan, others)
    edited = EditedPlan(plan, draft.version + 1, actor.user, at, draft.withdrawn)
    plans = tuple(sorted((*(one for one in shelf.plans if one is not before), edited), key=lambda one: one.plan.name))
    if len(plans) > MOST_PLANS or sum(_weight(one.plan) for one in plans) > MOST_CHARACTERS:
        raise Refused("too_many_plans", "Os planos de trabalho já ocupam todo o espaço. Encurte ou retire algum.")
    return replace(shelf, plans=plans, revision=shelf.revision + 1), edited


def check_known(plan: PlanDraft, process_types: Collection[str], document_types: Collection[str]) -> None:
    """What the plan names must exist. Raises InvalidRequest."""
    errors = [
        FieldError("process_types", "type_unknown", f"O tipo de processo “{code}” não existe.")
        for code in plan.process_types
        if code not in process_types
    ]
    named = {code for _, items in plan.stages for _, types in items for code in types}
    errors += [
        FieldError("stages", "document_unknown", f"O tipo de documento “{code}” não existe.")
        for code in sorted(named - set(document_types))
    ]
    if errors:
        raise InvalidRequest(*errors)


def _written(draft: PlanDraft) -> WorkPlan:
    errors: list[FieldError] = []
    if not draft.name:
        errors.append(FieldError("name", "required", "Dê um nome ao plano."))
    if not draft.stages:
        errors.append(FieldError("stages", "required", "O plano tem ao menos uma etapa."))
    if len(draft.stages) > MOST_STAGES:
        errors.append(FieldError("stages", "too_many", f"São etapas demais: no máximo {MOST_STAGES}."))
    if sum(len(items) for _, items in draft.stages) > MOST_ITEMS:
        errors.append(FieldError("stages", "too_many", f"São itens demais: no máximo {MOST_ITEMS}."))
    for place, (name, items) in enumerate(draft.stages, start=1):
        if not name:
            errors.append(FieldError("stages", "required", f"Dê um nome à {place}ª etapa."))
        if not items or not all(text for text, _ in items):
            errors.append(FieldError("stages", "required", f"Escreva os itens da {place}ª etapa."))
    if errors:
        raise InvalidRequest(*errors)
    return WorkPlan(draft.code, draft.name, _stages(draft.stages), tuple(dict.fromkeys(draft.process_types)))


def _stages(
    stages: Sequence[tuple[str, Sequence[tuple[str, Sequence[str]]]]],
) -> tuple[PlanStage, ...]:
    return tuple(
        PlanStage(
            name,
            tuple(
                PlanItem(f"{place}.{number}", text, tuple(dict.fromkeys(types)))
                for number, (text, types) in enumerate(items, start=1)
            ),
        )
        for place, (name, items) in enumerate(stages, start=1)
    )


def _check_beside(plan: WorkPlan, others: Mapping[str, WorkPlan]) -> None:
    """Its name is of no other, and no type of process begins with two."""
    errors = []
    if any(same_name(plan.name, other.name) for other in others.values()):
        errors.append(FieldError("name", "name_taken", f"Já há um plano chamado {plan.name}."))
    for other in others.values():
        for code in plan.process_types:
            if code in other.process_types:
                message = f"Os processos do tipo “{code}” já começam com o plano {other.name}."
                errors.append(FieldError("process_types", "type_taken", message))
    if errors:
        raise InvalidRequest(*errors)


def _weight(plan: WorkPlan) -> int:
    texts = [plan.name, *plan.process_types, *(stage.name for stage in plan.stages)]
    for item in plan.items:
        texts += [item.name, *item.document_types]
    return sum(len(text) + 20 for text in texts)
