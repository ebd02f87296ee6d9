"""What only reads: the inbox (PRO-01) and who I am (ACC-01)."""

from tests.world.builders import started
from tests.world.world import Ask, World

from .registry import reads


@reads("inbox.read.read_inbox", "PRO-01")
def read_inbox(world: World) -> Ask:
    started(world)
    return Ask(world.ana, "GET", "/inbox")
