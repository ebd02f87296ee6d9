"""Groups of blocks of a unit that nobody else's tests keep any in (BLO-04)."""

import uuid

from chalicelib.application.references import BlockGroupsKey
from tests.world.shelves import keep_last_two
from tests.world.world import Ask, Person, World

from .registry import reads, writes


def arranger(world: World) -> Person:
    """Her unit keeps the last two groups: what a page costs must not depend on who ran before."""
    vera = world.hire("vera.blocos", "gab-cer", "basic")
    keep_last_two(world, BlockGroupsKey(vera.unit))
    return vera


def naming(who: Person, name: str = "") -> Ask:
    """The dialog Novo grupo de blocos; a name of its own unless told."""
    return Ask(who, "POST", "/block-groups", {"name": name or f"Grupo {uuid.uuid4().hex[:8]}"})


def grouped(world: World) -> tuple[Person, str, str]:
    """Somebody's empty block in a group of their unit; -> (who, group, block)."""
    vera = arranger(world)
    group = str(world.done(naming(vera))["id"])
    form = {"kind": "signing", "description": "Ofícios da semana", "group": group}
    return vera, group, str(world.done(Ask(vera, "POST", "/blocks", form))["id"])


@writes("block_groups.create.create_block_group", "BLO-04", entries=0)
def create_block_group(world: World) -> Ask:
    return naming(arranger(world))


@writes("block_groups.change.change_block_group", "BLO-04", entries=0)
def change_block_group(world: World) -> Ask:
    vera, group, _ = grouped(world)
    body = {"name": f"Outro {uuid.uuid4().hex[:8]}", "active": False}
    return Ask(vera, "PUT", f"/block-groups/{group}", body, headers={"If_Match": '"1"'})


@writes("block_groups.delete.delete_block_group", "BLO-04", entries=0)
def delete_block_group(world: World) -> Ask:
    vera = arranger(world)
    group = world.done(naming(vera))["id"]
    return Ask(vera, "DELETE", f"/block-groups/{group}", headers={"If_Match": '"1"'})


@reads("block_groups.list.list_block_groups", "BLO-04")
def list_block_groups(world: World) -> Ask:
    vera = arranger(world)
    world.done(naming(vera))
    return Ask(vera, "GET", "/block-groups")
