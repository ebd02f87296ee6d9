"""A city on its way to going live: the checklist, and the acts on it (issue 5 §7)."""

import json
from dataclasses import asdict, replace
from datetime import UTC, datetime

from chalicelib.adapters.dynamodb import catalogues, keys
from chalicelib.adapters.dynamodb.codec import encode
from chalicelib.adapters.dynamodb.items import MainItem
from chalicelib.domain.organisation import Person as Named
from chalicelib.domain.rollout import LivePeriod, Rollout, Tick, Waiver
from chalicelib.domain.rollout_checks import ABOUT_PEOPLE
from tests.world.installed import city
from tests.world.wire import untapped
from tests.world.world import Ask, Person, World

from .registry import reads, writes

ROOT = "/administration/rollout"
BY_HAND, TITLE = "processo-de-teste", "Processo de teste aceito"
WHY = {"reason": "A restauração será vista em dezembro, conforme ata"}
NOTHING = Rollout()
#: What the city is at whenever it is prepared, so that a request of before goes on being of now.
REVISION = 7
NORM = {"norm": "Decreto nº 9.001/2026"}


def leader(world: World) -> Person:
    return world.hire("leda.implanta", "gab", "administrator")


def prepare(world: World, rollout: Rollout = NOTHING, whole: bool = False) -> Rollout:
    """The city at this point of the way, its tables warm.

    Without ``whole`` its list leaves out what is about people: what an act costs must not depend on who was hired.
    """
    with untapped():
        _list(world, whole)
        after = replace(rollout, revision=REVISION)
        MainItem(*keys.rollout(world.tenant), n=after.revision, body=encode(after)).save()
        catalogues.forget()
        world.done(Ask(leader(world), "GET", ROOT))
    return after


def live_again(world: World) -> None:
    """As its files made it, for whoever comes after."""
    began = datetime(2026, 1, 2, 3, tzinfo=UTC)
    prepare(world, Rollout(periods=(LivePeriod(began, Named("", "Carga"), "Decreto"),)), whole=True)


def _list(world: World, whole: bool) -> None:
    if whole:
        rows = {one.code: asdict(one) for one in city().acceptance}
        return catalogues.load(world.tenant, "acceptance", rows)
    for item in MainItem.query(keys.catalogue(world.tenant, "acceptance")):
        if json.loads(item.body)["check"] in ABOUT_PEOPLE:
            item.delete()
    return None


def all_said(world: World) -> Rollout:
    """Everything that people say was ticked, and what the city of tests lacks was waived."""
    with untapped():
        at, day = world.clock(), world.clock().date()
        items = world.installed.place.ports(world.tenant).catalogues.plain("acceptance")
    who = Named("leda.implanta", "Leda")
    ticks = {one["code"]: Tick(one["code"], who, at, day, "Feito") for one in items if not one["check"]}
    waivers = {one["code"]: Waiver(one["code"], who, at, "Cidade de teste") for one in items if one["check"]}
    return Rollout(ticks, waivers)


def live(world: World) -> Rollout:
    """Since now."""
    with untapped():
        period = LivePeriod(world.clock(), Named("leda.implanta", "Leda"), NORM["norm"])
    return replace(all_said(world), periods=(period,))


def on_item(world: World, rollout: Rollout, path: str, body: object) -> Ask:
    return acting(world, rollout, f"/items/{BY_HAND}{path}", body)


def acting(world: World, rollout: Rollout, path: str, body: object) -> Ask:
    return Ask(leader(world), "POST", f"{ROOT}{path}", body, headers={"If_Match": f'"{rollout.revision}"'})


def ticking(world: World, rollout: Rollout) -> Ask:
    day = world.clock().astimezone(world.zone).date().isoformat()
    return on_item(world, rollout, "/tick", {"day": day, "remark": "Processo 01101.000012/2026-45, aceito por Marina"})


@reads("rollout.read.read_rollout", "ACC-14")
def read_rollout(world: World) -> Ask:
    prepare(world)
    return Ask(leader(world), "GET", ROOT)


@writes("rollout.attest_item.attest_item", "ACC-14")
def attest_rollout_item(world: World) -> Ask:
    return ticking(world, prepare(world))


@writes("rollout.waive_item.waive_item", "ACC-14")
def waive_rollout_item(world: World) -> Ask:
    return on_item(world, prepare(world), "/waiver", WHY)


@writes("rollout.undo_item.undo_item", "ACC-14")
def undo_rollout_item(world: World) -> Ask:
    return on_item(world, prepare(world, all_said(world)), "/undoing", WHY)


@writes("rollout.go_live.go_live", "ACC-14")
def go_live(world: World) -> Ask:
    return acting(world, prepare(world, all_said(world)), "/live", NORM)


@writes("rollout.go_back.go_back", "ACC-14")
def go_back_to_rollout(world: World) -> Ask:
    return acting(world, prepare(world, live(world)), "/return", WHY)
