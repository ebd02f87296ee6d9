"""A city's training environment begins, is reset, and is replaced by the one that was filled (issue 5 §7)."""

import uuid
from typing import Any

from chalicelib.application.tenants.begin_training import begin_training
from chalicelib.application.tenants.replace_training import replace_training
from chalicelib.application.transaction import Operation
from chalicelib.operators_background import operating
from tests.world.training import begun, new_city, small_kit
from tests.world.wire import untapped
from tests.world.world import NOBODY, Ask, World

from .registry import writes
from .tenants import asked


def standing(world: World) -> str:
    """A training environment that is there; what it is filled with is no matter here."""
    first = begun(world.installed, new_city(), small_kit(world.installed))
    with untapped():
        made = replace_training(operating(world.installed.place), Operation("t", f"first-{first}", first), first)
    return str(made["tenant"])


def without_names(reply: Any) -> dict[str, Any]:
    """What is told of a tenant but its names, which each has of its own."""
    return {**reply, "tenant": str(reply["tenant"]).rpartition(".")[2], "addresses": len(reply["addresses"])}


@writes("tenants.begin_training.begin_training", "ACC-05")
def begin_city_training(world: World) -> Ask:
    city, key = new_city(), uuid.uuid4().hex

    def act() -> dict[str, Any]:
        outside = operating(world.installed.place)
        return without_names(begin_training(outside, Operation("t", key, key), city, "k", [f"*/{city}"]))

    return Ask(NOBODY, "EVENT", "begin a training environment", act=act)


@writes("tenants.reset_training.reset_training", "ACC-05")
def reset_training_environment(world: World) -> Ask:
    return asked(world, "reset", standing(world))


@writes("tenants.replace_training.replace_training", "ACC-05")
def replace_training_environment(world: World) -> Ask:
    first, key = begun(world.installed, new_city(), small_kit(world.installed)), uuid.uuid4().hex

    def act() -> dict[str, Any]:
        return without_names(replace_training(operating(world.installed.place), Operation("t", key, key), first))

    return Ask(NOBODY, "EVENT", "let a training environment take the place of another", act=act)
