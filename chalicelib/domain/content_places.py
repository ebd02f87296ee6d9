"""Cross-references inside a document (DOC-03): where a reader is sent, said as the text numbers it today.

A place is a heading, a part of a norm, a numbered paragraph or a caption that somebody referred to: it then carries an
anchor. What a reference says is written by the server at each save and follows the text; without its place, it says so.
"""

import copy
from collections.abc import Iterator, Mapping

from chalicelib.domain.content_outline import ParagraphLabels
from chalicelib.domain.content_parsing import Content, Node
from chalicelib.domain.content_sections import nodes, on_paper
from chalicelib.domain.content_text import inline_text

_LEGAL = ("article", "clause", "sole_clause", "inciso")


def place_names(content: Content) -> Mapping[str, str]:
    """What each anchored place is called, by its anchor; of two with the same anchor, the first."""
    named: dict[str, str] = {}
    for node, name in _named(content):
        anchor = node["attrs"].get("anchor")
        if anchor and name:
            named.setdefault(anchor, name)
    return named


def with_references(content: Content) -> Content:
    """The content with what its references say, and each anchor only once."""
    known = place_names(content)
    tree = copy.deepcopy(content.tree)
    seen: set[str] = set()
    for node in _in_order(tree):
        if node["type"] == "crossReference":
            node["attrs"]["value"] = known.get(node["attrs"]["target"])
        elif anchor := node.get("attrs", {}).get("anchor"):
            if anchor in seen:
                del node["attrs"]["anchor"]
            seen.add(anchor)
    return Content(tree)


def _in_order(tree: Node) -> Iterator[Node]:
    for section in on_paper(tree["content"]):
        yield from nodes(section)


def _named(content: Content) -> Iterator[tuple[Node, str | None]]:
    naming = _Naming()
    for node in _in_order(content.tree):
        if node["type"] in ("paragraph", "heading"):
            yield node, naming.of(node)


class _Naming:
    """One walk over one document; it remembers the parts that the next ones are inside of."""

    def __init__(self) -> None:
        self._labels = ParagraphLabels()
        self._inside: dict[str, str] = {}

    def of(self, node: Node) -> str | None:
        if node["type"] == "heading":
            self._labels.following("heading")
            return _quoted(node)
        style = node["attrs"]["style"]
        label = self._labels.following(style)
        if label is None:
            return None
        if style == "item":
            return self._within(f"alínea “{label.rstrip(')')}”")
        if style == "numbered":
            self._inside = {"numbered": f"item {label.rstrip('.')}"}
            return self._inside["numbered"]
        if style in _LEGAL:
            return self._legal(style, label)
        return label.removesuffix(" –")

    def _legal(self, style: str, label: str) -> str:
        if style == "article":
            self._inside = {"article": label.replace("Art.", "art.", 1).rstrip(".")}
        elif style == "inciso":
            self._keep("article", "clause")
            self._inside["inciso"] = f"inciso {label.removesuffix(' –')}"
        else:
            self._keep("article")
            self._inside["clause"] = "parágrafo único" if style == "sole_clause" else label.rstrip(".")
        return ", ".join(self._inside.values())

    def _keep(self, *parts: str) -> None:
        self._inside = {part: self._inside[part] for part in parts if part in self._inside}

    def _within(self, words: str) -> str:
        return ", ".join((*self._inside.values(), words))


def _quoted(heading: Node) -> str | None:
    said = "".join(inline_text(child) for child in heading["content"] if child["type"] != "crossReference")
    words = " ".join(said.split())
    return f"“{words}”" if words else None
