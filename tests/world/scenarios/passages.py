"""Comments on passages of a text being written (DOC-03)."""

from typing import Any

from tests.world.builders import drafted, saving
from tests.world.world import Ask, Person, World

from .document_life import document_path
from .registry import reads, writes

Passage = tuple[str, str, str]
WORDS = "vinte dias"


def to_comment(world: World, who: Person | None = None, process: str | None = None) -> tuple[str, str]:
    """A draft whose text has a passage worth a comment; -> (process, document)."""
    place = drafted(world, process, who)
    world.done(saving(world, place, f"Responda em {WORDS}.", who))
    return place


def commenting(world: World, place: tuple[str, str], who: Person | None = None, **changes: Any) -> Ask:
    """The passage selected in the editor, and what is said of it."""
    body = {"near": 0, "words": WORDS, "text": "Não são trinta?", "visibility": "draft", **changes}
    return Ask(who or world.ana, "POST", document_path(place, "passages"), body, place[0])


def commented(world: World, place: tuple[str, str] | None = None, who: Person | None = None, **changes: Any) -> Passage:
    """-> (process, document, comment)."""
    at = place or to_comment(world)
    return (*at, str(world.done(commenting(world, at, who, **changes))["id"]))


def on_passage(
    world: World, made: Passage, what: str, body: Any = None, who: Person | None = None, method: str = "POST"
) -> Ask:
    path = document_path(made[:2], "passages", made[2], what)
    return Ask(who or world.ana, method, path, body, made[0])


def resolving(world: World, made: Passage, who: Person | None = None) -> Ask:
    return on_passage(world, made, "resolution", who=who, method="PUT")


@writes("passages.comment.comment_on_passage", "DOC-03", entries=0)
def comment_on_passage(world: World) -> Ask:
    return commenting(world, to_comment(world))


@writes("passages.answer.answer_passage", "DOC-03", entries=0)
def answer_passage(world: World) -> Ask:
    return on_passage(world, commented(world), "answers", {"text": "São vinte"}, world.carlos)


@writes("passages.resolve.resolve_passage", "DOC-03", entries=0)
def resolve_passage(world: World) -> Ask:
    return resolving(world, commented(world))


@writes("passages.reopen.reopen_passage", "DOC-03", entries=0)
def reopen_passage(world: World) -> Ask:
    made = commented(world)
    world.done(resolving(world, made))
    return on_passage(world, made, "resolution", method="DELETE")


@writes("passages.take_back.take_back_words", "DOC-03", entries=0)
def take_back_words(world: World) -> Ask:
    return on_passage(world, commented(world), "removals", {"number": 0})


@reads("passages.list.list_passages", "DOC-03")
def list_passages(world: World) -> Ask:
    place = to_comment(world)
    commented(world, place)
    # Written after the comment: both texts are read.
    world.done(saving(world, place, "Atenciosamente."))
    return Ask(world.ana, "GET", document_path(place, "passages"), process=place[0])
