"""Who cares for the holdings of confidential processes, and what they ask for (SIG-08)."""

from typing import Any

from chalicelib.adapters.dynamodb.identity import save_user
from chalicelib.domain.identity import Grant, User

from .confidential import granted
from .installed import PASSWORD
from .world import Ask, Person, World


def keeper(world: World, unit: str = "semad-rh", profile: str = "unit_holdings", agency: str = "pmu") -> Person:
    """Somebody with only that profile, and the password that everybody has."""
    login, secret = f"acervo.{unit}.{profile[:4]}", world.installed.place.passwords.hash(PASSWORD)
    save_user(User(login, world.tenant, "Nilza Prado", agency, "", (Grant(unit, profile),)), secret)
    return world.person(login, unit)


def activating(who: Person, user: str, unit: str, *processes: str) -> Ask:
    """Ativar credencial."""
    body = {"password": PASSWORD, "processes": list(processes), "user": user, "unit": unit}
    return Ask(who, "POST", "/holdings/activations", body, processes[0])


def cancelling(who: Person, *credentials: tuple[str, str, str]) -> Ask:
    """Cancelar inativas: process, user and unit of each."""
    chosen = [dict(zip(("process", "user", "unit"), each, strict=True)) for each in credentials]
    body = {"password": PASSWORD, "credentials": chosen}
    return Ask(who, "POST", "/holdings/cancellations", body, credentials[0][0])


def moved(world: World, login: str, unit: str = "gab") -> None:
    """Somebody works only there from now on."""
    save_user(User(login, world.tenant, login.title(), "pmu", "", (Grant(unit, "basic"),)), None)


def abandoned(world: World, login: str, *processes: str, unit: str = "semad-rh") -> None:
    """Somebody holds a credential of each, given by Ana, and does not work in its unit any more."""
    gone = world.hire(login, unit, "basic")
    for process in processes:
        granted(world, process, gone, opened=False)
    moved(world, login)


def lines(world: World, who: Person, scope: str = "unit") -> list[dict[str, Any]]:
    """Every line of the holdings, page after page."""
    found: list[dict[str, Any]] = []
    cursor = None
    while True:
        page = world.done(Ask(who, "GET", f"/holdings/{scope}" + (f"?cursor={cursor}" if cursor else "")))
        found += page["items"]
        cursor = page["next_cursor"]
        if cursor is None:
            return found
