"""Give the people of a unit in another what they may do in the first: a job, with a result for each person (ACC-09)."""

import json
from collections.abc import Mapping, Sequence
from datetime import date

from chalicelib.application.jobs.begin import Order, begin_job
from chalicelib.application.jobs.kinds import Kind
from chalicelib.application.ports import Ports
from chalicelib.application.transaction import Operation, Reply
from chalicelib.domain.errors import FieldError, InvalidRequest, Refused
from chalicelib.domain.identity import Actor, Grant
from chalicelib.domain.job import ItemState, Job, JobItem, Outcome
from chalicelib.domain.policy import Action
from chalicelib.domain.unit_grants import CopyLine, CopyState

from .check_unit_grants import check_unit_grants
from .give_copied import give_copied

KIND = "unit_grants"
SAME = "Já tem, na outra unidade, o que tem nesta."


def copy_unit_grants(ports: Ports, actor: Actor, operation: Operation, source: str, target: str) -> Reply:
    """-> ``{"job"}``: each person is written on condition that nobody else writes them, with what they hold by then.

    Raises Forbidden; InvalidRequest ``nothing_to_do`` and as ``check_unit_grants``.
    """
    lines = check_unit_grants(ports, actor, source, target)
    if not any(line.state is CopyState.NEW for line in lines):
        message = "Não há nada a copiar: ninguém tem, na primeira unidade, o que não tenha na segunda."
        raise InvalidRequest(FieldError("source", "nothing_to_do", message))
    units = ports.catalogues.units()
    title = f"Copiar permissões de {units[source].acronym} para {units[target].acronym}"
    items = [_item(line) for line in lines]

    def put(_: Action, __: Sequence[object]) -> Order:
        return Order(KIND, title, items, options={"source": source, "target": target})

    return begin_job(ports, actor, operation, Action.USER_GRANT, (), put)


def _item(line: CopyLine) -> JobItem:
    name = line.user.person.name[:60]
    if line.state is CopyState.NEW:
        grants = json.dumps([_packed(one) for one in line.grants])
        return JobItem(name, {"login": line.user.id, "grants": grants})
    code = "nothing_changed" if line.state is CopyState.SAME else "not_copied"
    return JobItem(name, {}, ItemState.LEFT_OUT, code, line.reason or SAME)


def unit_grants_kind() -> Kind:
    """The kind of job; what was withdrawn after the copy was ordered is left out, and the item says so."""
    return Kind(_on_person)


def _on_person(
    ports: Ports, actor: Actor, operation: Operation, reference: Mapping[str, str], job: Job
) -> Outcome:
    shown = [_unpacked(*grant) for grant in json.loads(reference["grants"])]
    places = job.options["source"], job.options["target"]
    try:
        give_copied(ports, actor, operation, reference["login"], *places, shown)
    except Refused as refusal:
        if refusal.code not in ("not_copied", "nothing_changed"):
            raise
        return Outcome(ItemState.LEFT_OUT, refusal.code, refusal.message)
    return Outcome(message="Alterado.")


def _packed(one: Grant) -> list[object]:
    start, end = (day.isoformat() if day else None for day in (one.valid_from, one.valid_until))
    return [one.unit, one.profile, start, end, one.subunits]


def _unpacked(unit: str, profile: str, start: str | None, end: str | None, subunits: bool) -> Grant:
    begins, ends = (date.fromisoformat(day) if day else None for day in (start, end))
    return Grant(unit, profile, begins, ends, subunits)
