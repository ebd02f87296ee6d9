"""Sending groups of a unit of their own, which keeps no more than two whoever ran before (CON-02)."""

import uuid

from chalicelib.application.references import SendingGroupsKey
from tests.world.shelves import keep_last_two
from tests.world.world import Ask, Person, World

from .registry import reads, writes


def keeper(world: World) -> Person:
    clara = world.hire("clara.grupos", "gab-cer", "basic")
    keep_last_two(world, SendingGroupsKey(clara.unit))
    return clara


def grouping(who: Person, name: str | None = None, path: str = "/sending-groups") -> Ask:
    """The dialog Novo grupo de envio."""
    body = {"name": name or f"Grupo {uuid.uuid4().hex[:8]}", "units": ["gab", "semad-rh"]}
    return Ask(who, "POST", path, body)


@writes("sending_groups.create.create_sending_group", "CON-02", entries=0)
def create_sending_group(world: World) -> Ask:
    return grouping(keeper(world))


@writes("sending_groups.change.change_sending_group", "CON-02", entries=0)
def change_sending_group(world: World) -> Ask:
    clara = keeper(world)
    group = world.done(grouping(clara))["id"]
    body = {"name": f"Outro {uuid.uuid4().hex[:8]}", "units": ["semad-rh", "gab", "pgm-adm"]}
    return Ask(clara, "PUT", f"/sending-groups/{group}", body, headers={"If_Match": '"1"'})


@writes("sending_groups.delete.delete_sending_group", "CON-02", entries=0)
def delete_sending_group(world: World) -> Ask:
    clara = keeper(world)
    group = world.done(grouping(clara))["id"]
    return Ask(clara, "DELETE", f"/sending-groups/{group}", headers={"If_Match": '"1"'})


@reads("sending_groups.list.list_sending_groups", "CON-02")
def list_sending_groups(world: World) -> Ask:
    return Ask(keeper(world), "GET", "/sending-groups")
