"""What a unit keeps as one aggregate, cut short: what a page costs must not depend on who ran before."""

import json
import time
from dataclasses import replace
from typing import Any

from chalicelib.adapters.dynamodb import keys
from chalicelib.adapters.dynamodb.items import MainItem
from chalicelib.adapters.dynamodb.kept import item
from chalicelib.application.references import BlockGroupsKey, EmailGroupsKey, SendingGroupsKey
from tests.world.wire import untapped
from tests.world.world import World

#: As many situations as a suite has under way at once.
KEPT = 6


def keep_last_two(world: World, key: BlockGroupsKey | EmailGroupsKey | SendingGroupsKey) -> None:
    """No more than two groups stay there."""
    with untapped():
        (kept,) = world.installed.place.ports(world.tenant).reader.get(key)
        if kept:
            item(world.tenant, replace(kept, groups=kept.groups[-2:])).save()


def keep_entry(world: World, table: str, values: dict[str, Any] | None) -> str:
    """-> the code of a new entry of a catalogue, which is there when it has ``values``; older ones go."""
    code = f"ensaio-{time.time_ns()}"
    with untapped():
        partition = keys.catalogue(world.tenant, table)
        made = list(MainItem.query(partition, MainItem.sk.startswith(keys.new_place("ensaio-"))))
        for item in made[:-KEPT]:
            item.delete()
        if values is not None:
            place = keys.catalogue_entry(world.tenant, table, keys.new_place(code))
            MainItem(*place, n=1, body=json.dumps({"code": code, **values})).save()
    return code
