"""Two administrators save one work plan at once: one does, and the other is told (PRO-26)."""

from tests.races.crowd import crowd, one_winner
from tests.world.scenarios.work_plan import kept_plan, saving
from tests.world.world import World


def test_of_many_who_save_a_plan_one_does(world: World):
    for _ in range(3):
        before = kept_plan(world, "compra-direta")["version"]
        one_winner(crowd(world, saving(world, "compra-direta")), "plan_changed", "process_changed")
        assert kept_plan(world, "compra-direta")["version"] == before + 1
