"""The process (PRO-01 … PRO-15): its state in each unit, what it remembers, and what every act on it shares.

``Process`` is immutable. Every act returns a ``Change``: the process after it and what happened, unit by unit.
The acts are in ``registering``, ``handling``, ``sending`` and ``filing``. Preconditions are those of features.md
§1.1; who may act is for ``policy``.
"""

from dataclasses import field, replace
from datetime import datetime
from enum import StrEnum

from chalicelib.domain.value import dataclass

from . import history
from .access import AccessLevel, effective
from .credential import AccessCredential, SigningCredential
from .errors import Refused
from .flow_run import FlowMark
from .history import GENESIS, Fact
from .identity import Actor
from .in_block import InBlock
from .informed_number import Informed
from .organisation import Person, UnitName
from .placed import Placed
from .presence import Presence, Signal
from .routing import Routing
from .ties import Annex, AnnexedTo, Lock, Relation, Suspension
from .work_plan import PlanUnderWay


class State(StrEnum):
    """features.md §1.1."""

    NORMAL = "normal"
    SUSPENDED = "suspended"
    ANNEXED = "annexed"
    LOCKED = "locked"


#: Held still or part of another: open, but in nobody's inbox (PRO-16, PRO-17).
AWAY_FROM_INBOX = frozenset({State.SUSPENDED, State.ANNEXED})


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
    secrecy_grade: str | None = None


@dataclass(frozen=True, slots=True)
class Act:
    """A fact, who did it and in which unit's history line it stands."""

    user: Person
    unit: UnitName
    fact: Fact


@dataclass(frozen=True, slots=True)
class Process:
    """The case file. ``n`` and ``head`` are the length and the hash of its history chain.

    ``quiet`` counts the changes that left no entry: together with ``n`` it tells any two states apart.
    ``document_levels`` counts the documents of each restricting level, for the effective level.
    ``routings`` are the open ones only. ``moved_at`` is the last sending or reopening: what was filed before it
    may no longer be deleted (features.md §1.2). ``placed``: the documents that stand elsewhere than they came (PRO-18),
    by gap. ``flow`` is the last flow it was put under, if any. ``credentials``, live and ended, say who may open it
    while it is confidential, ``signing`` who may sign a document of it (SIG-02, SIG-07). ``informed``: its number came
    from outside, with the date of filing (PRO-06); ``started_at`` is always when it began here.
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
    blocks: tuple[InBlock, ...] = ()
    document_count: int = 0
    document_levels: dict[str, int] = field(default_factory=dict)
    live_documents: int = 0
    moved_at: datetime | None = None
    placed: tuple[Placed, ...] = ()
    relations: tuple[Relation, ...] = ()
    annexes: tuple[Annex, ...] = ()
    annexed_to: AnnexedTo | None = None
    suspension: Suspension | None = None
    lock: Lock | None = None
    flow: FlowMark | None = None
    work_plan: PlanUnderWay | None = None
    informed: Informed | None = None
    credentials: tuple[AccessCredential, ...] = ()
    signing: tuple[SigningCredential, ...] = ()
    n: int = 0
    head: str = GENESIS
    quiet: int = 0

    @property
    def effective_level(self) -> AccessLevel:
        """The most restrictive of the process, its documents and its annexes (features.md §1.3)."""
        levels = [AccessLevel(level) for level, count in self.document_levels.items() if count > 0]
        return effective([self.registration.level, *levels, *(annex.level for annex in self.annexes)])

    @property
    def open_units(self) -> frozenset[str]:
        """Units where it is open."""
        return frozenset(unit for unit, presence in self.presences.items() if presence.open)

    @property
    def confidential(self) -> bool:
        """Only who holds a credential knows of it (features.md §1.3)."""
        return self.effective_level is AccessLevel.CONFIDENTIAL

    def credential(self, user: str, unit: str) -> AccessCredential | None:
        """The person's credential in the unit, live or ended."""
        return next((each for each in self.credentials if each.seat == (user, unit)), None)

    def presence(self, unit: str) -> Presence | None:
        """The unit's side, None if it never was there."""
        return self.presences.get(unit)


@dataclass(frozen=True, slots=True)
class Change:
    """The process after an act, what happened, and the routings that were made or moved."""

    process: Process
    acts: tuple[Act, ...] = ()
    routings: tuple[Routing, ...] = ()


def check_active(process: Process) -> None:
    """Refuse any act on a process that is suspended, annexed or locked (features.md §1.1)."""
    refusals = {
        State.SUSPENDED: ("process_suspended", "O processo está sobrestado."),
        State.ANNEXED: ("process_annexed", "O processo está anexado a outro."),
        State.LOCKED: ("process_locked", "O processo está bloqueado."),
    }
    if process.state in refusals:
        raise Refused(*refusals[process.state])


def check_free(process: Process) -> None:
    """Refuse to move by hand what a flow conducts. Raises Refused ``flow_conducts``."""
    if process.flow and process.flow.conducts:
        raise Refused(
            "flow_conducts",
            f"O fluxo {process.flow.name} conduz este processo: conclua a etapa para que ele siga.",
        )


def open_presence(process: Process, actor: Actor) -> Presence:
    """The actor's unit's presence. Raises Refused ``process_not_open_in_unit`` when it is not open there."""
    presence = process.presence(actor.unit.id)
    held = process.credential(actor.user.id, actor.unit.id) if process.confidential else None
    if presence is None or not presence.open or (held and not held.open):
        raise Refused(
            "process_not_open_in_unit",
            f"O processo não está aberto na unidade {actor.unit.acronym}. Reabra-o para continuar.",
        )
    return presence


def with_presence(process: Process, presence: Presence) -> Process:
    """The process with one unit's side replaced."""
    return replace(process, presences={**process.presences, presence.unit.id: presence})


def touch(process: Process, actor: Actor, at: datetime) -> Change:
    """What any act of a unit does first: receive, if it had not been (TRA-02; SEI 3.0 #78).

    Raises Refused: ``process_suspended``, ``process_annexed``, ``process_locked``,
    ``process_not_open_in_unit``.
    """
    check_active(process)
    presence = open_presence(process, actor)
    if process.confidential:
        return _received_by_holder(process, actor, at)
    if not presence.unread:
        return Change(process)
    routings = tuple(
        routing.received(at)
        for routing in process.routings
        if routing.destination.id == actor.unit.id and routing.received_at is None
    )
    process = with_routings(with_presence(process, presence.received(at)), routings)
    return Change(process, (Act(actor.user, actor.unit, history.ProcessReceived()),), routings)


def _received_by_holder(process: Process, actor: Actor, at: datetime) -> Change:
    """Each holder opens a confidential process for the first time once."""
    held = process.credential(actor.user.id, actor.unit.id)
    if held is None or not held.unread:
        return Change(process)
    presence = replace(process.presences[actor.unit.id], last_activity_at=at)
    process = with_presence(with_credential(process, replace(held, unread=False)), presence)
    return Change(process, (Act(actor.user, actor.unit, history.ReceivedByHolder()),))


def signalled(process: Process, actor: Actor, signal: Signal, at: datetime) -> Process:
    """Tell the other open units that something is new (TRA-14)."""
    presences = {
        unit: presence.signalled(signal, at) if presence.open and unit != actor.unit.id else presence
        for unit, presence in process.presences.items()
    }
    return replace(process, presences=presences)


def with_credential(process: Process, credential: AccessCredential) -> Process:
    """The process with one person's credential in one unit given or replaced."""
    others = tuple(each for each in process.credentials if each.seat != credential.seat)
    return replace(process, credentials=(*others, credential))


def then(change: Change, process: Process, *acts: Act, routings: tuple[Routing, ...] = ()) -> Change:
    """The change followed by more; a routing moved twice counts once, as it ends."""
    moved = {routing.id: routing for routing in (*change.routings, *routings)}
    return Change(process, (*change.acts, *acts), tuple(moved.values()))


def with_routings(process: Process, moved: tuple[Routing, ...]) -> Process:
    """The process with these routings made or moved; it keeps the open ones only."""
    by_id = {routing.id: routing for routing in (*process.routings, *moved)}
    return replace(process, routings=tuple(routing for routing in by_id.values() if routing.open))
