"""E-mail groups of a unit that nobody else's tests keep any in (CON-02)."""

import uuid

from chalicelib.application.references import EmailGroupsKey
from tests.world.shelves import keep_last_two
from tests.world.world import Ask, Person, World

from .registry import reads, writes


def writer(world: World) -> Person:
    """Her unit keeps the last two groups: what a page costs must not depend on who ran before."""
    laura = world.hire("laura.cartas", "gab-cer", "basic")
    keep_last_two(world, EmailGroupsKey(laura.unit))
    return laura


def keeping(who: Person, name: str = "", *addresses: str) -> Ask:
    """A group of a name of its own unless told."""
    body = {
        "name": name or f"Grupo {uuid.uuid4().hex[:8]}",
        "addresses": list(addresses or ("a@jornal.example",)),
    }
    return Ask(who, "POST", "/email-groups", body)


@writes("email_groups.save.save_email_group", "CON-02", entries=0)
def save_email_group(world: World) -> Ask:
    return keeping(writer(world))


@writes("email_groups.delete.delete_email_group", "CON-02", entries=0)
def delete_email_group(world: World) -> Ask:
    laura = writer(world)
    group = world.done(keeping(laura))["id"]
    return Ask(laura, "DELETE", f"/email-groups/{group}")


@reads("email_groups.list.list_email_groups", "CON-02")
def list_email_groups(world: World) -> Ask:
    laura = writer(world)
    world.done(keeping(laura))
    return Ask(laura, "GET", "/email-groups")
