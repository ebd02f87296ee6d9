"""The same act on many processes."""

from tests.world.builders import received, started
from tests.world.jobs import ordering, worked
from tests.world.world import Ask, World

from .registry import writes


@writes("bulk.order.order_bulk_act", "TRA-07", "PRO-01", entries=0)
def order_bulk_act(world: World) -> Ask:
    processes = [received(world), received(world)]
    return ordering(world.marina, "assign", processes, user="diego.alves")


@writes("bulk.retry.retry_bulk_act", "TRA-07", "PRO-01", entries=0)
def retry_bulk_act(world: World) -> Ask:
    order = ordering(world.marina, "assign", [received(world), started(world)], user="diego.alves")
    job = world.done(order)["job"]
    worked(world, world.marina, job)
    return Ask(world.marina, "POST", f"/jobs/{job}/retrials", {})
