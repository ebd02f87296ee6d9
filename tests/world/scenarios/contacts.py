"""Contacts (PRO-10)."""

from tests.world.world import Ask, World

from .registry import writes


@writes("contacts.create.create_contact", "PRO-10", entries=0)
def create_contact(world: World) -> Ask:
    return Ask(world.ana, "POST", "/contacts", {"name": "Iracema dos Anjos", "kind": "person"})
