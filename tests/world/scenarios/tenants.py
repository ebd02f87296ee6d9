"""Operators say where a tenant is reached, suspend it and resume it (issue 5 §7)."""

import uuid
from typing import Any

from tests.world.operators import new_tenant, operate
from tests.world.world import NOBODY, Ask, World

from .registry import writes


def asked(world: World, verb: str, tenant: str, **more: Any) -> Ask:
    """One call of the function; repeated, it is the same call."""
    key = uuid.uuid4().hex

    def act() -> dict[str, Any]:
        answer = operate(world.installed, verb, tenant, key, **more)
        assert answer["status"] == 200, answer
        # Without the names, which are each tenant's own.
        return {"addresses": len(answer["body"]["addresses"]), "suspended": answer["body"]["suspended"]}

    return Ask(NOBODY, "EVENT", f"{verb} by an operator", act=act)


@writes("tenants.set_addresses.set_addresses", "ACC-05")
def set_tenant_addresses(world: World) -> Ask:
    tenant, host = new_tenant(world.installed), f"{uuid.uuid4().hex}.example"
    operate(world.installed, "addresses", tenant, addresses=[host, f"{host}/antigo"])
    return asked(world, "addresses", tenant, addresses=[f"{host}/treinamento", host])


@writes("tenants.suspend_tenant.suspend_tenant", "ACC-05")
def suspend_tenant(world: World) -> Ask:
    return asked(world, "suspend", new_tenant(world.installed), reason="Fim do contrato")


@writes("tenants.resume_tenant.resume_tenant", "ACC-05")
def resume_tenant(world: World) -> Ask:
    tenant = new_tenant(world.installed)
    operate(world.installed, "suspend", tenant, reason="Fim do contrato")
    return asked(world, "resume", tenant)
