"""Everybody who may knock: eighteen kinds of people, a system, and how each stands to the process (security.md §2.3,
A2).
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from chalicelib.adapters.dynamodb.identity import save_user
from chalicelib.application.authorisation import subject
from chalicelib.domain.access import Subject
from chalicelib.domain.city_profile import names_own, own_acts
from chalicelib.domain.identity import Actor, Grant, User
from chalicelib.domain.organisation import Person as Name
from chalicelib.domain.service_scope import OPERABLE, scope_of
from tests.world.installed import PASSWORD
from tests.world.scenarios.service_accounts import system
from tests.world.signing import ANYBODYS
from tests.world.world import NOBODY, Person, World

#: Where the process was generated and is open; where it passed and was concluded; where it never was.
HOLDER, PASSED, STRANGER = "semad-rh", "gab", "sms"
PROTOCOL, OTHER_AGENCY, OTHER_PROTOCOL = "semad-prot", "ipmu-ben", "ipmu-prot"


@dataclass(frozen=True, slots=True)
class Archetype:
    """A kind of person; ``subject`` is None for who has no live session."""

    name: str
    person: Person
    subject: Subject | None


KINDS: dict[str, tuple[str, tuple[str, ...], str]] = {
    "basic in the unit": (HOLDER, ("basic",), "pmu"),
    "assignee in the unit": (HOLDER, ("basic",), "pmu"),
    "archive in the unit": (HOLDER, ("archive",), "pmu"),
    "ombudsman in the unit": (HOLDER, ("ombudsman",), "pmu"),
    "basic and administrator in the unit": (HOLDER, ("basic", "administrator"), "pmu"),
    "auditor in the unit": (HOLDER, ("auditor",), "pmu"),
    "data protection in the unit": (HOLDER, ("data_protection",), "pmu"),
    "administrator in the unit": (HOLDER, ("administrator",), "pmu"),
    "technology in the unit": (HOLDER, ("technology",), "pmu"),
    "consulting in the unit, by a profile of the city": (HOLDER, ("city.consulta",), "pmu"),
    "basic where it passed": (PASSED, ("basic",), "pmu"),
    "basic elsewhere in the agency": (STRANGER, ("basic",), "pmu"),
    "protocol of the agency": (PROTOCOL, ("protocol",), "pmu"),
    "basic of another agency": (OTHER_AGENCY, ("basic",), "ipmu"),
    "protocol of another agency": (OTHER_PROTOCOL, ("protocol",), "ipmu"),
}


def _login(name: str) -> str:
    return "sweep." + name.replace(",", "").replace(" ", ".")


def hired(world: World, secret: str, name: str) -> Archetype:
    """A user of the kind, with the password everybody has."""
    unit, profiles, agency = KINDS[name]
    login = _login(name)
    grants = tuple(Grant(unit, profile) for profile in profiles)
    save_user(User(login, world.tenant, name.title(), agency, "", grants, taxpayer=ANYBODYS), secret)
    catalogues = world.installed.place.ports(world.tenant).catalogues
    place = catalogues.units()[unit]
    acts = own_acts(catalogues.plain, profiles)
    assert bool(acts) == names_own(profiles), f"{name} holds nothing that the city's files say"
    actor = Actor(
        world.tenant, Name(login, name), place.short, place.agency, frozenset(profiles), place.protocol, acts=acts
    )
    return Archetype(name, world.session(login, unit), subject(actor))


def system_at_work(world: World) -> Archetype:
    """A system that was given all that a system can be, in the unit (INT-01)."""
    person = system(world, operations=[action.value for action in OPERABLE], units=[HOLDER])
    place = world.installed.place.ports(world.tenant).catalogues.units()[HOLDER]
    scope = scope_of(OPERABLE, ())
    name = Name(person.login, "Portal do Cidadão")
    actor = Actor(world.tenant, name, place.short, place.agency, frozenset({"basic"}), place.protocol, scope=scope)
    return Archetype("a system in the unit", person, subject(actor))


def expired(world: World) -> Person:
    """Somebody whose session ended an hour ago."""
    with world.clock.moved(-timedelta(hours=11)):
        return world.session("marina.costa", HOLDER)


def dismissed(world: World) -> Person:
    """Somebody whose only permission ended yesterday."""
    grant = Grant(HOLDER, "basic", None, date.today() - timedelta(days=2))
    save_user(User("sweep.dismissed", world.tenant, "Ex-servidor", "pmu", "", (grant,)), None)
    return world.session("sweep.dismissed", HOLDER)


def everybody(world: World, elsewhere: Callable[[], World]) -> list[Archetype]:
    """All eighteen, with live sessions."""
    secret = world.installed.place.passwords.hash(PASSWORD)
    other = elsewhere()
    foreign = hired(other, secret, "basic in the unit")
    return [
        Archetype("nobody", NOBODY, None),
        Archetype("expired session", expired(world), None),
        Archetype("no permission any more", dismissed(world), None),
        *(hired(world, secret, name) for name in KINDS),
        Archetype("basic of another tenant", foreign.person, foreign.subject),
        system_at_work(world),
    ]
