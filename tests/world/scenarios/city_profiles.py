"""Profiles that the city makes: changed, and given to people (ACC-10)."""

import uuid
from collections.abc import Iterable
from typing import Any

from chalicelib.adapters.dynamodb.catalogues import forget
from tests.world.shelves import keep_entry
from tests.world.world import Ask, Person, World

from .administration import administrator, granting, new_user, read_table
from .registry import writes

PROFILES = "/administration/profiles/entries"
#: What somebody needs to look at the inbox and at a process.
READING = ("inbox.read", "process.list", "process.see", "document.see_node", "document.read")


def profile_form(acts: Iterable[str] = READING, name: str = "") -> dict[str, Any]:
    return {"name": name or f"Perfil {uuid.uuid4().hex[:8]}", "description": "Só para ver.", "acts": list(acts)}


def made_profile(world: World, acts: Iterable[str] = READING, name: str = "") -> str:
    """-> the code of a profile that the administration has just made."""
    code = f"perfil-{uuid.uuid4().hex[:8]}"
    body = {"code": code, "values": profile_form(acts, name)}
    world.done(Ask(administrator(world), "POST", PROFILES, body))
    return code


def on_profile(world: World, code: str, revision: int, path: str = "", **values: Any) -> Ask:
    """An act on a profile, seen at this revision."""
    method, body = ("POST", None) if path else ("PUT", {"values": values})
    return Ask(administrator(world), method, f"{PROFILES}/{code}{path}", body, headers={"If_Match": f'"{revision}"'})


def holder(world: World, code: str, unit: str = "semad-rh") -> Person:
    """Somebody who holds this profile of the city's in the unit, and no other."""
    return world.hire(f"perfil.{uuid.uuid4().hex[:8]}", unit, f"city.{code}")


@writes("administration.create_entry.create_entry", "ACC-10")
def create_profile(world: World) -> Ask:
    read_table(world, "profiles")
    body = {"code": keep_entry(world, "profiles", None), "values": profile_form()}
    return Ask(administrator(world), "POST", PROFILES, body)


@writes("administration.change_entry.change_entry", "ACC-10")
def change_profile(world: World) -> Ask:
    code = keep_entry(world, "profiles", profile_form())
    read_table(world, "profiles")
    return on_profile(world, code, 1, acts=["inbox.read"])


@writes("administration.set_grants.set_grants", "ACC-10")
def give_own_profile(world: World) -> Ask:
    code = keep_entry(world, "profiles", profile_form())
    login, revision = new_user(world, {"unit": "semad-rh", "profile": "basic"})
    # Written past the screens, so nobody told the container that its catalogues are old.
    forget()
    read_table(world, "profiles")
    return granting(world, login, revision, {"unit": "semad-rh", "profile": f"city.{code}", "subunits": True})
