"""Letters numbered while an administrator moves their sequence: no number comes twice (DOC-02)."""

import uuid

from tests.races.crowd import ROUNDS, together
from tests.world.builders import document, drafting, started
from tests.world.scenarios.authoring import adjusting, counting
from tests.world.world import World

FEW = max(ROUNDS // 8, 2)
UNIT = "cgm"


def test_no_number_is_given_twice_while_the_sequence_is_adjusted(world: World):
    clerk = counting(world, UNIT)
    processes = [started(world, clerk) for _ in range(6)]
    given: list[str] = []
    for turn in range(FEW):
        letters = [drafting(clerk, process) for process in processes]
        moves = [adjusting(world, 100 * turn + 50, UNIT), adjusting(world, 100 * turn + 7, UNIT)]
        replies = together([lambda ask=ask: world.send(ask, uuid.uuid4().hex) for ask in (*letters, *moves)])
        for process, reply in zip(processes, replies, strict=False):
            assert reply.status in (201, 409), reply.text
            if reply.status == 201:
                place = (process, reply.json["id"])
                given.append(document(world, place, clerk)["type_number"])
        assert all(reply.status in (200, 409) for reply in replies[len(processes) :])
    assert len(given) > FEW
    assert len(set(given)) == len(given)
