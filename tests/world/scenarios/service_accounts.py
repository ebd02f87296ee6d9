"""Systems that act by the API: registered, given keys, at work, and out of it (ACC-09, INT-01)."""

import secrets
import uuid
from datetime import timedelta
from typing import Any

from tests.world.builders import process_form
from tests.world.world import Ask, Person, World

from .administration import administrator
from .registry import reads, writes

SERVICES = "/administration/services"
WHY = {"reason": "Contrato encerrado"}
#: What a system of these tests is given, unless told otherwise.
GIVEN = ["process.start", "process.see", "inbox.read", "process.send"]


def service_form(code: str | None = None, **fields: Any) -> dict[str, Any]:
    """The form Novo sistema."""
    return {
        "code": code or f"portal-{uuid.uuid4().hex[:10]}",
        "name": "Portal do Cidadão",
        "contact": "Equipe do portal, ramal 4021",
        "purpose": "Abrir processos pedidos no portal",
        "operations": GIVEN,
        "units": ["semad-prot"],
        **fields,
    }


def new_service(world: World, **fields: Any) -> str:
    """-> the code of a system registered for this act."""
    return str(world.done(Ask(administrator(world), "POST", SERVICES, service_form(**fields)))["id"])


def expiry(world: World, days: int = 90) -> str:
    return (world.clock().astimezone(world.zone).date() + timedelta(days)).isoformat()


def making_key(world: World, code: str, days: int = 90) -> Ask:
    """The dialog Criar chave."""
    body = {"expires_on": expiry(world, days), "seed": secrets.token_urlsafe(32)}
    return Ask(administrator(world), "POST", f"{SERVICES}/{code}/keys", body)


def read(world: World, code: str) -> Any:
    return world.done(Ask(administrator(world), "GET", f"{SERVICES}/{code}"))


def system(world: World, **fields: Any) -> Person:
    """A system with a key, at work."""
    code = new_service(world, **fields)
    made = world.done(making_key(world, code))
    return Person(f"SISTEMA.{code}", fields.get("units", ["semad-prot"])[0], made["key"])


def on_service(world: World, path: str, method: str = "POST", body: Any = None, code: str | None = None) -> Ask:
    """An act on a system as it is now."""
    named = code or new_service(world)
    seen = {"If_Match": f'"{read(world, named)["revision"]}"'}
    return Ask(administrator(world), method, f"{SERVICES}/{named}{path}", body, headers=seen)


@writes("service_accounts.register.register_service", "ACC-09", "INT-01")
def register_service(world: World) -> Ask:
    return Ask(administrator(world), "POST", SERVICES, service_form(networks=["200.145.0.0/16", "2801:80::/28"]))


@writes("service_accounts.change.change_service", "ACC-09", "INT-01")
def change_service(world: World) -> Ask:
    form = service_form(name="Portal novo")
    del form["code"]
    return on_service(world, "", "PUT", form)


@writes("service_accounts.deactivate.deactivate_service", "ACC-09", "INT-01")
def deactivate_service(world: World) -> Ask:
    return on_service(world, "/deactivation", body=WHY)


@writes("service_accounts.reactivate.reactivate_service", "ACC-09", "INT-01")
def reactivate_service(world: World) -> Ask:
    made = world.done(deactivate_service(world))
    return on_service(world, "/reactivation", body=WHY, code=made["id"])


@writes("service_accounts.make_key.make_key", "ACC-09", "INT-01")
def make_key(world: World) -> Ask:
    return making_key(world, new_service(world))


@writes("service_accounts.revoke_key.revoke_key", "ACC-09", "INT-01")
def revoke_key(world: World) -> Ask:
    code = new_service(world)
    made = world.done(making_key(world, code))
    return Ask(administrator(world), "DELETE", f"{SERVICES}/{code}/keys/{made['id']}")


@reads("service_accounts.list.list_services", "ACC-09", "INT-01")
def list_services(world: World) -> Ask:
    new_service(world)
    return Ask(administrator(world), "GET", SERVICES)


@reads("service_accounts.read.read_service", "ACC-09", "INT-01")
def read_service(world: World) -> Ask:
    code = new_service(world)
    world.done(making_key(world, code))
    return Ask(administrator(world), "GET", f"{SERVICES}/{code}")


@writes("processes.start.start_process", "INT-01", "PRO-02", entries=1)
def a_system_starts_a_process(world: World) -> Ask:
    who = system(world)
    # Its key was used today already: what is counted is what every request costs but the first of a day.
    world.done(Ask(who, "GET", "/inbox"))
    return Ask(who, "POST", "/processes", process_form())
