"""The text of a document line by line, as the screen shows it to be marked, and the same text without what was marked.

What is concealed leaves the text for good: no mark says how long it was, no address of a link outlives the words it
stood behind, no answer keeps its value.
"""

import copy
from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from chalicelib.domain.content_parsing import Content, Node, parse
from chalicelib.domain.content_places import with_references
from chalicelib.domain.content_sections import nodes
from chalicelib.domain.content_text import inline_text, note_text, picture_words
from chalicelib.domain.value import dataclass

CONCEALED = "[trecho ocultado]"
_WRITTEN = ("paragraph", "heading")
_ANSWER = "formAnswer"
_NOTE = "footnote"
_IMAGE = "image"
Span = tuple[int, int]


class Marked(Protocol):
    """Characters of a line."""

    @property
    def line(self) -> int: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Line:
    """``kind`` is ``paragraph``, ``heading``, ``answer``, ``image`` or ``note``, after the line that calls it.

    ``upload`` names the picture."""

    text: str
    kind: str
    upload: str = ""


def lines_of(content: Content) -> list[Line]:
    """Every line of the text, in reading order; those without a word are there too, so that numbers hold."""
    return [_line(node) for node in _lines(content.tree)]


def concealed(content: Content, marked: Sequence[Marked]) -> Content:
    """The content with ``CONCEALED`` where each passage was; a picture that is touched goes whole, and so does a note
    that is called inside a passage."""
    tree = copy.deepcopy(content.tree)
    spans: dict[int, list[Span]] = {}
    for passage in marked:
        spans.setdefault(passage.line, []).append((passage.start, passage.end))
    lines = list(enumerate(_lines(tree)))
    # What paragraphs hold is concealed before them: they take along what is left of it.
    for number, node in sorted(lines, key=lambda line: line[1]["type"] in _WRITTEN):
        _conceal(node, sorted(spans.get(number, ())))
    return with_references(parse(tree))


def _conceal(node: Node, spans: Sequence[Span]) -> None:
    if node["type"] in (*_WRITTEN, _NOTE):
        node["content"] = _without(node.get("content", ()), spans)
    elif spans and node["type"] == _ANSWER:
        node["attrs"] |= {"answer": [], "shown": [CONCEALED]}
    elif spans:
        node.clear()
        node |= {"type": "paragraph", "attrs": {"style": "center"}, "content": [{"type": "text", "text": CONCEALED}]}


def said(content: Content, marked: Sequence[Marked]) -> list[str]:
    """What the passages say, for finding it elsewhere."""
    lines = lines_of(content)
    return [lines[passage.line].text[passage.start : passage.end] for passage in marked]


def with_notice(content: Content, notice: Sequence[str]) -> Content:
    """The content with a note at its end, before what stands at the foot of the page."""
    tree = copy.deepcopy(content.tree)
    note = {
        "type": "section",
        "attrs": {"role": "closing", "locked": True, "dynamic": False},
        "content": [{"type": "horizontalRule"}, *(_note(line) for line in notice)],
    }
    place = next(
        (at for at, section in enumerate(tree["content"]) if section["attrs"]["role"] == "footer"),
        len(tree["content"]),
    )
    tree["content"].insert(place, note)
    return parse(tree)


def _lines(tree: Node) -> list[Node]:
    return [node for node in nodes(tree) if node["type"] in (*_WRITTEN, _ANSWER, _NOTE, _IMAGE)]


def _line(node: Node) -> Line:
    if node["type"] == _ANSWER:
        return Line(f"{node['attrs']['label']}: {' '.join(node['attrs']['shown'])}".rstrip(), "answer")
    if node["type"] == _IMAGE:
        return Line(picture_words(node), "image", node["attrs"]["upload"])
    if node["type"] == _NOTE:
        return Line(note_text(node), "note")
    return Line("".join(inline_text(child) for child in node.get("content", ())), str(node["type"]))


def _without(inline: Sequence[Node], spans: Sequence[Span]) -> list[Node]:
    """The inline nodes, each passage replaced once; what is no text goes whole when a passage touches it."""
    kept: list[Node] = []
    at = 0
    told: Span | None = None
    for node in inline:
        text = inline_text(node)
        here = at
        at += len(text)
        touching = [span for span in spans if span[0] < at and span[1] > here]
        if not touching:
            kept.append(_unlinked(node))
            continue
        pieces, told = _pieces(node, here, text, touching, told)
        kept.extend(pieces)
    return kept


def _pieces(
    node: Node, here: int, text: str, touching: Sequence[Span], told: Span | None
) -> tuple[list[Node], Span | None]:
    """What is left of one node, and the last passage that was told as concealed."""
    whole = node["type"] != "text"
    left: list[Node] = []
    place = 0
    for span in touching:
        start, end = (0, len(text)) if whole else (max(span[0] - here, 0), min(span[1] - here, len(text)))
        if start > place:
            left.append(_said(node, text[place:start]))
        if span != told:
            left.append({"type": "text", "text": CONCEALED})
        told, place = span, max(place, end)
    if place < len(text):
        left.append(_said(node, text[place:]))
    return left, told


def _said(node: Node, text: str) -> Node:
    return _unlinked({**node, "text": text})


def _unlinked(node: Node) -> Node:
    marks: list[Mapping[str, Any]] = [mark for mark in node.get("marks", ()) if mark["type"] != "link"]
    bare = {key: value for key, value in node.items() if key != "marks"}
    return {**bare, "marks": marks} if marks else bare


def _note(text: str) -> Node:
    return {
        "type": "paragraph",
        "attrs": {"style": "note"},
        "content": [{"type": "text", "text": text}],
    }
