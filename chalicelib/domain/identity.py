"""Users, what they were granted, and the actor of each act (ACC-01, ACC-04, ACC-08, ACC-09)."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date, datetime
from enum import StrEnum

from chalicelib.domain.value import dataclass

from .access import Oversight, ServiceScope
from .errors import Forbidden, Unauthenticated
from .organisation import EVERY_UNIT, Person, Unit, UnitName, is_within


@dataclass(frozen=True, slots=True)
class Grant:
    """A permission: profile ``profile`` in unit ``unit`` while ``valid_from <= day <= valid_until`` (ACC-09).

    ``unit`` is ``EVERY_UNIT`` for all of them; with ``subunits`` it holds below the unit too. ``standing_in_for`` is
    the login of whose role it takes while that person is away.
    """

    unit: str
    profile: str
    valid_from: date | None = None
    valid_until: date | None = None
    subunits: bool = False
    standing_in_for: str = ""

    def reaches(self, unit: str, units: Mapping[str, Unit]) -> bool:
        """True when it holds in ``unit``, as the hierarchy is today."""
        if self.unit in (unit, EVERY_UNIT):
            return True
        return self.subunits and is_within(unit, self.unit, units)

    def holds_on(self, day: date) -> bool:
        """True when the grant is in force on the civil ``day``."""
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_until is None or day <= self.valid_until
        )


@dataclass(frozen=True, slots=True)
class User:
    """An internal user (ACC-08). Raising ``session_epoch`` ends all of the user's sessions at once.

    ``taxpayer`` is the CPF, digits only: it tells whether a certificate is the user's; only who administers users sees
    it. ``name`` is the civil one; ``revision`` counts what the administration changed. ``blocked_at``: since when
    nobody may enter as this user; ``erased_at``: when what only the register had of the person was erased (LGPD).
    """

    id: str
    tenant: str
    name: str
    agency: str
    email: str = ""
    grants: tuple[Grant, ...] = ()
    session_epoch: int = 0
    blocked: bool = False
    taxpayer: str = ""
    social_name: str = ""
    revision: int = 0
    blocked_at: datetime | None = None
    erased_at: datetime | None = None

    @property
    def person(self) -> Person:
        """As every screen names the user: by the social name, if there is one (Decreto nº 8.727/2016)."""
        return Person(self.id, self.social_name or self.name)

    def works_in(self, unit: str, day: date, units: Mapping[str, Unit]) -> bool:
        """Whether the user may act in ``unit`` on ``day``."""
        return not self.blocked and bool(self.profiles_in(unit, day, units))

    def units_on(self, day: date, units: Mapping[str, Unit]) -> tuple[str, ...]:
        """Active units where the user has any grant on ``day``: in the order they were granted, then those reached."""
        held = [grant for grant in self.grants if grant.holds_on(day)]
        own = [grant.unit for grant in held if grant.unit in units]
        wide = [grant for grant in held if grant.subunits or grant.unit == EVERY_UNIT]
        reached = (
            [unit for unit in units if any(grant.reaches(unit, units) for grant in wide)] if wide else []
        )
        return tuple(unit for unit in dict.fromkeys([*own, *reached]) if units[unit].active)

    def profiles_in(self, unit: str, day: date, units: Mapping[str, Unit]) -> frozenset[str]:
        """Profiles the user has in ``unit`` on ``day``; none in one that is not active."""
        if unit not in units or not units[unit].active:
            return frozenset()
        return frozenset(g.profile for g in self.grants if g.holds_on(day) and g.reaches(unit, units))


class Strength(StrEnum):
    """By what a session was opened; ``paused``: an administrator let the person in without the second factor."""

    PASSWORD = "password"
    SECOND_FACTOR = "second_factor"
    PAUSED = "paused"


@dataclass(frozen=True, slots=True)
class Session:
    """A login (ACC-01). The token itself is never kept: ``digest`` is its SHA-256.

    ``openings``: until when each confidential process that was opened with the password stays open (SIG-01); one that
    was closed, or whose time is over, stays here in the past.
    """

    digest: str
    tenant: str
    user: str
    unit: str
    epoch: int
    created_at: datetime
    last_used_at: datetime
    expires_at: datetime
    address: str = ""
    agent: str = ""
    strength: Strength = Strength.PASSWORD
    openings: dict[str, datetime] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """How it is named to its owner and in records, without giving it away."""
        return self.digest[:16]

    def opened_at(self, now: datetime) -> frozenset[str]:
        """The confidential processes that are open in it now."""
        return frozenset(process for process, until in self.openings.items() if now < until)


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts, from which unit, with what powers: made from the session only, never from the request.

    ``session`` names the login in records without giving it away: it is the beginning of its digest. ``opened`` are the
    confidential processes that are open in it now (SIG-01).
    ``must_enrol``: the profiles held here require a second factor (ACC-02) and the session was opened without one.
    ``scope``: what a system is narrowed to; None of a person. ``oversees``: what internal control opens here.
    ``acts``: what the city's own profiles among ``profiles`` include now (ACC-10).
    """

    tenant: str
    user: Person
    unit: UnitName
    agency: str
    profiles: frozenset[str] = field(default_factory=frozenset)
    unit_is_protocol: bool = False
    address: str = ""
    session: str = ""
    must_enrol: bool = False
    opened: frozenset[str] = frozenset()
    scope: ServiceScope | None = None
    oversees: frozenset[Oversight] = frozenset()
    acts: frozenset[str] = frozenset()


def session_is_alive(session: Session, user: User | None, now: datetime, idle_seconds: int) -> None:
    """Refuse a session that ended.

    Raises Unauthenticated: ``session_expired`` when it timed out (idle or absolute), when the user was
    blocked, or when all the user's sessions were revoked (security.md §1.5).
    """
    idle = (now - session.last_used_at).total_seconds()
    revoked = user is None or user.blocked or user.session_epoch != session.epoch
    if revoked or now >= session.expires_at or idle > idle_seconds:
        raise Unauthenticated("session_expired", "Sua sessão terminou. Entre de novo para continuar.")


def check_unit(user: User, unit: str, day: date, units: Mapping[str, Unit]) -> None:
    """Refuse a unit where the user has no grant in force (ACC-04). Raises Forbidden ``unit_not_granted``."""
    if not user.profiles_in(unit, day, units):
        raise Forbidden("unit_not_granted", "Você não tem permissão nesta unidade.")
