"""The text of files: extracted, recognized, kept, given up, asked for again and read (DOC-08)."""

from collections.abc import Callable
from typing import Any

from tests.world.extracting import SCANNED, WRITTEN, Awaited
from tests.world.wire import untapped
from tests.world.world import Ask, World

from .registry import reads, writes


def step(file: Awaited, act: Callable[[], Any]) -> Ask:
    """A step that the machine asks for."""
    return Ask(file.world.ana, "EVENT", "text step", process=file.place[0], act=act)


def scanned(world: World) -> Awaited:
    """A scan whose pages wait to be recognized."""
    file = Awaited(world)
    with untapped():
        file.extract(SCANNED, WRITTEN)
    return file


@writes("extraction.ask.ask_extraction", "DOC-08", entries=0)
def ask_extraction(world: World) -> Ask:
    file = Awaited(world)
    with untapped():
        file.give_up()
    return file.ask()


@writes("extraction.extract.extract_text", "DOC-08", entries=0)
def extract_text(world: World) -> Ask:
    file = Awaited(world)
    return step(file, lambda: file.extract(WRITTEN))


# It leaves pages for the next step and changes nothing that anybody is shown.
@reads("extraction.recognize.recognize_pages", "DOC-08")
def recognize_pages(world: World) -> Ask:
    file = scanned(world)
    return step(file, file.recognize)


@writes("extraction.keep.keep_text", "DOC-08", entries=0)
def keep_text(world: World) -> Ask:
    file = scanned(world)
    with untapped():
        file.recognize()
    return step(file, file.keep)


@writes("extraction.give_up.give_up_extraction", "DOC-08", entries=0)
def give_up_extraction(world: World) -> Ask:
    file = Awaited(world)
    return step(file, file.give_up)


@reads("extraction.read.read_text", "DOC-08")
def read_text(world: World) -> Ask:
    file = Awaited(world)
    with untapped():
        file.extract(WRITTEN)
    return Ask(world.ana, "GET", file.path)
