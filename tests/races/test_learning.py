"""One person in many windows ticks many steps at once: none is lost (issue 6 §5)."""

import uuid

from tests.races.crowd import together
from tests.world.scenarios.learning import learner, ticking
from tests.world.world import Ask, World

STEPS = tuple(f"primeiros-passos-{step}" for step in ("servidor/1", "chefia/1", "chefia/6", "protocolo/5"))


def test_of_ticks_given_at_once_none_is_lost(world: World):
    lia = learner(world)
    for _ in range(3):
        for step in STEPS:
            world.done(Ask(lia, "PUT", "/me/learning", {"step": step, "done": False}))
        replies = together([lambda step=step: world.send(ticking(lia, step), uuid.uuid4().hex) for step in STEPS])
        assert [reply.status for reply in replies] == [200] * len(STEPS)
        kept = world.done(Ask(lia, "PUT", "/me/learning", {"dismissed": False}))
        assert sorted(kept["ticked"]) == sorted(STEPS)
