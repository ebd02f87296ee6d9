"""The routes of block groups, and blocks of every kind in one (BLO-04)."""

from typing import Any

import pytest

from chalicelib.api import replies
from tests.world.builders import drafted
from tests.world.scenarios.block_groups import arranger, grouped, naming
from tests.world.scenarios.blocks import putting
from tests.world.world import Ask, Person, World

from .test_processes import fits, problem


@pytest.fixture
def vera(world: World) -> Person:
    return arranger(world)


def kept(world: World, who: Person, group: str) -> Any:
    shown = fits(replies.BlockGroups, world.done(Ask(who, "GET", "/block-groups")))["items"]
    return next((each for each in shown if each["id"] == group), None)


def listed(world: World, who: Person, kind: str, group: str) -> list[str]:
    page = world.done(Ask(who, "GET", f"/blocks?kind={kind}&group={group}"))
    return [row["id"] for row in fits(replies.Blocks, page)["items"]]


def test_group_takes_blocks_of_the_three_kinds_and_each_list_is_narrowed_to_it(world: World, vera: Person):
    group = fits(replies.BlockGroupSaved, world.done(naming(vera)))["id"]
    made = {}
    for kind in ("signing", "meeting", "internal"):
        body = {"kind": kind, "description": "Pauta", "group": group}
        made[kind] = world.done(Ask(vera, "POST", "/blocks", body))["id"]
        world.done(Ask(vera, "POST", "/blocks", {**body, "group": ""}))
    assert {kind: listed(world, vera, kind, group) for kind in made} == {k: [v] for k, v in made.items()}
    assert kept(world, vera, group)["blocks"] == 3


def test_group_with_blocks_is_deactivated_and_deleted_only_when_they_left(world: World):
    vera, group, block = grouped(world)
    path = f"/block-groups/{group}"
    problem(world.call(vera, "DELETE", path, If_Match='"1"'), 409, "group_not_empty")
    rest = {"name": "Encerrado", "active": False}
    problem(world.call(vera, "PUT", path, rest), 400, "if_match_required")
    assert world.call(vera, "PUT", path, rest, If_Match='"1"').json["revision"] == 2
    assert (kept(world, vera, group)["active"], kept(world, vera, group)["blocks"]) == (False, 1)
    same = {"description": "Continua no grupo", "group": group}
    world.done(Ask(vera, "PATCH", f"/blocks/{block}", same))
    refused = world.send(Ask(vera, "POST", "/blocks", {"kind": "internal", "description": "X", "group": group}))
    assert (refused.status, refused.json["errors"][0]["code"]) == (400, "group_inactive")
    world.done(Ask(vera, "DELETE", f"/blocks/{block}"))
    assert world.call(vera, "DELETE", path, If_Match='"2"').status == 204
    assert kept(world, vera, group) is None


def test_who_receives_a_block_does_not_see_its_group(world: World):
    group = world.done(naming(world.ana))["id"]
    process, letter = drafted(world)
    body = {"kind": "signing", "description": "Ofícios", "units": ["semad-rh"], "group": group}
    block = world.done(Ask(world.ana, "POST", "/blocks", body))["id"]
    world.done(putting(world, block, process, letter))
    world.done(Ask(world.ana, "POST", f"/blocks/{block}/sharing", {}))
    seen = [world.done(Ask(who, "GET", f"/blocks/{block}"))["block"] for who in (world.ana, world.marina)]
    assert [one["group"] for one in seen] == [group, ""]
    assert listed(world, world.marina, "signing", group) == []
    assert listed(world, world.ana, "signing", group) == [block]


def test_group_is_its_units_own(world: World):
    group = grouped(world)[1]
    assert kept(world, world.marina, group) is None
    problem(world.call(world.marina, "DELETE", f"/block-groups/{group}", If_Match='"1"'), 404, "group_not_found")
    body = {"kind": "internal", "description": "Pauta", "group": group}
    refused = world.send(Ask(world.marina, "POST", "/blocks", body))
    assert refused.json["errors"][0]["code"] == "group_unknown"
