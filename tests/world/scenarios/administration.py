"""Users registered, blocked and given permissions, and entries of a catalogue (ACC-08, ACC-09, ACC-15, PRO-09)."""

import uuid
from collections.abc import Callable
from typing import Any

from chalicelib.application.administration.give_copied import give_copied as give
from chalicelib.application.transaction import Operation
from chalicelib.domain.identity import Actor, Grant
from chalicelib.domain.organisation import Person as Named
from chalicelib.domain.organisation import UnitName
from tests.world.shelves import keep_entry
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


def copying(world: World, source: str, target: str, path: str = "") -> Ask:
    """The dialog Copiar permissões entre unidades."""
    form = {"source": source, "target": target}
    return Ask(administrator(world), "POST", f"/administration/unit-grants{path}", form)


@writes("administration.copy_unit_grants.copy_unit_grants", "ACC-09")
def copy_unit_grants(world: World) -> Ask:
    world.hire("iris.segura", "semad-sst", "basic")
    return copying(world, "semad-sst", "pgm")


def copy_of(world: World, login: str) -> Callable[[], bool]:
    """What a worker does with one person of a copy from SEMAD/SST to PGM; again with the same operation."""
    who = administrator(world)
    actor = Actor(
        world.tenant, Named(who.login, who.login), UnitName(who.unit, who.unit), "pmu", frozenset({"administrator"})
    )
    operation = Operation(who.login, f"job-{uuid.uuid4().hex}", "d")

    def do() -> bool:
        ports = world.installed.place.ports(world.tenant)
        give(ports, actor, operation, login, "semad-sst", "pgm", [Grant("pgm", "basic")])
        return True

    return do


@writes("administration.give_copied.give_copied", "ACC-09")
def give_copied(world: World) -> Ask:
    login, _ = new_user(world, {"unit": "semad-sst", "profile": "basic"})
    return Ask(administrator(world), "EVENT", "a person of a copy", act=copy_of(world, login))


# The catalogues (ACC-05 to ACC-16, PRO-04, PRO-09)

TABLE = "/administration/tables/priorities/entries"


def read_table(world: World, name: str = "priorities") -> Any:
    """The table as the screen reads it; the catalogues it names are warm from then on."""
    return world.done(Ask(administrator(world), "GET", f"/administration/tables/{name}/entries"))


def on_new_entry(world: World, path: str = "", body: Any = None, active: bool = True) -> Ask:
    """An act on an entry of its own."""
    code = keep_entry(world, "priorities", {"name": "Pessoa em situação de rua", "active": active})
    read_table(world)
    method = "POST" if path else "PUT"
    return Ask(administrator(world), method, f"{TABLE}/{code}{path}", body, headers={"If_Match": '"1"'})


@writes("administration.create_entry.create_entry", "ACC-15")
def create_entry(world: World) -> Ask:
    read_table(world)
    code = keep_entry(world, "priorities", None)
    body = {"code": code, "values": {"name": "Pessoa em situação de rua", "law": "Lei nº 14.821/2024"}}
    return Ask(administrator(world), "POST", TABLE, body)


@writes("administration.change_entry.change_entry", "PRO-09")
def change_entry(world: World) -> Ask:
    return on_new_entry(world, body={"values": {"law": "Lei nº 14.821/2024"}})


@writes("administration.deactivate_entry.deactivate_entry", "PRO-09")
def deactivate_entry(world: World) -> Ask:
    return on_new_entry(world, "/deactivation")


@writes("administration.reactivate_entry.reactivate_entry", "PRO-09")
def reactivate_entry(world: World) -> Ask:
    return on_new_entry(world, "/reactivation", active=False)


@reads("administration.list_entries.list_entries", "PRO-04")
def list_entries(world: World) -> Ask:
    read_table(world, "holidays")
    return Ask(administrator(world), "GET", "/administration/tables/holidays/entries")
