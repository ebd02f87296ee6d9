"""Every route about a process answers who holds no live credential exactly as for an absent one (SIG-01 to SIG-05).

Whatever the profile: a colleague of the unit, who held a credential and lost it, administrator, auditor, another city.
"""

import uuid
from dataclasses import dataclass, replace

import pytest

from chalicelib.adapters.dynamodb.identity import save_user
from chalicelib.api.routes import Declared
from chalicelib.application.references import ProcessKey
from chalicelib.domain.identity import Grant, User
from tests.world.builders import drafted
from tests.world.confidential import granted, secret
from tests.world.installed import PASSWORD, Installed, load_tenant
from tests.world.world import Ask, Person, World

from .archetypes import HOLDER, Archetype, everybody
from .confidential_places import CONFIDENTIAL
from .places import Builder
from .test_route_sweep import ABSENT, ON_PROCESS, PLACES, named, send, without_operation

pytestmark = pytest.mark.usefixtures("forgiven")


@dataclass(frozen=True, slots=True)
class Secret:
    """A confidential process with a draft, who may open it, and everybody who may not: eighteen kinds."""

    world: World
    process: str
    document: str
    holder: Person
    outsiders: list[Archetype]


def former(world: World, process: str, name: str, how: str, by: Person) -> Archetype:
    """Somebody whose credential ended."""
    secret_of_all = world.installed.place.passwords.hash(PASSWORD)
    save_user(User(name, world.tenant, name.title(), "pmu", "", (Grant(HOLDER, "basic"),)), secret_of_all)
    person = world.session(name, HOLDER)
    granted(world, process, person, by)
    if how == "renunciations":
        world.done(Ask(person, "POST", f"/processes/{process}/credentials/renunciations", {}))
    else:
        body = {"user": name, "unit": HOLDER}
        world.done(Ask(by, "POST", f"/processes/{process}/credentials/revocations", body))
    return Archetype(f"{how} done", person, None)


def other_unit(world: World) -> Person:
    """The holder at work in another of her units."""
    grants = tuple(Grant(unit, "basic") for unit in (HOLDER, "gab"))
    save_user(User("sweep.twice", world.tenant, "De duas unidades", "pmu", "", grants), None)
    return world.session("sweep.twice", "gab")


@pytest.fixture(scope="module")
def secrecy(installed: Installed) -> Secret:
    load_tenant(installed, installed.place.settings.tenant)
    world = World(installed, f"c{uuid.uuid4().hex[:12]}")
    holder = world.marina
    process = secret(world, holder)
    twice = other_unit(world)
    granted(world, process, replace(twice, unit=HOLDER), holder, opened=False)
    _, document = drafted(world, process, holder)
    outsiders = everybody(world, lambda: World(installed, f"o{uuid.uuid4().hex[:12]}"))
    known = next(who for who in outsiders if who.subject)
    elsewhere = replace(known, name="the holder in another unit", person=twice)
    return Secret(world, process, document, holder, [*outsiders, elsewhere])


@pytest.mark.parametrize("route", ON_PROCESS, ids=named)
def test_without_a_live_credential_it_does_not_exist(secrecy: Secret, route: Declared) -> None:
    """Same status, same body, whatever is asked; and the holder who did not give the password is asked for it."""
    world = secrecy.world
    place = PLACES[(route.method, route.path)](Builder(world, "public"))
    about = {"process": secrecy.process}
    if "document" in place.parameters:
        about["document"] = secrecy.document
    hidden = replace(place, parameters={**place.parameters, **about})
    absent = replace(place, parameters={**hidden.parameters, "process": ABSENT})
    before = world.installed.place.ports(world.tenant).reader.get(ProcessKey(secrecy.process))
    told: set[tuple[int, str]] = set()
    for who in secrecy.outsiders:
        reply = send(world, who, route, hidden.path(route.path), hidden.body, **hidden.headers)
        said = reply.status, without_operation(reply)
        assert reply.status == 401 if who.subject is None else reply.status >= 400, f"{who.name}: {reply.text}"
        if said not in told:
            # What one of them was told of an absent process, to the letter, need not be asked for the others.
            nothing = send(world, who, route, absent.path(route.path), absent.body, **absent.headers)
            assert said == (nothing.status, without_operation(nothing)), who.name
            told.add(said)
    assert world.installed.place.ports(world.tenant).reader.get(ProcessKey(secrecy.process)) == before


def test_who_lost_the_credential_is_shut_out_by_the_next_request(secrecy: Secret) -> None:
    """SIG-03, SIG-05: revoked or renounced, the open session answers as for an absent process."""
    world, process = secrecy.world, secrecy.process
    for name, how in (("sweep.revoked", "revocations"), ("sweep.renounced", "renunciations")):
        who = former(world, process, name, how, secrecy.holder)
        for path in (f"/processes/{process}", f"/processes/{process}/history", f"/processes/{process}/export"):
            reply, nothing = (
                world.call(who.person, "GET", each) for each in (path, path.replace(process, ABSENT))
            )
            assert reply.status == nothing.status == 404
            assert without_operation(reply) == without_operation(nothing)


@pytest.mark.parametrize("route", [each for each in ON_PROCESS if each.method == "GET"], ids=named)
def test_a_holder_reads_nothing_before_the_password(secrecy: Secret, route: Declared) -> None:
    """SIG-01: in another session of the same person the password was not given."""
    world = secrecy.world
    other = world.session("marina.costa", HOLDER)
    found = {"process": secrecy.process, "document": secrecy.document}
    place = PLACES[(route.method, route.path)](Builder(world, "public"))
    path = replace(place, parameters={**place.parameters, **found}).path(route.path)
    reply = world.call(other, "GET", path)
    assert reply.status in (403, 404), reply.text
    if reply.status == 403:
        assert reply.json["code"] != "forbidden"
        assert secrecy.process not in reply.text


@pytest.mark.parametrize(("method", "path"), CONFIDENTIAL, ids=" ".join)
def test_who_holds_a_credential_does_it(secrecy: Secret, method: str, path: str) -> None:
    world = secrecy.world
    place = CONFIDENTIAL[method, path](Builder(world, "confidential"))
    reply = world.call(secrecy.holder, method, place.path(path), place.body)
    assert reply.status < 300, reply.text
