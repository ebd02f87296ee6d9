"""Acervo de sigilosos: seeing it, giving access back, and cancelling what is of no use any more (SIG-08)."""

from tests.world.confidential import granted, secret, shared
from tests.world.holding import abandoned, activating, cancelling, keeper, lines
from tests.world.world import Ask, Person, World

from .registry import reads, writes


def of_one_line(world: World) -> Person:
    """The keeper of a unit where one credential is held, however many scenarios there were before."""
    who = keeper(world, "sms-vig")
    if not lines(world, who):
        granted(world, secret(world), world.person("beatriz.toledo", "sms-vig"), opened=False)
    return who


@reads("holdings.list.list_holdings", "SIG-08")
def list_holdings(world: World) -> Ask:
    return Ask(of_one_line(world), "GET", "/holdings/unit")


@reads("holdings.export.export_holdings", "SIG-08")
def export_holdings(world: World) -> Ask:
    return Ask(of_one_line(world), "GET", "/holdings/unit/export")


@writes("holdings.activate.activate_credentials", "SIG-08", entries=1, elsewhere=1)
def activate_credentials(world: World) -> Ask:
    """Two at once, for the same person."""
    return activating(keeper(world), "diego.alves", "semad-rh", shared(world), shared(world))


@writes("holdings.cancel.cancel_credentials", "SIG-08", entries=1, elsewhere=1)
def cancel_credentials(world: World) -> Ask:
    """Somebody who held two was moved to another unit."""
    processes = secret(world), secret(world)
    abandoned(world, "rita.moura", *processes)
    return cancelling(keeper(world), *((each, "rita.moura", "semad-rh") for each in processes))
