"""Acts on what a process is about: start it, change its data, note on it, delete it (PRO-02, 07, 11, 15)."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime

from . import history
from .errors import Refused
from .history import Fact
from .identity import Actor
from .informed_number import Informed
from .presence import Presence, Tab
from .process import Act, Change, Process, Registration, Remark, State, then, touch
from .secrecy import closed_to_others, level_moved
from .work_plan import PlanUnderWay

FIELD_NAMES = {
    "specification": "especificação",
    "subjects": "assuntos",
    "interested_parties": "interessados",
    "priority": "prioridade",
}


def start(
    identifier: str,
    nup: str,
    actor: Actor,
    registration: Registration,
    at: datetime,
    plan: PlanUnderWay | None = None,
    filed_on: date | None = None,
) -> Change:
    """Start a process, open in the actor's unit and in nobody's hands (PRO-02), with its type's work plan (PRO-26).

    ``filed_on`` comes with a number informed by hand (PRO-06).
    """
    presence = Presence(actor.unit, True, Tab.GENERATED, False, at, at)
    process = Process(
        id=identifier,
        tenant=actor.tenant,
        nup=nup,
        agency=actor.agency,
        registration=registration,
        state=State.NORMAL,
        started_at=at,
        started_by=actor.user,
        generating_unit=actor.unit,
        presences={actor.unit.id: presence},
        work_plan=plan,
        informed=Informed(filed_on) if filed_on else None,
    )
    basis = registration.legal_basis
    if process.confidential:
        process = closed_to_others(process, actor, at)
    grade = registration.secrecy_grade
    day = filed_on.isoformat() if filed_on else None
    fact = history.ProcessStarted(registration.level.value, basis.name if basis else None, nup, grade, day)
    return Change(process, (Act(actor.user, actor.unit, fact),))


def edit(process: Process, actor: Actor, registration: Registration, at: datetime) -> Change:
    """Change the registration data (PRO-07): all but number and date of filing.

    Raises Refused: as ``touch``, ``nothing_changed``.
    """
    change = touch(process, actor, at)
    facts = tuple(_edited(process.registration, registration))
    if not facts:
        raise Refused("nothing_changed", "Nada foi alterado.")
    edited = replace(change.process, registration=registration)
    acts = [Act(actor.user, actor.unit, fact) for fact in facts]
    return level_moved(then(change, edited, *acts), process, actor, at)


def _edited(before: Registration, after: Registration) -> Iterator[Fact]:
    fields = tuple(name for key, name in FIELD_NAMES.items() if getattr(before, key) != getattr(after, key))
    if fields:
        yield history.ProcessEdited(fields)
    if before.type != after.type:
        yield history.ProcessTypeChanged(before.type.name, after.type.name)
    if before.secrecy_grade != after.secrecy_grade:
        yield history.SecrecyGradeChanged(after.secrecy_grade)
    basis = after.legal_basis.name if after.legal_basis else None
    if before.level != after.level:
        yield history.ProcessLevelChanged(after.level.value, basis)
    elif before.legal_basis != after.legal_basis and basis:
        yield history.LegalBasisChanged(basis)


def remark(process: Process, actor: Actor, text: str, at: datetime) -> Change:
    """The unit's own remark (PRO-11); an empty text removes it.

    Raises Refused: as ``touch``, ``nothing_changed``.
    """
    change = touch(process, actor, at)
    noted = process.remarks.get(actor.unit.id)
    if text == (noted.text if noted else ""):
        raise Refused("nothing_changed", "Nada foi alterado.")
    remarks = {unit: kept for unit, kept in process.remarks.items() if unit != actor.unit.id}
    if text:
        remarks[actor.unit.id] = Remark(actor.unit, text, actor.user, at)
    act = Act(actor.user, actor.unit, history.RemarkChanged())
    return then(change, replace(change.process, remarks=remarks), act)


def delete(process: Process, actor: Actor, at: datetime) -> Change:
    """Delete the process: only by the unit that generated it, open only there, without documents (PRO-15).

    Raises Refused: as ``touch``, ``process_has_documents``, ``not_the_generating_unit``,
    ``process_open_elsewhere``, ``process_is_tied`` while it is related to another, ``process_followed_flow``.
    """
    change = touch(process, actor, at)
    if process.relations or process.annexes:
        raise Refused("process_is_tied", "Desfaça antes os relacionamentos e as anexações do processo.")
    if process.flow:
        raise Refused("process_followed_flow", "Um processo que já seguiu um fluxo não é excluído.")
    if process.live_documents:
        raise Refused("process_has_documents", "Exclua antes os documentos do processo.")
    if actor.unit.id != process.generating_unit.id:
        unit = process.generating_unit.acronym
        raise Refused(
            "not_the_generating_unit", f"Só a unidade {unit}, que o gerou, pode excluir o processo."
        )
    if process.open_units != {actor.unit.id}:
        raise Refused("process_open_elsewhere", "O processo está aberto em outra unidade.")
    return then(change, change.process, Act(actor.user, actor.unit, history.ProcessDeleted()))
