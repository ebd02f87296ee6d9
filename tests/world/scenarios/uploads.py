"""Files from outside: declare, inspect, include (DOC-08)."""

from tests.world.builders import accepted, declaring, filing, inspecting, quarantined, started
from tests.world.world import Ask, World

from .registry import writes


@writes("uploads.start.start_upload", "DOC-08", entries=0)
def start_upload(world: World) -> Ask:
    return declaring(world.ana, started(world))


@writes("uploads.inspect.inspect_upload", "DOC-08", entries=0)
def inspect_upload(world: World) -> Ask:
    return inspecting(world, quarantined(world))


@writes("documents.file.file_document", "DOC-08", entries=1)
def file_document(world: World) -> Ask:
    return filing(world, accepted(world))
