"""Many who give the same name to a group, and who change one at once (CON-02)."""

import uuid

from tests.races.crowd import crowd, one_named, one_winner
from tests.world.scenarios.sending_groups import change_sending_group, grouping, keeper
from tests.world.world import World

TURNS = 3


def test_of_many_who_give_one_name_exactly_one_makes_the_group(world: World):
    for _ in range(TURNS):
        one_named(world, grouping(keeper(world), f"Grupo {uuid.uuid4().hex[:8]}"))


def test_of_many_who_change_a_group_exactly_one_does(world: World):
    for _ in range(TURNS):
        one_winner(crowd(world, change_sending_group(world)), "group_changed", "process_changed")
