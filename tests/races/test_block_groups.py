"""Many who give one name to a group of blocks, and a block that enters a group as it is deleted (BLO-04)."""

import uuid

from tests.races.crowd import THREADS, crowd, one_named, together
from tests.world.scenarios.block_groups import arranger, naming
from tests.world.world import Ask, World

TURNS = 3


def test_of_many_who_give_one_name_exactly_one_makes_the_group(world: World):
    for _ in range(TURNS):
        one_named(world, naming(arranger(world), f"Grupo {uuid.uuid4().hex[:8]}"))


def test_group_counts_every_block_that_many_put_in_it_at_once(world: World):
    vera = arranger(world)
    group = world.done(naming(vera))["id"]
    body = {"kind": "internal", "description": "Pauta", "group": group}
    made = [reply for reply in crowd(world, Ask(vera, "POST", "/blocks", body)) if reply.status == 201]
    kept = world.done(Ask(vera, "GET", "/block-groups"))["items"]
    assert made
    assert [one["blocks"] for one in kept if one["id"] == group] == [len(made)]


def test_group_is_deleted_or_takes_a_block_but_never_both(world: World):
    for _ in range(TURNS):
        vera = arranger(world)
        group = world.done(naming(vera))["id"]
        body = {"kind": "internal", "description": "Pauta", "group": group}
        entering = Ask(vera, "POST", "/blocks", body)
        leaving = Ask(vera, "DELETE", f"/block-groups/{group}", headers={"If_Match": '"1"'})
        asks = [leaving, entering] * (THREADS // 4)
        replies = together([lambda ask=ask: world.send(ask, uuid.uuid4().hex) for ask in asks])
        deleted = any(reply.status == 204 for reply in replies[::2])
        assert deleted != any(reply.status == 201 for reply in replies[1::2])
        refused = {reply.json["code"] for reply in replies if reply.status >= 400}
        assert refused <= {"group_not_empty", "group_not_found", "invalid_request", "process_changed"}
