"""From the key of a system to who acts (docs/operations.md tells how one is used)."""

import base64
import binascii
from typing import TYPE_CHECKING

from chalice.app import Request

from chalicelib.application.service_accounts.admit import Presented, admit_service
from chalicelib.domain.access import Profile
from chalicelib.domain.errors import Forbidden, InvalidRequest, Unauthenticated
from chalicelib.domain.identity import Actor, Session, User
from chalicelib.domain.internal_control import CATALOGUE, oversights
from chalicelib.domain.organisation import Unit
from chalicelib.domain.service_account import ServiceAccount
from chalicelib.domain.service_scope import scope_of

from .authentication import KEY_PREFIX, NAME, Caller
from .network import address_of
from .site import keep_to_the_address

if TYPE_CHECKING:
    from chalicelib.application.ports import Ports
    from chalicelib.composition import Installation

#: Which unit a system works from in this request; needed of who may work from several.
UNIT_HEADER = "X-Unit"
#: A member of the unit like any other: what the scope leaves of it is what the system may do.
MEMBER = frozenset({Profile.BASIC.value})


def make_key_token(tenant: str, account: str, key: str, secret: str) -> str:
    """A key as it is shown: where to look, and what proves it."""
    named = base64.urlsafe_b64encode(f"{tenant}/{account}/{key}".encode()).decode().rstrip("=")
    return f"{KEY_PREFIX}{named}.{secret}"


def admitted(place: "Installation", request: Request, token: str) -> Caller:
    """The system that shows the key, at work in a unit of its scope.

    Raises as ``admit_service``; InvalidRequest ``unit_required``, Forbidden ``unit_not_in_scope``.
    """
    address = address_of(request)
    tenant, account, key, secret = _parts(token)
    try:
        keep_to_the_address(place, request, tenant)
    except Unauthenticated:
        raise _refused() from None
    shown = Presented(tenant, account, key, secret, address)
    ports = place.ports(tenant)
    system, used = admit_service(place.identity, place.proved_keys, ports.zone, shown, place.now())
    unit = _unit(ports, system, str(request.headers.get(UNIT_HEADER, "")).strip())
    actor = Actor(
        tenant=tenant,
        user=system.person,
        unit=unit.short,
        agency=unit.agency,
        profiles=MEMBER,
        unit_is_protocol=unit.protocol,
        address=address,
        session=used.digest[:16],
        scope=scope_of(system.data.operations, system.data.process_types),
        oversees=oversights(ports.catalogues.plain(CATALOGUE), unit.id, unit.agency),
    )
    now = place.now()
    # Nothing is kept of it: each request is let in anew, and no act on a session is in any scope.
    session = Session(used.digest, tenant, actor.user.id, unit.id, 0, now, now, now, address)
    return Caller(session, User(actor.user.id, tenant, system.data.name, unit.agency), actor)


def _unit(ports: "Ports", system: ServiceAccount, named: str) -> Unit:
    units = system.data.units
    if not named and len(units) > 1:
        message = f"Diga no cabeçalho {UNIT_HEADER} de qual das suas unidades o sistema está agindo."
        raise InvalidRequest(code="unit_required", message=message)
    found = ports.catalogues.units().get(named or units[0])
    if found is None or not found.active or found.id not in units:
        raise Forbidden("unit_not_in_scope", "Esta unidade não está no escopo deste sistema.")
    return found


def _parts(token: str) -> tuple[str, str, str, str]:
    """Tenant, account, key and secret. Raises Unauthenticated ``key_refused``, as a key that nobody has."""
    named, _, secret = token.removeprefix(KEY_PREFIX).partition(".")
    try:
        text = base64.b64decode(named + "=" * (-len(named) % 4), b"-_", validate=True).decode()
    except (binascii.Error, ValueError):
        text = ""
    parts = text.split("/")
    if len(parts) != 3 or not all(map(NAME.fullmatch, parts)) or not secret:
        raise _refused()
    return parts[0], parts[1], parts[2], secret


def _refused() -> Unauthenticated:
    return Unauthenticated("key_refused", "Esta chave de acesso não é aceita.")
