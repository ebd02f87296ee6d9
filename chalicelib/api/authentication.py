"""From a request's token to who acts. Authentication happens here, never only in a gateway (architecture §1.9)."""

import base64
import binascii
import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from chalice.app import Request

from chalicelib.domain.city_profile import own_acts
from chalicelib.domain.errors import Unauthenticated
from chalicelib.domain.identity import Actor, Session, Strength, User, session_is_alive
from chalicelib.domain.internal_control import CATALOGUE, oversights
from chalicelib.domain.value import dataclass

from .network import address_of
from .site import cookie_here, keep_to_the_address

if TYPE_CHECKING:
    from chalicelib.application.ports import Ports
    from chalicelib.composition import Installation

COOKIE = "__Host-iperoig"
# One for each person who trusts the same browser: its name says which, without saying who.
DEVICE_COOKIE = "__Host-iperoig-device-"
# What the key of a system begins with; no token of a session can, and a key left somewhere is found by it.
KEY_PREFIX = "iperoig_"
# What names a tenant or a user; nothing else reaches the tables.
NAME = re.compile(r"[a-z0-9][a-z0-9._-]{0,79}")
# The idle clock is moved at most this often: a write per request would double the cost of reading.
TOUCH_EVERY = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Caller:
    """A live session, its user, and the actor they make."""

    session: Session
    user: User
    actor: Actor


def make_token(tenant: str, user: str, secret: str) -> str:
    """The opaque token: it names the partition to look in, the secret proves it."""
    named = base64.urlsafe_b64encode(f"{tenant}/{user}".encode()).decode().rstrip("=")
    return f"{named}.{secret}"


def digest(secret: str) -> str:
    """What is kept of a token (hex)."""
    return hashlib.sha256(secret.encode()).hexdigest()


def token_of(request: Request) -> str:
    """The token in the Authorization header or in the cookie; empty when there is none.

    Who sends that header is not a browser left to itself: whatever it holds, no cookie is looked at.
    """
    sent = request.headers.get("Authorization")
    if sent is None:
        return cookie_of(request, COOKIE)
    scheme, _, token = str(sent).strip().partition(" ")
    return token.strip() if scheme.lower() == "bearer" else ""


def cookie_of(request: Request, wanted: str) -> str:
    """The cookie of this name at this address; empty when there is none."""
    here = cookie_here(wanted, request)
    for cookie in str(request.headers.get("Cookie", "")).split(";"):
        # By hand: the standard parser drops every cookie when a neighbouring site's is not well formed.
        name, _, value = cookie.strip().partition("=")
        if name == here:
            return value
    return ""


def device_cookie(login: str) -> str:
    """The name of the cookie by which a browser is trusted by this person."""
    return DEVICE_COOKIE + digest(login.strip().lower())[:16]


def device_of(request: Request, login: str) -> str:
    """The digest of what the browser shows to be trusted by this person; empty when nothing."""
    shown = cookie_of(request, device_cookie(login))
    return digest(shown) if shown else ""


def resolve(place: "Installation", request: Request) -> Caller:
    """Who acts: a person by a session, or a system by a key.

    Raises Unauthenticated ``session_required`` or ``session_expired``, or as ``service_authentication``.
    """
    token = token_of(request)
    if token.startswith(KEY_PREFIX):
        from .service_authentication import admitted

        return admitted(place, request, token)
    tenant, user_id, secret = token_parts(token)
    keep_to_the_address(place, request, tenant)
    session, user = place.identity.resume(tenant, user_id, digest(secret))
    if session is None or user is None:
        raise Unauthenticated("session_expired", "Sua sessão terminou. Entre de novo para continuar.")
    now = place.now()
    session_is_alive(session, user, now, place.settings.session_idle)
    if now - session.last_used_at > TOUCH_EVERY:
        session = replace(session, last_used_at=now)
        place.identity.touch(session)
    return Caller(session, user, actor_of(place, session, user, request))


def actor_of(place: "Installation", session: Session, user: User, request: Request) -> Actor:
    """The actor of a session: unit and profiles as they are today. Raises Unauthenticated."""
    seats = _Seats(place, session, user, address_of(request))
    # Only the seat in use is looked at: of a permission in every unit there are as many as units.
    seat = seats.seat(session.unit) or next(seats.all(), None)
    if seat is None:
        raise Unauthenticated("session_expired", "Você não tem mais permissão em nenhuma unidade.")
    return seat


def seats_of(place: "Installation", session: Session, user: User, address: str) -> list[Actor]:
    """The user in each unit where something was granted that holds today, in the order of granting."""
    return list(_Seats(place, session, user, address).all())


class _Seats:
    """The units where a user works today."""

    def __init__(self, place: "Installation", session: Session, user: User, address: str) -> None:
        ports = place.ports(session.tenant)
        self._now = place.now()
        self._today = self._now.astimezone(ports.zone).date()
        self._units = ports.catalogues.units()
        self._plain = ports.catalogues.plain
        self._criteria = ports.catalogues.plain(CATALOGUE)
        self._session, self._user, self._address = session, user, address
        weak = session.strength is Strength.PASSWORD
        self._required = demanding_profiles(ports) if weak else frozenset()

    def all(self) -> Iterator[Actor]:
        """One after the other, as they are asked for."""
        return filter(None, map(self.seat, self._user.units_on(self._today, self._units)))

    def seat(self, unit: str) -> Actor | None:
        """The user in this unit; None where nothing was granted that holds today."""
        profiles = self._user.profiles_in(unit, self._today, self._units)
        if not profiles:
            return None
        known = self._units[unit]
        return Actor(
            tenant=self._session.tenant,
            user=self._user.person,
            unit=known.short,
            agency=known.agency,
            profiles=profiles,
            unit_is_protocol=known.protocol,
            address=self._address,
            session=self._session.digest[:16],
            must_enrol=not self._required.isdisjoint(profiles),
            opened=self._session.opened_at(self._now),
            oversees=oversights(self._criteria, unit, known.agency),
            acts=own_acts(self._plain, profiles),
        )


def demanding_profiles(ports: "Ports") -> frozenset[str]:
    """The profiles for which the city requires the second factor (ACC-02)."""
    return frozenset(ports.catalogues.tenant().get("second_factor_profiles", ()))


def token_parts(token: str) -> tuple[str, str, str]:
    """Tenant, user and secret. Raises Unauthenticated ``session_required``."""
    named, _, secret = token.partition(".")
    try:
        text = base64.urlsafe_b64decode(named + "=" * (-len(named) % 4)).decode()
    except (binascii.Error, ValueError):
        text = ""
    tenant, _, user = text.partition("/")
    if not (NAME.fullmatch(tenant) and NAME.fullmatch(user) and secret):
        raise Unauthenticated("session_required", "Entre no sistema para continuar.")
    return tenant, user, secret
