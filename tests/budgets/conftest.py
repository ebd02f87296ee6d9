"""Faults run on the embedded AWS of the whole run."""

from tests.world.fixtures import installed, no_waiting, own_world, world

__all__ = ["installed", "no_waiting", "own_world", "world"]
