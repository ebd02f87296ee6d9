"""What is wrong with a flow, in words that whoever wrote it understands: by itself, and in this city."""

import re
from collections.abc import Iterator, Mapping

from chalicelib.domain.value import dataclass

from .catalogue import DocumentType, ProcessType
from .errors import FieldError
from .flow import OTHERS, Flow, Step, StepKind, Way, sequences, walk
from .flow_condition import condition_problems
from .form import FieldKind, Form
from .organisation import Unit

NAME = re.compile(r"[a-z][a-z0-9-]{0,39}")
MOST_STEPS = 60
MOST_BRANCHES = 6
MOST_DAYS = 365


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What of the city a flow may name; ``forms`` by document type."""

    units: Mapping[str, Unit]
    process_types: Mapping[str, ProcessType]
    document_types: Mapping[str, DocumentType]
    forms: Mapping[str, Form]


def problems(flow: Flow, city: Surroundings) -> list[FieldError]:
    """Everything wrong; empty when it may be published. ``field`` is ``flow`` or ``flow.<step>``."""
    found = list(_whole(flow, city))
    for steps in sequences(flow):
        found += _sequence(steps)
    for step in walk(flow.steps):
        found += [
            FieldError(f"flow.{step.id}", code, f"Etapa “{step.name or step.id}”: {message}")
            for code, message in _step(step, city)
        ]
    return found


def _whole(flow: Flow, city: Surroundings) -> Iterator[FieldError]:
    if not NAME.fullmatch(flow.code):
        yield FieldError(
            "flow", "bad_name", "O código do fluxo tem até 40 letras minúsculas, algarismos e hifens."
        )
    if flow.process_type not in city.process_types:
        message = f"O tipo de processo “{flow.process_type}” não existe."
        yield FieldError("flow", "process_type_unknown", message)
    every = [step.id for step in walk(flow.steps)]
    if len(every) > MOST_STEPS:
        yield FieldError("flow", "too_many_steps", f"O fluxo tem mais de {MOST_STEPS} etapas.")
    for repeated in sorted({one for one in every if every.count(one) > 1}):
        yield FieldError("flow", "step_repeated", f"Há mais de uma etapa com o código “{repeated}”.")
    if flow.steps and flow.steps[0].kind is StepKind.CHOICE:
        message = "O fluxo não pode começar por um campo de formulário: ninguém o preencheu ainda."
        yield FieldError("flow", "begins_by_choice", message)


def _sequence(steps: tuple[Step, ...]) -> Iterator[FieldError]:
    """Steps that nobody reaches, ways to nowhere, and rings without a way out."""
    if not steps:
        yield FieldError("flow", "no_steps", "O fluxo, ou um ramo dele, não tem etapa nenhuma.")
        return
    here = {step.id: step for step in steps}
    for step in steps:
        for way in step.ways:
            if way.to is not None and way.to not in here:
                message = f"Etapa “{step.name}”: segue para “{way.to}”, que não existe aqui."
                if len(here) < MOST_STEPS:
                    message += " Um ramo só segue para etapas dele mesmo."
                yield FieldError(f"flow.{step.id}", "way_unknown", message)
    reached = _reached(steps[0].id, {step.id: [way.to for way in step.ways] for step in steps})
    for step in steps:
        if step.id not in reached:
            yield FieldError(
                f"flow.{step.id}", "never_reached", f"Etapa “{step.name}”: nenhuma outra leva até ela."
            )
    backwards: dict[str, list[str | None]] = {}
    for step in steps:
        for way in step.ways:
            backwards.setdefault(way.to or "", []).append(step.id)
    ending = _reached("", backwards)
    for step in steps:
        if step.id in reached and step.id not in ending:
            yield FieldError(
                f"flow.{step.id}", "never_ends", f"Etapa “{step.name}”: dela não se chega ao fim do fluxo."
            )
    rings = {step.id: [way.to for way in step.ways] for step in steps if step.kind is StepKind.CHOICE}
    for step in steps:
        if step.kind is StepKind.CHOICE and any(step.id in _reached(way.to, rings) for way in step.ways):
            message = f"Etapa “{step.name}”: volta a si mesma sem que ninguém tenha trabalhado."
            yield FieldError(f"flow.{step.id}", "choice_ring", message)


def _reached(first: str | None, ways: Mapping[str, list[str | None]]) -> set[str]:
    seen: set[str] = set()
    waiting = [first]
    while waiting:
        one = waiting.pop()
        if one is None or one in seen:
            continue
        seen.add(one)
        waiting += ways.get(one, [])
    return seen


def _step(step: Step, city: Surroundings) -> Iterator[tuple[str, str]]:
    if not NAME.fullmatch(step.id):
        yield "bad_name", "o código tem até 40 letras minúsculas, algarismos e hifens."
    if step.kind in (StepKind.PARALLEL, StepKind.CHOICE):
        yield from _nobody(step)
    if step.kind is StepKind.PARALLEL:
        yield from _parallel(step)
    elif step.kind is StepKind.CHOICE:
        yield from _choice(step, city)
    else:
        yield from _somebody(step, city)


def _nobody(step: Step) -> Iterator[tuple[str, str]]:
    if step.unit or step.role or step.days or step.document:
        yield "nobody_works_here", "não tem unidade, prazo nem documento: ninguém trabalha nela."


def _parallel(step: Step) -> Iterator[tuple[str, str]]:
    if not 2 <= len(step.branches) <= MOST_BRANCHES:
        yield "branches", f"tem de dois a {MOST_BRANCHES} ramos."
    if len(step.ways) != 1:
        yield "branches_join", "os ramos se juntam e seguem para uma só etapa."
    for branch in step.branches:
        if not branch.name:
            yield "branch_unnamed", "cada ramo tem nome."
        if any(inner.branches for inner in branch.steps):
            yield "branch_in_branch", "um ramo não se divide em outros ramos."
        if branch.steps and branch.steps[0].kind is StepKind.CHOICE:
            yield "begins_by_choice", f"o ramo “{branch.name}” não pode começar por um campo de formulário."


def _choice(step: Step, city: Surroundings) -> Iterator[tuple[str, str]]:
    assert step.choice is not None
    form = city.forms.get(step.choice.document)
    if form is None:
        yield "form_unknown", f"“{step.choice.document}” não é um tipo de documento com formulário."
        return
    field = next((one for one in form.fields if one.id == step.choice.field), None)
    if field is None or field.kind is FieldKind.NOTE:
        yield "field_unknown", f"o campo “{step.choice.field}” não existe no formulário."
        return
    yield from condition_problems(field, step.ways)
    if field.kind in (FieldKind.LIST, FieldKind.FLAG):
        yield from _values(step.ways, field.options if field.kind is FieldKind.LIST else ("sim", "não"))


def _values(ways: tuple[Way, ...], values: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    said = [way.value for way in ways]
    for value in said:
        if value != OTHERS and value not in values:
            yield "value_unknown", f"o campo não tem o valor “{value}”."
        if said.count(value) > 1:
            yield "value_repeated", f"o valor “{value}” leva a mais de uma etapa."
    missing = [value for value in values if value not in said]
    if missing and OTHERS not in said:
        yield "value_missing", f"falta dizer para onde se segue com “{missing[0]}”."


def _somebody(step: Step, city: Surroundings) -> Iterator[tuple[str, str]]:
    if (step.unit is None) == (step.role is None):
        yield "place", "informe a unidade ou o papel, e só um deles."
    if step.unit is not None:
        unit = city.units.get(step.unit)
        if unit is None:
            yield "unit_unknown", f"a unidade “{step.unit}” não existe."
        elif not (unit.active and unit.can_receive):
            yield "unit_cannot_receive", f"a unidade {unit.acronym} não recebe processos."
    if step.days is not None and not 1 <= step.days <= MOST_DAYS:
        yield "days", f"o prazo é de 1 a {MOST_DAYS} dias úteis."
    if step.escalates and step.days is None:
        yield "escalates_without_days", "só se encaminha à unidade superior o que tem prazo."
    if step.document is not None and step.document not in city.document_types:
        yield "document_unknown", f"o tipo de documento “{step.document}” não existe."
    labels = [way.label for way in step.ways]
    if step.kind is StepKind.DECISION and (not all(labels) or len(set(labels)) < len(labels)):
        yield "answers", "cada resposta da decisão tem um texto, diferente dos outros."
