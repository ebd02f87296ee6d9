"""The register by spreadsheet: told, ordered, written row by row, and out again (issue 5 §6, §7)."""

import base64
import uuid
from collections.abc import Callable
from typing import Any

from chalicelib.application.administration.import_user import import_user as write_user
from chalicelib.application.transaction import Operation
from chalicelib.domain.access import Profile
from chalicelib.domain.identity import Actor, Grant
from chalicelib.domain.organisation import Person as Named
from chalicelib.domain.organisation import UnitName
from tests.world.world import Ask, Person, World

from .administration import administrator
from .registry import reads, writes

IMPORTS = "/administration/imports"


def in_base64(*lines: str) -> dict[str, str]:
    """The file of a form."""
    return {"file": base64.b64encode("\n".join(lines).encode()).decode()}


def users_sheet(login: str | None = None) -> dict[str, str]:
    """Two users, one with a permission."""
    made = login or f"novo.{uuid.uuid4().hex[:10]}"
    heading = "Usuário;Nome civil;Órgão;Unidade;Perfil"
    return in_base64(heading, f"{made};Nilo Novais;PMU;GAB;Básico", f"{made}.2;Ruy Reis;PMU;;")


def importing(world: World, path: str, form: dict[str, Any]) -> Ask:
    """The sheet as an administrator sends it."""
    return Ask(administrator(world), "POST", f"{IMPORTS}/{path}", form)


@writes("spreadsheets.order_import.order_import", "ACC-08")
def order_import(world: World) -> Ask:
    return importing(world, "users", users_sheet())


@reads("spreadsheets.check_import.check_import", "ACC-08")
def check_import(world: World) -> Ask:
    return importing(world, "users/check", users_sheet())


@reads("spreadsheets.export_table.export_table", "ACC-05")
def export_table(world: World) -> Ask:
    world.done(Ask(administrator(world), "GET", "/administration/tables/units/entries"))
    return Ask(administrator(world), "GET", "/administration/exports/units?format=csv")


@writes("administration.import_user.import_user", "ACC-08", "ACC-09")
def import_user(world: World) -> Ask:
    who, login = administrator(world), f"novo.{uuid.uuid4().hex[:10]}"
    given = {"name": "Nilo Novais", "agency": "pmu", "email": "nilo@ubatuba.example"}
    return Ask(who, "EVENT", "a row of an import", act=row_of(world, who, login, given, [Grant("gab", "basic")]))


def row_of(
    world: World, who: Person, login: str, given: dict[str, str], grants: list[Grant]
) -> Callable[[], bool]:
    """What a worker does with one row; after a failure it asks again with the same operation."""
    unit = UnitName(who.unit, who.unit)
    actor = Actor(world.tenant, Named(who.login, who.login), unit, "pmu", frozenset({Profile.ADMINISTRATOR.value}))
    operation = Operation(who.login, f"job-{uuid.uuid4().hex}", "d")

    def do() -> bool:
        ports = world.installed.place.ports(world.tenant)
        write_user(ports, actor, operation, login, given, grants, invite=True)
        return True

    return do
