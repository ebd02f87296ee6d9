"""Acts over two processes, and acts that take back, in many hands at once (R1; PRO-13, PRO-16, PRO-17, PRO-24, TRA-01):
whoever wins, both processes are whole and their histories tell only what happened."""

from collections import Counter

import pytest

from tests.races.crowd import FEWER, ROUNDS, THREADS, crowd, one_winner, together
from tests.world.builders import receiving, sending, sent, started
from tests.world.scenarios.ties import acting, annexable, annexing, relating, suspended, suspending
from tests.world.world import Ask, Reply, World

LOST = {
    "process_changed",
    "process_annexed",
    "process_suspended",
    "process_not_open_here",
    "process_not_open_in_unit",
}


def race(world: World, *asks: Ask, copies: int = 8) -> list[tuple[Ask, Reply]]:
    """Each request sent by ``copies`` people at the same moment."""
    many = [ask for ask in asks for _ in range(copies)]
    return list(zip(many, together([lambda ask=ask: world.send(ask) for ask in many]), strict=True))


def done(answers: list[tuple[Ask, Reply]]) -> list[str]:
    """The last word of the path of each act that was done."""
    return [ask.path.rpartition("/")[2] for ask, reply in answers if reply.status < 300]


def kinds(world: World, process: str) -> Counter[str]:
    return Counter(entry.fact.kind() for entry in world.history(process))


def test_process_annexed_and_sent_at_once_goes_one_way(world: World):
    for _ in range(ROUNDS):
        main, other = started(world), annexable(world)
        answers = race(world, annexing(world, main, other), sending(world, other), copies=THREADS // 2)
        assert len(done(answers)) == 1, [reply.text for _, reply in answers][:6]
        for process in (main, other):
            world.check(process)
        told = kinds(world, other)
        assert told["annexed_to_process"] + told["process_sent"] == 1
        assert kinds(world, main)["process_annexed"] == told["annexed_to_process"]


def test_process_sent_to_two_units_at_once_goes_to_one(world: World):
    """TRA-01: whoever sends second no longer has it."""
    for _ in range(ROUNDS):
        process = started(world)
        answers = race(world, sending(world, process), sending(world, process, "gab"), copies=THREADS // 2)
        assert len(done(answers)) == 1
        assert {reply.json["code"] for _, reply in answers if reply.status >= 300} <= LOST
        found = world.check(process)
        assert found
        assert len(found.open_units) == 1
        assert kinds(world, process)["process_sent"] == 1


def test_process_sent_and_concluded_at_once_is_sent_or_concluded(world: World):
    """TRA-01, TRA-04: never both, never neither."""
    for _ in range(ROUNDS):
        process = started(world)
        conclude = acting(world.ana, process, "conclusion")
        answers = race(world, sending(world, process), conclude, copies=THREADS // 2)
        (won,) = done(answers)
        assert {reply.json["code"] for _, reply in answers if reply.status >= 300} <= LOST
        found = world.check(process)
        assert found
        assert found.open_units == ({"semad-rh"} if won == "routings" else set())
        told = kinds(world, process)
        assert (told["process_sent"], told["process_concluded"]) == ((1, 0) if won == "routings" else (0, 1))


def test_process_annexed_to_two_at_once_is_part_of_one(world: World):
    for _ in range(FEWER):
        one, two, other = started(world), started(world), annexable(world)
        answers = race(world, annexing(world, one, other), annexing(world, two, other))
        assert len(done(answers)) == 1
        annexes = [kinds(world, main)["process_annexed"] for main in (one, two)]
        assert sorted(annexes) == [0, 1]
        for process in (one, two, other):
            world.check(process)


def test_two_annexed_to_each_other_at_once_end_with_one_main(world: World):
    for _ in range(FEWER):
        one, two = annexable(world), annexable(world)
        answers = race(world, annexing(world, one, two), annexing(world, two, one))
        assert len(done(answers)) == 1
        states = sorted(world.check(process).state for process in (one, two))  # type: ignore[union-attr]
        assert states == ["annexed", "normal"]


def test_process_suspended_and_sent_at_once_goes_one_way(world: World):
    for _ in range(FEWER):
        process = started(world)
        answers = race(world, suspending(world, process), sending(world, process))
        assert len(done(answers)) == 1
        assert {reply.json["code"] for _, reply in answers if reply.status >= 300} <= LOST
        world.check(process)


def test_sending_is_undone_or_received_never_both(world: World):
    for _ in range(FEWER):
        process = sent(world)
        routing = world.done(Ask(world.ana, "GET", f"/processes/{process}"))["routings"][0]["id"]
        undo = acting(world.ana, process, f"routings/{routing}/undoing")
        answers = race(world, undo, receiving(world.marina, process))
        assert len(done(answers)) == 1
        found = world.check(process)
        assert found
        assert found.open_units == ({"semad-prot"} if done(answers) == ["undoing"] else {"semad-rh"})


def acknowledging(world: World) -> Ask:
    return acting(world.ana, started(world), "acknowledgements")


def resuming(world: World) -> Ask:
    return acting(world.ana, suspended(world), "resumption")


def relating_once(world: World) -> Ask:
    return relating(world, started(world), started(world))


@pytest.mark.parametrize(
    ("arrange", "refusals"),
    [
        (acknowledging, ("process_changed", "already_acknowledged")),
        (resuming, ("process_changed", "process_not_suspended")),
        (relating_once, ("process_changed", "already_related")),
    ],
    ids=lambda it: getattr(it, "__name__", ""),
)
def test_of_many_at_once_exactly_one_does_it(world: World, arrange, refusals: tuple[str, ...]):
    for _ in range(FEWER):
        ask = arrange(world)
        before = len(world.history(ask.process))
        one_winner(crowd(world, ask), *refusals)
        world.check(ask.process)
        assert len(world.history(ask.process)) - before == 1
