"""Many hands on one step (R1; issue 4 §7): it is decided once, and the process goes one way."""

import uuid
from collections import Counter

from tests.races.crowd import FEWER, crowd, one_winner, together
from tests.world.builders import started
from tests.world.following import (
    ALONE,
    asking,
    cabinet,
    chief,
    completing,
    followed,
    publish,
    published_apart,
    side_by_side,
    starting,
    to_be_answered,
    withdrawing,
)
from tests.world.world import Ask, World


def kinds(world: World, process: str) -> Counter[str]:
    return Counter(entry.fact.kind() for entry in world.history(process))


def test_two_people_who_decide_the_same_step_differently_leave_one_decision(world: World):
    for _ in range(FEWER):
        process = to_be_answered(world)
        asks = [completing(who, process, "3", way) for who in (world.ana, world.carlos) for way in (0, 1)] * 8
        one_winner(
            together([lambda ask=ask: world.send(ask) for ask in asks]),
            "step_already_done", "process_changed", "flow_not_running",
        )  # fmt: skip
        assert kinds(world, process)["flow_step_completed"] == 4
        world.check(process)


def test_crowd_that_completes_a_step_completes_it_once(world: World):
    process = followed(world)
    one_winner(
        crowd(world, completing(world.ana, process, "1")),
        "step_already_done", "process_changed", "process_not_open_here",
    )  # fmt: skip
    assert kinds(world, process)["process_sent"] == 2
    world.check(process)


def test_branches_that_end_at_once_join_once(world: World):
    for _ in range(FEWER):
        process = side_by_side(world)
        asks = [completing(world.marina, process, "2.0.1"), completing(cabinet(world), process, "2.1.1")]
        replies = together([lambda ask=ask: world.send(ask) for ask in asks])
        while any(reply.status >= 300 for reply in replies):
            replies = [world.send(ask) for ask, reply in zip(asks, replies, strict=True) if reply.status >= 300]
        told = kinds(world, process)
        assert (told["flow_step_completed"], told["process_sent"]) == (3, 3), "back to who answers, once"
        world.check(process)


def test_flow_started_by_many_is_started_once(world: World):
    publish(world)
    process = started(world)
    one_winner(crowd(world, starting(world, process)), "flow_already_running", "process_changed")
    assert kinds(world, process)["flow_started"] == 1
    world.check(process)


def test_step_done_while_the_flow_is_cancelled_goes_one_way(world: World):
    for _ in range(FEWER):
        process = followed(world)
        asks = [
            completing(world.ana, process, "1"),
            asking(world.carlos, process, "cancellation", {"reason": "Pedido retirado"}),
        ] * 8
        replies = together([lambda ask=ask: world.send(ask) for ask in asks])
        won = [ask.path.rpartition("/")[2] for ask, reply in zip(asks, replies, strict=True) if reply.status < 300]
        assert sorted(won) in (["cancellation"], ["completion"]), won
        world.check(process)


def test_versions_published_at_once_follow_one_another_without_a_gap(world: World):
    publish(world)
    who = chief(world)
    before = {one["code"]: one["version"] for one in world.call(who, "GET", "/flows").json["items"]}["balcao"]
    texts = [f"# {number} {uuid.uuid4().hex}\n{ALONE}" for number in range(6)]
    replies = together([lambda text=text: world.call(who, "POST", "/flows", {"text": text}) for text in texts])
    made = [reply.json["version"] for reply in replies if reply.status < 300]
    assert sorted(made) == list(range(before + 1, before + 1 + len(made)))
    assert made
    publish(world)


def test_of_many_who_withdraw_a_flow_one_does_and_a_publication_beside_it_is_not_lost(world: World):
    for _ in range(FEWER):
        code = published_apart(world)
        one_winner(crowd(world, withdrawing(world, code)), "flow_withdrawn", "process_changed")
        (kept,) = [one for one in world.done(Ask(chief(world), "GET", "/flows"))["items"] if one["code"] == code]
        assert kept["withdrawn"]
        text = f"# {uuid.uuid4().hex}\n{kept['text']}"
        asks = [Ask(chief(world), "POST", "/flows", {"text": text}), withdrawing(world, code, version=2)]
        given, taken = together([lambda ask=ask: world.send(ask, uuid.uuid4().hex) for ask in asks])
        assert given.status == 201, given.text
        (kept,) = [one for one in world.done(Ask(chief(world), "GET", "/flows"))["items"] if one["code"] == code]
        assert (kept["version"], kept["withdrawn"] is not None) == (2, taken.status < 300)
