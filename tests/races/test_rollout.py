"""Many act on the acceptance checklist at once: one wins, by the list as it stands (issue 5 §7)."""

from dataclasses import replace

from chalicelib.application.references import RolloutKey
from chalicelib.domain.organisation import Person
from chalicelib.domain.rollout import Rollout, Waiver
from tests.races.crowd import FEWER, crowd, one_winner, together
from tests.world.scenarios.rollout import (
    BY_HAND,
    NORM,
    TITLE,
    WHY,
    acting,
    all_said,
    live_again,
    on_item,
    prepare,
    ticking,
)
from tests.world.world import Ask, World

LOST = ("rollout_changed", "process_changed")


def test_of_many_who_go_live_exactly_one_does(world: World):
    for _ in range(FEWER):
        one_winner(crowd(world, acting(world, prepare(world, all_said(world)), "/live", NORM)), *LOST)
        assert len(_stored(world).periods) == 1
    live_again(world)


def test_nobody_goes_live_by_a_list_that_was_undone_meanwhile(world: World):
    for _ in range(FEWER):
        found = prepare(world, all_said(world))
        asks = [acting(world, found, "/live", NORM), on_item(world, found, "/undoing", WHY)] * 8
        one_winner(together([lambda ask=ask: world.send(ask) for ask in asks]), *LOST)
        kept = _stored(world)
        assert (kept.live is None) != (kept.ticks == found.ticks)
    live_again(world)


def test_tick_is_of_the_list_that_went_live_or_comes_too_late(world: World):
    for _ in range(FEWER):
        found = prepare(world, _waived(world))
        _one_of(world, acting(world, found, "/live", NORM), ticking(world, found))
        kept = _stored(world)
        assert (kept.live is None) == (BY_HAND in kept.ticks) == (BY_HAND not in kept.waivers)
        assert kept.live is None or TITLE in kept.live.waived
    live_again(world)


def test_item_is_ticked_or_waived_and_never_both(world: World):
    for _ in range(FEWER):
        found = prepare(world, _open(world))
        _one_of(world, ticking(world, found), on_item(world, found, "/waiver", WHY))
        kept = _stored(world)
        assert (BY_HAND in kept.ticks) != (BY_HAND in kept.waivers)
        assert kept.revision == found.revision + 1
    live_again(world)


def test_waiver_and_the_withdrawal_of_another_item_do_not_undo_each_other(world: World):
    for _ in range(FEWER):
        found = prepare(world, _open(world))
        other = next(iter(found.ticks))
        withdrawn = acting(world, found, f"/items/{other}/undoing", WHY)
        won = _one_of(world, on_item(world, found, "/waiver", WHY), withdrawn)
        kept = _stored(world)
        assert (BY_HAND in kept.waivers, other in kept.ticks) == ((True, True) if won == BY_HAND else (False, False))
    live_again(world)


def _one_of(world: World, *asks: Ask) -> str:
    """Eight times each at once: one succeeds; -> of what it says it was."""
    replies = together([lambda ask=ask: world.send(ask) for ask in asks * 8])
    return str(one_winner(replies, *LOST).json["id"])


def _open(world: World) -> Rollout:
    """All is said, but for the item that a person ticks."""
    said = all_said(world)
    return replace(said, ticks={code: one for code, one in said.ticks.items() if code != BY_HAND})


def _waived(world: World) -> Rollout:
    """The same, and the item waived: whoever goes live now goes without it."""
    said = _open(world)
    waiver = Waiver(BY_HAND, Person("leda.implanta", "Leda"), world.clock(), "Será visto em dezembro")
    return replace(said, waivers={**said.waivers, BY_HAND: waiver})


def _stored(world: World):
    return world.installed.place.ports(world.tenant).reader.get(RolloutKey())[0]
