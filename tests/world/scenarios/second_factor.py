"""The second factor at work: enrolling, its codes, its devices, and a lost telephone (ACC-02)."""

import secrets
import uuid
from functools import cache
from typing import Any

from chalicelib.adapters.dynamodb.identity import save_user
from chalicelib.domain.identity import Grant, User
from chalicelib.domain.second_factor import code_at, step_at
from tests.world.builders import drafted, signing
from tests.world.installed import PASSWORD
from tests.world.signing import ANYBODYS
from tests.world.world import NOBODY, Ask, Person, World

from .registry import reads, writes
from .session import forgive

OWN = "/me/second-factor"


@cache
def secret_hash(world: World) -> str:
    """One costly hash serves every newcomer."""
    return world.installed.place.passwords.hash(PASSWORD)


def newcomer(world: World, *profiles: str) -> Person:
    """Somebody nobody else's test enrols, with the password everybody has."""
    login = f"nova.{uuid.uuid4().hex[:8]}"
    grants = tuple(Grant("semad-prot", profile) for profile in profiles or ("basic",))
    user = User(login, world.tenant, "Nova Servidora", "pmu", "nova@ubatuba.example", grants, taxpayer=ANYBODYS)
    save_user(user, secret_hash(world))
    return world.session(login, "semad-prot")


def code(world: World, secret: str, steps: int = 0) -> str:
    """A code still to be used: the one the application shows next, good for at least half a minute from now."""
    return code_at(secret, step_at(world.clock()) + 1 + steps)


def seed() -> str:
    return secrets.token_urlsafe(32)


def begun(world: World, *profiles: str) -> tuple[Person, str]:
    """Somebody who began to enrol; -> (person, the secret of the application)."""
    who = newcomer(world, *profiles)
    return who, world.done(Ask(who, "POST", OWN, {"password": PASSWORD}))["secret"]


def confirming(world: World, who: Person, secret: str) -> Ask:
    """The first code, the one before: the next is still to be used."""
    body = {"one_time_code": code(world, secret, -1), "seed": seed()}
    return Ask(who, "POST", f"{OWN}/confirmation", body)


def enrolled(world: World, *profiles: str) -> tuple[Person, str, list[str]]:
    """-> (person, secret, recovery codes)."""
    who, secret = begun(world, *profiles)
    return who, secret, world.done(confirming(world, who, secret))["codes"]


def typed(world: World, secret: str) -> dict[str, Any]:
    return {"password": PASSWORD, "one_time_code": code(world, secret)}


@writes("second_factor.begin.begin_second_factor", "ACC-02")
def begin_second_factor(world: World) -> Ask:
    return Ask(newcomer(world), "POST", OWN, {"password": PASSWORD})


@writes("second_factor.confirm.confirm_second_factor", "ACC-02")
def confirm_second_factor(world: World) -> Ask:
    return confirming(world, *begun(world))


@writes("second_factor.remove.remove_second_factor", "ACC-02")
def remove_second_factor(world: World) -> Ask:
    who, secret, _ = enrolled(world)
    return Ask(who, "POST", f"{OWN}/removal", typed(world, secret))


@writes("second_factor.renew_recovery.renew_recovery_codes", "ACC-02")
def renew_recovery_codes(world: World) -> Ask:
    who, secret, _ = enrolled(world)
    return Ask(who, "POST", f"{OWN}/recovery-codes", {**typed(world, secret), "seed": seed()})


@writes("second_factor.distrust_devices.distrust_every_device", "ACC-02")
def distrust_every_device(world: World) -> Ask:
    return Ask(enrolled(world)[0], "DELETE", "/me/devices")


@writes("second_factor.pause.pause_second_factor", "ACC-02")
def pause_second_factor(world: World) -> Ask:
    who = enrolled(world)[0]
    body = {"hours": 24, "reason": "Perdeu o telefone"}
    return Ask(newcomer(world, "administrator"), "POST", f"/users/{who.login}/second-factor/pause", body)


@writes("documents.sign.sign_document", "DOC-10", "ACC-02", entries=1)
def sign_with_a_code(world: World) -> Ask:
    who, secret, _ = enrolled(world)
    ask = signing(world, drafted(world, who=who), who)
    return Ask(who, "POST", ask.path, {**ask.body, "one_time_code": code(world, secret)}, ask.process)


@reads("second_factor.read.read_second_factor", "ACC-02")
def read_second_factor(world: World) -> Ask:
    return Ask(enrolled(world)[0], "GET", OWN)


@reads("second_factor.read_of_user.read_second_factor_of", "ACC-02")
def read_second_factor_of(world: World) -> Ask:
    who = enrolled(world)[0]
    return Ask(newcomer(world, "administrator"), "GET", f"/users/{who.login}/second-factor")


@reads("second_factor.distrust_device.distrust_device", "ACC-02")
def distrust_device(world: World) -> Ask:
    return Ask(enrolled(world)[0], "DELETE", "/me/devices/0123456789abcdef")


@reads("session.open.open_session", "ACC-02")
def log_in_with_a_code(world: World) -> Ask:
    who, secret, _ = enrolled(world)
    forgive(world, who.login)
    body = {"login": who.login, "trust_device": True, **typed(world, secret)}
    return Ask(NOBODY, "POST", "/sessions", body)


@writes("password.change.change_password", "ACC-01")
def change_password(world: World) -> Ask:
    body = {"password": PASSWORD, "new_password": "cavalo bateria grampo"}
    return Ask(newcomer(world), "PUT", "/me/password", body)


@writes("session.end_sessions.end_other_sessions", "ACC-01")
def end_other_sessions(world: World) -> Ask:
    return Ask(newcomer(world), "DELETE", "/me/sessions")


@reads("session.list_sessions.list_sessions", "ACC-01")
def list_sessions(world: World) -> Ask:
    return Ask(newcomer(world), "GET", "/me/sessions")


@reads("session.end_session.end_session", "ACC-01")
def end_session(world: World) -> Ask:
    return Ask(newcomer(world), "DELETE", "/me/sessions/0123456789abcdef")
