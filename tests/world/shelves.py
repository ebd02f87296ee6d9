"""What a unit keeps as one aggregate, cut short: what a page costs must not depend on who ran before."""

from dataclasses import replace

from chalicelib.adapters.dynamodb.kept import item
from chalicelib.application.references import BlockGroupsKey, EmailGroupsKey, SendingGroupsKey
from tests.world.wire import untapped
from tests.world.world import World


def keep_last_two(world: World, key: BlockGroupsKey | EmailGroupsKey | SendingGroupsKey) -> None:
    """No more than two groups stay there."""
    with untapped():
        (kept,) = world.installed.place.ports(world.tenant).reader.get(key)
        if kept:
            item(world.tenant, replace(kept, groups=kept.groups[-2:])).save()
