"""Doors of queues and schedules; those that write are tried on the embedded AWS of the whole run."""

from tests.world.fixtures import installed

__all__ = ["installed"]
