"""Operators at work: what they ask of the function that only AWS lets them call (issue 5 §7)."""

import uuid
from collections.abc import Sequence
from typing import Any

from chalicelib.adapters.dynamodb.addresses import list_tenant
from chalicelib.events.operating import handle_operating
from chalicelib.operators_background import operating

from .installed import Installed
from .wire import untapped
from .world import World

BY = "arn:aws:sts::000000000000:assumed-role/operacao/rita"


def operate(installed: Installed, verb: str, tenant: str = "", key: str | None = None, **more: Any) -> dict[str, Any]:
    """The function's answer; the list stays warm, as in a container of the API, which never hears of the act."""
    asked = {"verb": verb, "by": BY, "key": key or uuid.uuid4().hex, **more}
    answer = handle_operating(asked | ({"tenant": tenant} if tenant else {}), operating(installed.place))
    with untapped():
        installed.place.address_book()
    return answer


def reached_at(world: World, addresses: Sequence[str]) -> None:
    """From now on the world's tenant is reached there."""
    answer = operate(world.installed, "addresses", world.tenant, addresses=list(addresses))
    assert answer["status"] == 200, answer


def new_tenant(installed: Installed) -> str:
    """A tenant that is on the list, with nothing in it."""
    tenant = f"o{uuid.uuid4().hex[:12]}"
    with untapped():
        list_tenant(tenant)
        installed.place.address_book()
    return tenant
