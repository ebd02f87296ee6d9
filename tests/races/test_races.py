"""64 people do the same contended act at the same moment, 25 times over: one does it, nobody loses or adds a
history entry (R1; PRO-02, TRA-01, TRA-02, TRA-07, TRA-08, TRA-09, PRO-26, DOC-10). Acts beside the main job: 5 times,
25 with IPEROIG_LONG=1."""

import uuid
from collections.abc import Callable

import pytest

from tests.races.crowd import FEWER, ROUNDS, crowd, one_winner, together
from tests.world.arranging import a_label, checklisted, labelling
from tests.world.builders import (
    authenticating,
    digitized,
    document,
    drafted,
    process_form,
    received,
    receiving,
    sending,
    sent,
    signing,
    started,
)
from tests.world.certifying import ending
from tests.world.world import Ask, World


def sending_once(world: World) -> Ask:
    return sending(world, started(world))


def receiving_once(world: World) -> Ask:
    return receiving(world.marina, sent(world))


def assigning_once(world: World) -> Ask:
    process = received(world)
    body = {"user": "diego.alves", "expected": None}
    return Ask(world.marina, "PUT", f"/processes/{process}/assignment", body, process)


def signing_once(world: World) -> Ask:
    return signing(world, drafted(world))


def authenticating_once(world: World) -> Ask:
    return authenticating(world, digitized(world))


def finishing_once(world: World) -> Ask:
    return ending(world, drafted(world))


def noting_once(world: World) -> Ask:
    process = started(world)
    body = {"text": "Ligar", "expected": None}
    return Ask(world.ana, "PUT", f"/processes/{process}/note", body, process)


def planning_once(world: World) -> Ask:
    process = started(world, type="alvara-construcao")
    body = {"status": "finished"}
    return Ask(world.ana, "PUT", f"/processes/{process}/work-plan/items/2.1", body, process)


def labelling_once(world: World) -> Ask:
    return labelling(world.ana, started(world), a_label(world, world.ana))


def ticking_once(world: World) -> Ask:
    process = started(world)
    path = f"/processes/{process}/checklist/{checklisted(world, process)}"
    return Ask(world.ana, "PUT", path, {"done": True}, process)


CONTENDED: list[tuple[Callable[[World], Ask], int, tuple[str, ...]]] = [
    (sending_once, 2, ("process_changed", "process_not_open_here")),
    (receiving_once, 1, ("process_changed", "process_already_received")),
    (assigning_once, 1, ("process_changed", "assignment_changed", "already_assigned")),
    (authenticating_once, 1, ("process_changed", "already_authenticated")),
    (signing_once, 1, ("process_changed", "already_signed", "document_changed")),
    (finishing_once, 1, ("process_changed", "already_signed", "preparation_gone", "document_changed")),
    (noting_once, 0, ("process_changed", "note_changed")),
    (planning_once, 1, ("process_changed", "item_changed")),
    (labelling_once, 0, ("process_changed", "label_attached")),
    (ticking_once, 0, ("process_changed", "item_done")),
]


MAIN_JOB = (sending_once, receiving_once, assigning_once, signing_once)


@pytest.mark.parametrize(
    ("arrange", "entries", "refusals"), CONTENDED, ids=lambda it: getattr(it, "__name__", "")
)
def test_of_many_at_once_exactly_one_does_it(
    world: World, arrange: Callable[[World], Ask], entries: int, refusals: tuple[str, ...]
) -> None:
    for _ in range(ROUNDS if arrange in MAIN_JOB else FEWER):
        ask = arrange(world)
        assert ask.process
        before = len(world.history(ask.process))
        one_winner(crowd(world, ask), *refusals)
        world.check(ask.process)
        assert len(world.history(ask.process)) - before == entries


def test_the_same_key_starts_one_process_however_many_send_it(own_world: World) -> None:
    for turn in range(1, ROUNDS + 1):
        replies = crowd(own_world, Ask(own_world.ana, "POST", "/processes", process_form()), uuid.uuid4().hex)
        assert {reply.status for reply in replies} == {201}
        (made,) = {reply.json["id"] for reply in replies}
        own_world.check(made)
        numbers = list(own_world.store.everything("main", f"T#{own_world.tenant}#NUP#"))
        assert len(numbers) == turn, "a number was taken for nothing"


def test_of_two_certificates_at_once_each_signs_or_is_told_to_begin_again(world: World) -> None:
    """DOC-10: what was prepared over one state of the document never signs another."""
    for _ in range(FEWER):
        place = drafted(world)
        acts = [ending(world, place, who) for who in (world.ana, world.carlos)]
        replies = together([lambda ask=ask: world.send(ask) for ask in acts])  # type: ignore[misc]
        assert sorted(reply.status for reply in replies) == [201, 409]
        loser = next(n for n, reply in enumerate(replies) if reply.status == 409)
        assert replies[loser].json["code"] in ("document_changed", "process_changed")
        world.done(ending(world, place, acts[loser].who))
        signed = document(world, place)["signatures"]
        assert [made["method"] for made in signed] == ["certificate", "certificate"]
        world.check(place[0])
