"""The second factor: enrolling, recovery codes, trusted devices, and the administrator's pause (ACC-02)."""

import base64
from typing import Annotated, Any

from pydantic import Field, StringConstraints

from chalicelib.application.second_factor.begin import begin_second_factor
from chalicelib.application.second_factor.confirm import confirm_second_factor
from chalicelib.application.second_factor.distrust_device import distrust_device
from chalicelib.application.second_factor.distrust_devices import distrust_every_device
from chalicelib.application.second_factor.pause import pause_second_factor
from chalicelib.application.second_factor.read import read_second_factor
from chalicelib.application.second_factor.read_of_user import read_second_factor_of
from chalicelib.application.second_factor.remove import remove_second_factor
from chalicelib.application.second_factor.renew_recovery import renew_recovery_codes
from chalicelib.application.second_factor.standing import FactorStanding
from chalicelib.application.session.reauthentication import Typed
from chalicelib.domain.account import AccountEvent
from chalicelib.domain.policy import Action
from chalicelib.domain.second_factor import address

from . import presenting, replies
from .authentication import demanding_profiles, device_of
from .routes import Call, Routes
from .validation import Body, OneTimeCode, Password

routes = Routes("second_factor")

OWN = "/me/second-factor"
OF_USER = "/users/{user}/second-factor"
# 32 random bytes of the browser: the recovery codes are made of them, and they are kept nowhere.
Seed = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{43}$")]


class BeginBody(Body):
    """Who begins proves who it is."""

    password: Password


class ConfirmBody(Body):
    """The first code that the application shows."""

    one_time_code: OneTimeCode
    seed: Seed


class RenewBody(Body):
    """Password and code, for other recovery codes."""

    password: Password
    one_time_code: OneTimeCode
    seed: Seed


class RemoveBody(Body):
    """Password and code."""

    password: Password
    one_time_code: OneTimeCode


class PauseBody(Body):
    """For how long, at most a week; none ends a pause. Why goes to the history."""

    hours: Annotated[int, Field(ge=0, le=168)]
    reason: Annotated[str, StringConstraints(min_length=5, max_length=200)]


@routes.route("GET", OWN, Action.SECOND_FACTOR_READ, reply=replies.SecondFactor)
def read(call: Call) -> dict[str, Any]:
    """Minha verificação em duas etapas"""
    found = read_second_factor(call.ports, call.actor)
    today = call.ports.now().astimezone(call.ports.zone).date()
    units = call.ports.catalogues.units()
    seats = call.user.units_on(today, units)
    held = {profile for unit in seats for profile in call.user.profiles_in(unit, today, units)}
    here = device_of(call.request, call.user.id)
    return {
        **_standing(found),
        "required": not demanding_profiles(call.ports).isdisjoint(held),
        "devices": [
            {
                "id": device.id,
                "agent": device.agent,
                "address": device.address,
                "at": presenting.instant(device.created_at),
                "expires_at": presenting.instant(device.expires_at),
                "current": device.digest == here,
            }
            for device in found.devices
        ],
    }


@routes.route("POST", OWN, Action.SECOND_FACTOR_KEEP, body=BeginBody, reply=replies.BegunSecondFactor, status=201)
def begin(call: Call) -> dict[str, Any]:
    """Começar a ligar a verificação em duas etapas"""
    begun = begin_second_factor(call.ports, call.actor, call.operation, call.body.password)
    issuer = f"Iperoig {call.ports.catalogues.tenant().get('municipality', '')}".strip()
    return {"secret": begun.secret, "address": address(begun, issuer, call.user.id)}


@routes.route(
    "POST", f"{OWN}/confirmation", Action.SECOND_FACTOR_KEEP, body=ConfirmBody, reply=replies.RecoveryCodes, status=201
)
def confirm(call: Call) -> dict[str, Any]:
    """Confirmar a verificação em duas etapas com o primeiro código"""
    typed = call.body.one_time_code, seed_of(call.body.seed)
    return {"codes": list(confirm_second_factor(call.ports, call.actor, call.operation, call.session, *typed))}


@routes.route(
    "POST", f"{OWN}/recovery-codes", Action.SECOND_FACTOR_KEEP, body=RenewBody, reply=replies.RecoveryCodes, status=201
)
def renew(call: Call) -> dict[str, Any]:
    """Trocar os códigos de recuperação"""
    typed = Typed(call.body.password, call.body.one_time_code)
    seed = seed_of(call.body.seed)
    return {"codes": list(renew_recovery_codes(call.ports, call.actor, call.operation, typed, seed))}


@routes.route("POST", f"{OWN}/removal", Action.SECOND_FACTOR_KEEP, body=RemoveBody, status=204)
def remove(call: Call) -> None:
    """Desligar a verificação em duas etapas"""
    typed = Typed(call.body.password, call.body.one_time_code)
    remove_second_factor(call.ports, call.actor, call.operation, call.session, typed)


@routes.route("DELETE", "/me/devices", Action.SECOND_FACTOR_KEEP, status=204)
def distrust_all(call: Call) -> None:
    """Pedir o código de novo em todos os dispositivos"""
    distrust_every_device(call.ports, call.actor, call.operation)


@routes.route("DELETE", "/me/devices/{device}", Action.SECOND_FACTOR_KEEP, status=204, writes=False)
def distrust(call: Call, device: str) -> None:
    """Pedir o código de novo em um dispositivo"""
    distrust_device(call.ports, call.actor, device)


@routes.route("GET", OF_USER, Action.SECOND_FACTOR_PAUSE, reply=replies.SecondFactorOfUser)
def read_of_user(call: Call, user: str) -> dict[str, Any]:
    """A verificação em duas etapas de um usuário"""
    person, found = read_second_factor_of(call.ports, call.actor, user)
    return {"user": {"id": person.id, "name": person.name}, **_standing(found)}


@routes.route("POST", f"{OF_USER}/pause", Action.SECOND_FACTOR_PAUSE, body=PauseBody, status=204)
def pause(call: Call, user: str) -> None:
    """Pausar a verificação em duas etapas de um usuário"""
    pause_second_factor(call.ports, call.actor, call.operation, user, call.body.hours, call.body.reason)


def seed_of(text: str) -> bytes:
    """The browser's random bytes."""
    return base64.urlsafe_b64decode(text + "=")


def _standing(found: FactorStanding) -> dict[str, Any]:
    return {
        "enrolled_at": presenting.instant(found.enrolled_at) if found.enrolled_at else None,
        "recovery_left": found.recovery_left,
        "paused_until": presenting.instant(found.paused_until) if found.paused_until else None,
        "events": [event(one) for one in found.events],
    }


def event(one: AccountEvent) -> dict[str, Any]:
    """A change to how somebody enters, as people read it."""
    return {"at": presenting.instant(one.at), "text": one.sentence(), "by": one.by.name, "address": one.address}
