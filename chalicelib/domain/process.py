"""The process (PRO-01 … PRO-15): its state in each unit, who may be sent it, what it remembers.

``Process`` is immutable. Every act returns a ``Change``: the process after it and what happened, unit by unit.
Preconditions are those of features.md §1.1; who may act is for ``policy``.
"""

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum

from . import history
from .access import AccessLevel, effective
from .errors import Refused
from .history import GENESIS, Fact
from .identity import Actor
from .organisation import Person, UnitName
from .presence import Presence, Signal, Tab
from .routing import Routing


class State(StrEnum):
    """features.md §1.1."""

    NORMAL = "normal"
    SUSPENDED = "suspended"
    ANNEXED = "annexed"
    LOCKED = "locked"


@dataclass(frozen=True, slots=True)
class Remark:
    """What one unit notes about the process (PRO-11): written by it, read by all."""

    unit: UnitName
    text: str
    by: Person
    at: datetime


@dataclass(frozen=True, slots=True)
class Named:
    """A catalogue entry or contact as the process quotes it."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Registration:
    """What is filled in when starting, and may be edited later (PRO-02, PRO-07)."""

    type: Named
    specification: str
    subjects: tuple[Named, ...]
    interested_parties: tuple[Named, ...]
    level: AccessLevel
    legal_basis: Named | None = None
    priority: str | None = None


@dataclass(frozen=True, slots=True)
class Act:
    """A fact, who did it and in which unit's history line it stands."""

    user: Person
    unit: UnitName
    fact: Fact


@dataclass(frozen=True, slots=True)
class Process:
    """The case file. ``n`` and ``head`` are the length and the hash of its history chain.

    ``document_levels`` counts the documents of each restricting level, for the effective level.
    ``routings`` are the open ones only. ``moved_at`` is the last sending or reopening: what was filed before it
    may no longer be deleted (features.md §1.2).
    """

    id: str
    tenant: str
    nup: str
    agency: str
    registration: Registration
    state: State
    started_at: datetime
    started_by: Person
    generating_unit: UnitName
    presences: dict[str, Presence]
    routings: tuple[Routing, ...] = ()
    remarks: dict[str, Remark] = field(default_factory=dict)
    document_count: int = 0
    document_levels: dict[str, int] = field(default_factory=dict)
    live_documents: int = 0
    moved_at: datetime | None = None
    n: int = 0
    head: str = GENESIS

    @property
    def effective_level(self) -> AccessLevel:
        """The most restrictive of the process and its documents (features.md §1.3)."""
        levels = [AccessLevel(level) for level, count in self.document_levels.items() if count > 0]
        return effective([self.registration.level, *levels])

    @property
    def open_units(self) -> frozenset[str]:
        """Units where it is open."""
        return frozenset(unit for unit, presence in self.presences.items() if presence.open)

    def presence(self, unit: str) -> Presence | None:
        """The unit's side, None if it never was there."""
        return self.presences.get(unit)


@dataclass(frozen=True, slots=True)
class Change:
    """The process after an act, what happened, and the routings that were made or moved."""

    process: Process
    acts: tuple[Act, ...] = ()
    routings: tuple[Routing, ...] = ()


def start(
    identifier: str,
    nup: str,
    actor: Actor,
    registration: Registration,
    at: datetime,
) -> Change:
    """Start a process, open in the actor's unit and in nobody's hands (PRO-02)."""
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
    )
    basis = registration.legal_basis
    fact = history.ProcessStarted(registration.level.value, basis.name if basis else None)
    return Change(process, (Act(actor.user, actor.unit, fact),))


def check_active(process: Process) -> None:
    """Refuse any act on a process that is suspended, annexed or locked (features.md §1.1)."""
    refusals = {
        State.SUSPENDED: ("process_suspended", "O processo está sobrestado."),
        State.ANNEXED: ("process_annexed", "O processo está anexado a outro."),
        State.LOCKED: ("process_locked", "O processo está bloqueado."),
    }
    if process.state in refusals:
        raise Refused(*refusals[process.state])


def open_presence(process: Process, actor: Actor) -> Presence:
    """The actor's unit's presence. Raises Refused ``process_not_open_in_unit`` when it is not open there."""
    presence = process.presence(actor.unit.id)
    if presence is None or not presence.open:
        raise Refused(
            "process_not_open_in_unit",
            f"O processo não está aberto na unidade {actor.unit.acronym}. Reabra-o para continuar.",
        )
    return presence


def with_presence(process: Process, presence: Presence) -> Process:
    """The process with one unit's side replaced."""
    return replace(process, presences={**process.presences, presence.unit.id: presence})


def receive(process: Process, actor: Actor, at: datetime) -> Change:
    """Receive a process that arrived (TRA-02). Raises Refused ``process_already_received``."""
    if not open_presence(process, actor).unread:
        raise Refused("process_already_received", "O processo já foi recebido nesta unidade.")
    return touch(process, actor, at)


def touch(process: Process, actor: Actor, at: datetime) -> Change:
    """What any act of a unit does first: receive, if it had not been (TRA-02; SEI 3.0 #78)."""
    presence = open_presence(process, actor)
    if not presence.unread:
        return Change(process)
    routings = tuple(
        routing.received(at)
        for routing in process.routings
        if routing.destination.id == actor.unit.id and routing.received_at is None
    )
    process = _with_routings(with_presence(process, presence.received(at)), routings)
    return Change(process, (Act(actor.user, actor.unit, history.ProcessReceived()),), routings)


def see_signals(process: Process, actor: Actor, at: datetime) -> Change:
    """Opening the process clears what was new in it for the unit (TRA-14)."""
    presence = open_presence(process, actor)
    return Change(with_presence(process, replace(presence, signals=frozenset())))


def conclude(process: Process, actor: Actor, at: datetime, reopen_on: date | None = None) -> Change:
    """Conclude in the unit (TRA-04, TRA-06).

    Raises Refused: ``process_not_open_in_unit``, ``return_owed`` while another unit awaits it back from here.
    """
    check_active(process)
    change = touch(process, actor, at)
    owed = next((r for r in process.routings if r.destination.id == actor.unit.id and r.waits_return), None)
    if owed:
        raise Refused(
            "return_owed",
            f"Há retorno programado para a unidade {owed.origin.acronym}. Envie o processo de volta antes de concluir.",
        )
    presence = change.process.presences[actor.unit.id].concluded(at, reopen_on)
    fact = history.ProcessConcluded(reopen_on.isoformat() if reopen_on else None)
    return then(change, with_presence(change.process, presence), Act(actor.user, actor.unit, fact))


def reopen(process: Process, actor: Actor, at: datetime, scheduled: bool = False) -> Change:
    """Reopen in a unit that had it (TRA-05); it falls to whoever reopened, to nobody when scheduled (TRA-06).

    Raises Refused: ``process_never_in_unit``, ``process_already_open``.
    """
    check_active(process)
    presence = process.presence(actor.unit.id)
    if presence is None:
        raise Refused("process_never_in_unit", "O processo não tramitou por esta unidade.")
    if presence.open:
        raise Refused("process_already_open", "O processo já está aberto nesta unidade.")
    fact = history.ProcessReopened(scheduled)
    by = None if scheduled else actor.user
    reopened = replace(with_presence(process, presence.reopened(at, by)), moved_at=at)
    return Change(reopened, (Act(actor.user, actor.unit, fact),))


def assign(process: Process, actor: Actor, assignee: Person | None, at: datetime) -> Change:
    """Put the process in somebody's hands, or in nobody's (TRA-07).

    Raises Refused ``already_assigned`` when nothing would change.
    """
    change = touch(process, actor, at)
    presence = change.process.presences[actor.unit.id]
    if presence.assignee == assignee:
        whom = f"já está atribuído para {assignee.name}" if assignee else "não está atribuído a ninguém"
        raise Refused("already_assigned", f"O processo {whom}.")
    fact: Fact = (
        history.ProcessAssigned(assignee.id, assignee.name) if assignee else history.AssignmentRemoved()
    )
    presence = replace(presence, assignee=assignee, last_activity_at=at)
    return then(change, with_presence(change.process, presence), Act(actor.user, actor.unit, fact))


def record_progress(process: Process, actor: Actor, text: str, at: datetime) -> Change:
    """A free-text entry (PRO-27)."""
    change = touch(process, actor, at)
    presence = replace(change.process.presences[actor.unit.id], last_activity_at=at)
    return then(
        change,
        with_presence(change.process, presence),
        Act(actor.user, actor.unit, history.ProgressRecorded(text)),
    )


def remark(process: Process, actor: Actor, text: str, at: datetime) -> Change:
    """The unit's own remark (PRO-11); an empty text removes it."""
    change = touch(process, actor, at)
    remarks = {k: v for k, v in process.remarks.items() if k != actor.unit.id}
    if text:
        remarks[actor.unit.id] = Remark(actor.unit, text, actor.user, at)
    return then(
        change,
        replace(change.process, remarks=remarks),
        Act(actor.user, actor.unit, history.RemarkChanged()),
    )


def edit(process: Process, actor: Actor, registration: Registration, at: datetime) -> Change:
    """Change the registration data (PRO-07): all but number and date of filing.

    Raises Refused ``nothing_changed``.
    """
    check_active(process)
    change = touch(process, actor, at)
    before, after = process.registration, registration
    if before == after:
        raise Refused("nothing_changed", "Nada foi alterado.")
    edited = replace(change.process, registration=registration)
    facts: list[Fact] = []
    names = {
        "specification": "especificação",
        "subjects": "assuntos",
        "interested_parties": "interessados",
        "priority": "prioridade",
    }
    fields = tuple(name for key, name in names.items() if getattr(before, key) != getattr(after, key))
    if fields:
        facts.append(history.ProcessEdited(fields))
    if before.type != after.type:
        facts.append(history.ProcessTypeChanged(before.type.name, after.type.name))
    basis = after.legal_basis.name if after.legal_basis else None
    if before.level != after.level:
        facts.append(history.ProcessLevelChanged(after.level.value, basis))
    elif before.legal_basis != after.legal_basis and basis:
        facts.append(history.LegalBasisChanged(basis))
    acts = [Act(actor.user, actor.unit, fact) for fact in facts]
    return level_moved(then(change, edited, *acts), process, actor)


def check_deletable(process: Process, actor: Actor) -> None:
    """Only the generating unit deletes, open only there, and with no documents (PRO-15).

    Raises Refused: ``process_has_documents``, ``process_open_elsewhere``.
    """
    check_active(process)
    open_presence(process, actor)
    if process.live_documents:
        raise Refused("process_has_documents", "Exclua antes os documentos do processo.")
    if set(process.presences) != {process.generating_unit.id} or actor.unit != process.generating_unit:
        raise Refused("process_open_elsewhere", "O processo já tramitou; ele não pode mais ser excluído.")


def signalled(process: Process, actor: Actor, signal: Signal, at: datetime) -> Process:
    """Tell the other open units that something is new (TRA-14)."""
    presences = {
        unit: presence.signalled(signal, at) if presence.open and unit != actor.unit.id else presence
        for unit, presence in process.presences.items()
    }
    return replace(process, presences=presences)


def level_moved(change: Change, before: Process, actor: Actor) -> Change:
    """Add the entry of the effective level when the act moved it (features.md §1.3)."""
    level = change.process.effective_level
    if level == before.effective_level:
        return change
    fact = history.EffectiveLevelChanged(level.value)
    return then(change, change.process, Act(actor.user, actor.unit, fact))


def then(change: Change, process: Process, *acts: Act, routings: tuple[Routing, ...] = ()) -> Change:
    """The change followed by more."""
    return Change(process, (*change.acts, *acts), (*change.routings, *routings))


def _with_routings(process: Process, moved: tuple[Routing, ...]) -> Process:
    by_id = {routing.id: routing for routing in (*process.routings, *moved)}
    return replace(process, routings=tuple(r for r in by_id.values() if r.open))
