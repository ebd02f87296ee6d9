"""The embedded AWS of the whole run, with the demonstration city in it."""

from tests.world.fixtures import forgiven, installed, no_waiting, own_world, world

__all__ = ["forgiven", "installed", "no_waiting", "own_world", "world"]
