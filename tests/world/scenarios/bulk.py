"""The same act on many processes."""

from tests.world.builders import received
from tests.world.world import Ask, World

from .registry import writes


@writes("bulk.order.order_bulk_act", "TRA-07", "PRO-01", entries=0)
def order_bulk_act(world: World) -> Ask:
    processes = [received(world), received(world)]
    body = {"act": "assign", "processes": processes, "form": {"user": "diego.alves"}}
    return Ask(world.marina, "POST", "/bulk-acts", body)
