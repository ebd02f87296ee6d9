"""Documents in many hands: acknowledged, moved and deleted at once (DOC-17, DOC-18, DOC-20)."""

import uuid

from tests.races.crowd import FEWER, crowd, one_winner, together
from tests.world.builders import filed, signed, started
from tests.world.scenarios.document_life import acknowledging, document_path, moving, restoring, thrown_away
from tests.world.scenarios.tree import letters, ordering, standing
from tests.world.world import Ask, World


def test_one_person_acknowledges_once_however_often_it_is_asked(world: World):
    for _ in range(FEWER):
        place = signed(world)
        one_winner(
            crowd(world, acknowledging(place, world.carlos)), "already_acknowledged", "process_changed"
        )
        kinds = [entry.fact.kind() for entry in world.history(place[0])]
        assert kinds.count("document_acknowledged") == 1
        world.check(place[0])


def test_a_file_moves_to_one_process_or_is_deleted_and_is_never_in_two_places(world: World):
    for _ in range(FEWER):
        place = filed(world)
        others = [started(world) for _ in range(3)]
        asks = [moving(world, place, other) for other in others]
        asks.append(Ask(world.ana, "DELETE", document_path(place), process=place[0]))
        replies = together([lambda ask=ask: world.send(ask, uuid.uuid4().hex) for ask in asks])
        assert sum(reply.status < 300 for reply in replies) == 1, [reply.text for reply in replies]
        held = [world.check(each) for each in (place[0], *others)]
        deleted = replies[-1].status < 300
        assert sum(process.live_documents for process in held if process) == (0 if deleted else 1)


def test_one_of_many_brings_it_back(world: World):
    for _ in range(FEWER):
        place = thrown_away(world)
        replies = crowd(world, restoring(world, place))
        assert sum(reply.status < 300 for reply in replies) == 1
        assert {reply.status for reply in replies} <= {200, 404, 409}
        process = world.check(place[0])
        assert process is not None
        assert process.live_documents == 1


def test_orders_given_at_once_are_each_told_and_the_tree_loses_nothing(world: World):
    """PRO-18: each is applied to what the one before it left, or refused."""
    for _ in range(FEWER):
        process, documents = letters(world, 6)
        asks = [ordering(world.ana, process, (each, documents[0])) for each in documents[1:]]
        replies = together([lambda ask=ask: world.send(ask, uuid.uuid4().hex) for ask in asks])
        assert {reply.status for reply in replies} <= {200, 409}, [reply.text for reply in replies]
        kinds = [entry.fact.kind() for entry in world.history(process)]
        assert kinds.count("tree_reordered") == sum(reply.status == 200 for reply in replies)
        assert sorted(standing(world, world.ana, process)) == sorted(documents)
        world.check(process)
