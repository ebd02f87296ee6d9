"""Everybody who may hold a credential of a confidential process, and how: seven kinds beside the eighteen (SIG-01)."""

import uuid
from dataclasses import dataclass

from chalicelib.adapters.dynamodb.identity import save_user
from chalicelib.application.authorisation import subject
from chalicelib.domain.access import Subject
from chalicelib.domain.identity import Actor, Grant, User
from chalicelib.domain.organisation import Person as Name
from tests.world.builders import drafted, signed
from tests.world.confidential import granting, opening, secret
from tests.world.installed import PASSWORD
from tests.world.signing import ANYBODYS
from tests.world.world import Ask, Person, World

from .archetypes import HOLDER, OTHER_AGENCY, PASSED


@dataclass(frozen=True, slots=True)
class Kind:
    """Where they work, as what, and whether they gave the password or put the process away."""

    unit: str
    profiles: tuple[str, ...]
    opened: bool = True
    concluded: bool = False
    agency: str = "pmu"


KINDS = {
    "in the unit": Kind(HOLDER, ("basic",)),
    "in the unit, password not given": Kind(HOLDER, ("basic",), opened=False),
    "in the unit, who put it away": Kind(HOLDER, ("basic",), concluded=True),
    "with the archive profile": Kind(HOLDER, ("archive",)),
    "who is administrator too": Kind(HOLDER, ("basic", "administrator")),
    "who only audits now": Kind(HOLDER, ("auditor",), opened=False),
    "of another unit": Kind(PASSED, ("basic",)),
    "of another agency": Kind(OTHER_AGENCY, ("basic",), agency="ipmu"),
}


@dataclass(frozen=True, slots=True)
class Holder:
    """One of them, of one process, as the policy sees them."""

    name: str
    person: Person
    subject: Subject


@dataclass(frozen=True, slots=True)
class Held:
    """A confidential process with a draft and a letter signed, and everybody who holds a credential of it."""

    process: str
    draft: str
    letter: str
    holders: list[Holder]


def held(world: World) -> Held:
    """Everything anew: what one of them did to the last one does not show."""
    secret_of_all = world.installed.place.passwords.hash(PASSWORD)
    people = {name: _hired(world, kind, secret_of_all) for name, kind in KINDS.items()}
    first, *others = people.values()
    process = secret(world, first)
    for who in others:
        world.done(granting(first, process, who))
    for (name, who), kind in zip(people.items(), KINDS.values(), strict=True):
        if kind.opened and who is not first:
            world.done(opening(who, process))
        if kind.concluded:
            world.done(Ask(who, "POST", f"/processes/{process}/conclusion", {}))
        if "auditor" in kind.profiles:
            _save(world, who.login, name, kind, kind.profiles, secret_of_all)
    draft, letter = drafted(world, process, first)[1], signed(world, process, first)[1]
    holders = [_as_seen(world, name, people[name], kind, process) for name, kind in KINDS.items()]
    return Held(process, draft, letter, holders)


def _hired(world: World, kind: Kind, secret_of_all: str) -> Person:
    login = f"held.{uuid.uuid4().hex[:10]}"
    # Nobody is let in who only audits: that comes afterwards.
    _save(world, login, login, kind, ("basic",) if "auditor" in kind.profiles else kind.profiles, secret_of_all)
    return world.session(login, kind.unit)


def _save(world: World, login: str, name: str, kind: Kind, profiles: tuple[str, ...], secret_of_all: str) -> None:
    grants = tuple(Grant(kind.unit, profile) for profile in profiles)
    save_user(User(login, world.tenant, name, kind.agency, "", grants, taxpayer=ANYBODYS), secret_of_all)


def _as_seen(world: World, name: str, who: Person, kind: Kind, process: str) -> Holder:
    place = world.installed.place.ports(world.tenant).catalogues.units()[kind.unit]
    opened = frozenset({process}) if kind.opened else frozenset[str]()
    known = Name(who.login, name)
    actor = Actor(
        world.tenant, known, place.short, place.agency, frozenset(kind.profiles), place.protocol, opened=opened
    )
    return Holder(f"holder {name}", who, subject(actor))
