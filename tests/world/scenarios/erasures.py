"""Erasing personal data: simulated, asked, confirmed, done process by process, and the address book last (LGPD)."""

import uuid

from chalicelib.application.erasure.erase_contact import erase_contact
from chalicelib.application.erasure.erase_process import erase_in_process
from chalicelib.application.transaction import Operation
from chalicelib.domain.identity import Actor
from chalicelib.domain.organisation import Person as Named
from chalicelib.domain.organisation import UnitName
from tests.world.erasing import asking, confirming, interested, officer, second, somebody
from tests.world.world import Ask, World

from .registry import reads, writes

WHY = {"reason": "O pedido não é da própria pessoa"}


@reads("erasure.plan.plan_erasure", "LGPD-01")
def plan_erasure(world: World) -> Ask:
    contact, _, _ = interested(world)
    return Ask(officer(world), "GET", f"/erasure-plan?contact={contact}&ground=consent")


@writes("erasure.ask.ask_erasure", "LGPD-01")
def ask_erasure(world: World) -> Ask:
    return asking(world, somebody(world))


@reads("erasure.list.list_erasures", "LGPD-01")
def list_erasures(world: World) -> Ask:
    for _ in range(2):
        world.done(ask_erasure(world))
    return Ask(officer(world), "GET", "/erasures")


@reads("erasure.read.read_erasure", "LGPD-01")
def read_erasure(world: World) -> Ask:
    contact, _, _ = interested(world)
    made = world.done(asking(world, contact))["id"]
    return Ask(second(world), "GET", f"/erasures/{made}")


@writes("erasure.refuse.refuse_erasure", "LGPD-01")
def refuse_erasure(world: World) -> Ask:
    made = world.done(ask_erasure(world))["id"]
    return Ask(second(world), "POST", f"/erasures/{made}/refusal", WHY)


@writes("erasure.confirm.confirm_erasure", "LGPD-01")
def confirm_erasure(world: World) -> Ask:
    contact, _, _ = interested(world)
    return confirming(world, contact)


def by_worker(world: World) -> tuple[Actor, Operation]:
    """Who confirmed, as the worker acts for them."""
    actor = Actor(
        world.tenant,
        Named("rui.encarregado", "Rui"),
        UnitName("semad-prot", "SEMAD/PROT"),
        "pmu",
        frozenset({"data_protection"}),
    )
    return actor, Operation(actor.user.id, f"job-{uuid.uuid4().hex}", "d")


@writes("erasure.erase_process.erase_in_process", "LGPD-01", entries=1, elsewhere=1)
def erase_in_process_(world: World) -> Ask:
    """The name in the registration, a record and its salt, in one transaction. The record is written in its place."""
    contact, _, process = interested(world)
    ask = confirming(world, contact)
    world.done(ask)
    erasure, (actor, operation) = ask.path.split("/")[2], by_worker(world)

    def do() -> object:
        ports = world.installed.place.ports(world.tenant)
        return dict(erase_in_process(ports, actor, operation, erasure, process))

    return Ask(ask.who, "EVENT", "erase in a process", process=process, act=do)


@writes("erasure.erase_contact.erase_contact", "LGPD-01")
def erase_contact_(world: World) -> Ask:
    """The address book, when nothing is left in processes."""
    ask = confirming(world, somebody(world))
    world.done(ask)
    erasure, (actor, operation) = ask.path.split("/")[2], by_worker(world)

    def do() -> object:
        return dict(erase_contact(world.installed.place.ports(world.tenant), actor, operation, erasure))

    return Ask(ask.who, "EVENT", "erase a contact", act=do)
