"""Users registered, blocked and given permissions (ACC-08, ACC-09). Each act has a person of its own."""

import uuid
from typing import Any

from tests.world.world import Ask, Person, World

from .registry import reads, writes

USERS = "/administration/users"
WHY = {"reason": "Afastamento de dois anos"}


def administrator(world: World) -> Person:
    return world.hire("gilda.cadastro", "gab", "administrator")


def user_form(login: str | None = None, **fields: Any) -> dict[str, Any]:
    """The form Novo usuário."""
    made = login or f"novo.{uuid.uuid4().hex[:10]}"
    return {"login": made, "name": "Nilo Novais", "agency": "pmu", "email": "nilo@ubatuba.example", **fields}


def new_user(world: World, *grants: dict[str, Any]) -> tuple[str, int]:
    """-> (login, revision) of a user registered for this act, with these permissions."""
    made = world.done(Ask(administrator(world), "POST", USERS, user_form()))
    if grants:
        made = world.done(granting(world, made["id"], made["revision"], *grants))
    return made["id"], made["revision"]


def granting(world: World, login: str, revision: int, *grants: dict[str, Any]) -> Ask:
    """The dialog Permissões."""
    return act_on(world, login, revision, "PUT", "/grants", {"grants": list(grants)})


def act_on(world: World, login: str, revision: int, method: str, path: str, body: Any) -> Ask:
    seen = {"If_Match": f'"{revision}"'}
    return Ask(administrator(world), method, f"{USERS}/{login}{path}", body, headers=seen)


@writes("administration.create_user.create_user", "ACC-08")
def create_user(world: World) -> Ask:
    return Ask(administrator(world), "POST", USERS, user_form())


@writes("administration.change_user.change_user", "ACC-08")
def change_user(world: World) -> Ask:
    login, revision = new_user(world, {"unit": "semad-rh", "profile": "basic"})
    form = user_form(name="Nilo de Novais", social_name="Nina de Novais")
    del form["login"]
    return act_on(world, login, revision, "PUT", "", form)


@writes("administration.block_user.block_user", "ACC-08")
def block_user(world: World) -> Ask:
    login, revision = new_user(world, {"unit": "semad-rh", "profile": "basic"})
    return act_on(world, login, revision, "POST", "/blocking", WHY)


@writes("administration.unblock_user.unblock_user", "ACC-08")
def unblock_user(world: World) -> Ask:
    made = world.done(block_user(world))
    return act_on(world, made["id"], made["revision"], "POST", "/unblocking", WHY)


@writes("administration.set_grants.set_grants", "ACC-09")
def set_grants(world: World) -> Ask:
    login, revision = new_user(world, {"unit": "semad-rh", "profile": "basic"})
    stand_in = {
        "unit": "gab",
        "profile": "basic",
        "valid_from": "2026-12-01",
        "valid_until": "2026-12-31",
        "standing_in_for": "helena.prado",
    }
    wide = {"unit": "*", "profile": "auditor"}
    return granting(world, login, revision, {"unit": "pgm", "profile": "basic", "subunits": True}, stand_in, wide)


@reads("administration.search_users.search_users", "ACC-08")
def search_users(world: World) -> Ask:
    return Ask(administrator(world), "GET", f"{USERS}?unit=gab-cer")


@reads("administration.read_user.read_user", "ACC-08")
def read_user(world: World) -> Ask:
    return Ask(administrator(world), "GET", f"{USERS}/helena.prado")


@reads("administration.read_changes.read_changes", "ACC-08")
def read_changes(world: World) -> Ask:
    made = world.done(block_user(world))
    return Ask(administrator(world), "GET", f"/administration/changes?table=users&code={made['id']}")


@reads("administration.read_powers.read_powers", "ACC-10")
def read_powers(world: World) -> Ask:
    return Ask(administrator(world), "GET", "/administration/powers")
