"""Routes are tested through Chalice on the embedded AWS of the whole run."""

from tests.world.fixtures import installed, own_world, world

__all__ = ["installed", "own_world", "world"]
