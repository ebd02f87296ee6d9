"""Users, what they were granted, and the actor of each act (ACC-01, ACC-04, ACC-08, ACC-09)."""

from dataclasses import field
from datetime import date, datetime

from chalicelib.domain.value import dataclass

from .errors import Forbidden, Unauthenticated
from .organisation import Person, UnitName


@dataclass(frozen=True, slots=True)
class Grant:
    """A permission: profile ``profile`` in unit ``unit`` while ``valid_from <= day <= valid_until`` (ACC-09)."""

    unit: str
    profile: str
    valid_from: date | None = None
    valid_until: date | None = None

    def holds_on(self, day: date) -> bool:
        """True when the grant is in force on the civil ``day``."""
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_until is None or day <= self.valid_until
        )


@dataclass(frozen=True, slots=True)
class User:
    """An internal user (ACC-08). Raising ``session_epoch`` ends all of the user's sessions at once.

    ``taxpayer`` is the CPF, digits only: it tells whether a certificate is the user's. No reply shows it.
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

    def units_on(self, day: date) -> tuple[str, ...]:
        """Units where the user has any grant on ``day``, in the order they were granted."""
        return tuple(dict.fromkeys(grant.unit for grant in self.grants if grant.holds_on(day)))

    def profiles_in(self, unit: str, day: date) -> frozenset[str]:
        """Profiles the user has in ``unit`` on ``day``."""
        return frozenset(g.profile for g in self.grants if g.unit == unit and g.holds_on(day))


@dataclass(frozen=True, slots=True)
class Session:
    """A login (ACC-01). The token itself is never kept: ``digest`` is its SHA-256."""

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


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts, from which unit, with what powers: made from the session only, never from the request.

    ``session`` names the login in records without giving it away: it is the beginning of its digest.
    """

    tenant: str
    user: Person
    unit: UnitName
    agency: str
    profiles: frozenset[str] = field(default_factory=frozenset)
    unit_is_protocol: bool = False
    address: str = ""
    session: str = ""


def session_is_alive(session: Session, user: User | None, now: datetime, idle_seconds: int) -> None:
    """Refuse a session that ended.

    Raises Unauthenticated: ``session_expired`` when it timed out (idle or absolute), when the user was
    blocked, or when all the user's sessions were revoked (security.md §1.5).
    """
    idle = (now - session.last_used_at).total_seconds()
    revoked = user is None or user.blocked or user.session_epoch != session.epoch
    if revoked or now >= session.expires_at or idle > idle_seconds:
        raise Unauthenticated("session_expired", "Sua sessão terminou. Entre de novo para continuar.")


def check_unit(user: User, unit: str, day: date) -> None:
    """Refuse a unit where the user has no grant in force (ACC-04). Raises Forbidden ``unit_not_granted``."""
    if unit not in user.units_on(day):
        raise Forbidden("unit_not_granted", "Você não tem permissão nesta unidade.")
