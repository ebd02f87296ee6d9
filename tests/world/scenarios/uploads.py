"""Files from outside: declare, inspect, include (DOC-08)."""

from chalicelib.domain.upload_parts import LARGEST_WHOLE
from tests.world.builders import (
    accepted,
    authenticating,
    authenticating_many,
    declaring,
    digitized,
    filing,
    inspecting,
    quarantined,
    started,
)
from tests.world.world import Ask, World

from .registry import reads, writes


@writes("uploads.start.start_upload", "DOC-08", entries=0)
def start_upload(world: World) -> Ask:
    return declaring(world.ana, started(world))


@writes("uploads.inspect.inspect_upload", "DOC-08", entries=0)
def inspect_upload(world: World) -> Ask:
    return inspecting(world, quarantined(world))


@writes("documents.file.file_document", "DOC-08", entries=1)
def file_document(world: World) -> Ask:
    return filing(world, accepted(world))


@writes("documents.authenticate_many.authenticate_documents", "DOC-13", entries=1)
def authenticate_many_documents(world: World) -> Ask:
    # One of them was authenticated already: each has its own result.
    place, done = digitized(world), digitized(world)
    world.done(authenticating(world, done))
    return authenticating_many(world, [place, done], process=place[0])


@writes("documents.authenticate.authenticate_document", "DOC-13", "TRA-14", entries=1)
def authenticate_document(world: World) -> Ask:
    return authenticating(world, digitized(world))


@writes("documents.edit_metadata.edit_metadata", "DOC-13", entries=2)
def edit_what_was_authenticated(world: World) -> Ask:
    place = digitized(world)
    world.done(authenticating(world, place))
    path = f"/processes/{place[0]}/documents/{place[1]}"
    return Ask(world.ana, "PATCH", path, {"conformity_check": "copia-simples"}, place[0])


@writes("uploads.start.start_upload", "DOC-08", entries=0)
def start_upload_in_parts(world: World) -> Ask:
    return in_parts(world)


@reads("uploads.continue_sending.continue_sending", "DOC-08")
def continue_sending(world: World) -> Ask:
    ask = in_parts(world)
    upload = world.done(ask)["id"]
    return Ask(world.ana, "POST", f"{ask.path}/{upload}/parts", {}, ask.process)


def in_parts(world: World) -> Ask:
    """A file so large that it goes in parts."""
    ask = declaring(world.ana, started(world))
    return Ask(ask.who, ask.method, ask.path, {**ask.body, "size": LARGEST_WHOLE + 1}, ask.process)
