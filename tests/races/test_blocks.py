"""Blocks in many hands at once (R1): shared and taken back, signed and taken back, filled (BLO-01, BLO-02)."""

import uuid

from tests.races.crowd import FEWER, ROUNDS, THREADS, crowd, one_winner, together
from tests.world.builders import drafted, saving, signing
from tests.world.scenarios.blocks import asking, block, filled, putting, shared
from tests.world.world import Ask, Reply, World


def both(world: World, first: Ask, second: Ask) -> list[Reply]:
    """The two requests at the same moment."""
    return together([lambda: world.send(first), lambda: world.send(second)])


def entries(world: World, process: str, kind: str) -> int:
    return sum(entry.fact.kind() == kind for entry in world.history(process))


def test_of_many_who_share_a_block_one_does(world: World):
    for _ in range(FEWER):
        made = filled(world)
        one_winner(crowd(world, asking(world, made, "sharing", {})), "block_shared", "process_changed")
        world.check(made[1])
        assert entries(world, made[1], "block_shared") == 1


def test_shared_and_taken_back_at_once_ends_in_one_of_both_and_tells_all_that_happened(world: World):
    for _ in range(FEWER):
        made = shared(world)
        back = asking(world, made, "sharing", method="DELETE")
        give = asking(world, made, "return", {}, world.marina)
        replies = together(
            [lambda a=a: world.send(a, uuid.uuid4().hex) for a in [back, give] * (THREADS // 2)]
        )
        won = [reply for reply in replies if reply.status < 300]
        assert len(won) == 1, [reply.text for reply in replies][:4]
        world.check(made[1])
        told = entries(world, made[1], "block_sharing_cancelled") + entries(world, made[1], "block_returned")
        assert told == 1


def test_block_shared_by_many_while_others_take_it_back_tells_exactly_what_happened(world: World):
    """BLO-01, BLO-02: each sharing and each cancellation that was done has its entry, in turn, and no other."""
    for _ in range(ROUNDS):
        made = filled(world)
        give, back = asking(world, made, "sharing", {}), asking(world, made, "sharing", method="DELETE")
        asks = [give, back] * (THREADS // 2)
        replies = together([lambda a=a: world.send(a, uuid.uuid4().hex) for a in asks])
        refused = {reply.json["code"] for reply in replies if reply.status >= 300}
        assert refused <= {"block_shared", "block_not_shared", "process_changed"}, refused
        kinds = [entry.fact.kind() for entry in world.history(made[1])]
        told = [kind for kind in kinds if kind in ("block_shared", "block_sharing_cancelled")]
        assert set(told[0::2]) <= {"block_shared"}
        assert set(told[1::2]) <= {"block_sharing_cancelled"}
        won = [ask.method for ask, reply in zip(asks, replies, strict=True) if reply.status < 300]
        assert won.count("POST") == told.count("block_shared") >= 1
        assert won.count("DELETE") == told.count("block_sharing_cancelled")
        world.check(made[1])


def test_document_is_signed_in_the_block_or_taken_back_before_and_never_signed_after(world: World):
    for _ in range(FEWER):
        made = shared(world)
        sign = signing(world, (made[1], made[2]), world.marina)
        back = asking(world, made, "sharing", method="DELETE")
        replies = both(world, sign, back)
        assert replies[1].status < 300
        world.check(made[1])
        kinds = [entry.fact.kind() for entry in world.history(made[1])]
        if replies[0].status < 300:
            assert kinds.index("document_signed") < kinds.index("block_sharing_cancelled")
        else:
            assert "document_signed" not in kinds


def test_text_is_saved_in_the_block_or_the_block_was_taken_back(world: World):
    for _ in range(FEWER):
        made = shared(world)
        save = saving(world, (made[1], made[2]), who=world.marina)
        back = asking(world, made, "sharing", method="DELETE")
        replies = both(world, save, back)
        assert replies[1].status < 300
        assert replies[0].status in (200, 403, 404, 409), replies[0].text
        world.check(made[1])


def test_many_documents_put_in_one_block_at_once_are_all_there_or_refused(world: World):
    made = block(world)
    asks = [putting(world, made, *drafted(world)) for _ in range(8)]

    def send(ask: Ask) -> Reply:
        return world.send(ask, uuid.uuid4().hex)

    replies = together([lambda ask=ask: send(ask) for ask in asks])
    inside = {item["id"] for item in world.call(world.ana, "GET", f"/blocks/{made}").json["items"]}
    for ask, reply in zip(asks, replies, strict=True):
        assert reply.status == 201 or (reply.status, reply.json["code"]) == (409, "process_changed")
        assert (ask.body["document"] in inside) == (reply.status == 201)
