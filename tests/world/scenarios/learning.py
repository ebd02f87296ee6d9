"""First steps and exercises: of a person of their own, and of the people of a unit (issue 5 §7)."""

from tests.world.world import Ask, Person, World

from .registry import reads, writes

BY_HAND = "primeiros-passos-servidor/1"


def learner(world: World) -> Person:
    return world.hire("lia.aprende", "gab-cer", "basic")


def ticking(who: Person, step: str = BY_HAND) -> Ask:
    """The box beside a step that no fact tells."""
    return Ask(who, "PUT", "/me/learning", {"step": step})


@writes("learning.keep.keep_learning")
def keep_learning(world: World) -> Ask:
    lia = learner(world)
    # As it was before, whoever ran before: the act has something to change.
    world.done(Ask(lia, "PUT", "/me/learning", {"role": "clerk", "dismissed": False, "step": BY_HAND, "done": False}))
    return Ask(lia, "PUT", "/me/learning", {"role": "manager", "dismissed": True, "step": BY_HAND})


@reads("learning.read.read_learning")
def read_learning(world: World) -> Ask:
    return Ask(learner(world), "GET", "/me/learning")


@reads("learning.follow.follow_learning")
def follow_learning(world: World) -> Ask:
    key_user = world.hire("kelly.ajuda", "gab-cer", "key_user")
    return Ask(key_user, "GET", "/learning/progress")
