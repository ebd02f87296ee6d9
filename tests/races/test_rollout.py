"""Many go live at once, and others undo meanwhile: one wins, by the list as it stands (issue 5 §7)."""

from chalicelib.application.references import RolloutKey
from tests.races.crowd import FEWER, crowd, one_winner, together
from tests.world.scenarios.rollout import NORM, WHY, acting, all_said, live_again, on_item, prepare
from tests.world.world import World

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


def _stored(world: World):
    return world.installed.place.ports(world.tenant).reader.get(RolloutKey())[0]
