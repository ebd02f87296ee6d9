"""Erasing who left: simulated, asked, confirmed, done unit by unit, and the register last (LGPD, ACC-08)."""

import uuid

from chalicelib.application.erasure.erase_in_unit import erase_in_unit
from chalicelib.application.erasure.erase_leaver import erase_leaver
from tests.world.erasing import REASON, officer, second
from tests.world.world import Ask, Person, World

from .administration import act_on, new_user, user_form
from .erasures import by_worker
from .registry import reads, writes

UNIT = "semad-rh"


def colleague(world: World, **fields: str) -> tuple[Person, int]:
    """-> (somebody who works here, with a session, and who kept a view; the revision of the entry)."""
    login, revision = new_user(world, {"unit": UNIT, "profile": "basic"})
    if fields:
        form = user_form(**fields)
        del form["login"]
        revision = world.done(act_on(world, login, revision, "PUT", "", form))["revision"]
    who = world.session(login, UNIT)
    view = {"name": f"Visão {uuid.uuid4().hex[:8]}", "settings": {"aba": "todos"}}
    world.done(Ask(who, "POST", "/views", view))
    return who, revision


def leaving(world: World, who: Person, revision: int, reason: str = "Exoneração") -> int:
    """-> the revision of the entry."""
    return int(world.done(act_on(world, who.login, revision, "POST", "/blocking", {"reason": reason}))["revision"])


def left(world: World, **fields: str) -> tuple[str, int]:
    """-> (login, revision) of who is blocked."""
    who, revision = colleague(world, **fields)
    return who.login, leaving(world, who, revision)


def asking_leaver(world: World, login: str, ground: str = "consent", reason: str = REASON) -> Ask:
    return Ask(officer(world), "POST", f"/leavers/{login}/erasures", {"ground": ground, "reason": reason})


def confirming_leaver(world: World, login: str) -> Ask:
    made = world.done(asking_leaver(world, login))["id"]
    return Ask(second(world), "POST", f"/erasures/{made}/confirmation")


def unblocking(world: World, login: str, revision: int) -> Ask:
    """Who left comes back."""
    return act_on(world, login, revision, "POST", "/unblocking", {"reason": "Voltou ao cargo"})


@reads("erasure.list_leavers.list_leavers", "LGPD-01")
def list_leavers(world: World) -> Ask:
    left(world)
    return Ask(officer(world), "GET", "/leavers")


@reads("erasure.plan_leaver.plan_leaver", "LGPD-01")
def plan_leaver(world: World) -> Ask:
    return Ask(officer(world), "GET", f"/leavers/{left(world)[0]}/erasure-plan")


@writes("erasure.ask_leaver.ask_leaver_erasure", "LGPD-01")
def ask_leaver_erasure(world: World) -> Ask:
    return asking_leaver(world, left(world)[0])


@writes("erasure.erase_in_unit.erase_in_unit", "LGPD-01")
def erase_in_unit_(world: World) -> Ask:
    """Whoever left kept a view there that nobody else saw."""
    ask = confirming_leaver(world, left(world)[0])
    world.done(ask)
    erasure, (actor, operation) = ask.path.split("/")[2], by_worker(world)

    def do() -> object:
        return dict(erase_in_unit(world.installed.place.ports(world.tenant), actor, operation, erasure, UNIT))

    return Ask(ask.who, "EVENT", "erase in a unit", act=do)


@writes("erasure.erase_leaver.erase_leaver", "LGPD-01")
def erase_leaver_(world: World) -> Ask:
    """Two lines of the register's history, the link to the first password, a session, and the entry."""
    ask = confirming_leaver(world, left(world)[0])
    world.done(ask)
    erasure, (actor, operation) = ask.path.split("/")[2], by_worker(world)

    def do() -> object:
        return dict(erase_leaver(world.installed.place.ports(world.tenant), actor, operation, erasure))

    return Ask(ask.who, "EVENT", "erase who left", act=do)
