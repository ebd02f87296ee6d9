"""The table of contents (DOC-03): made from the headings whenever the document is shown, never written by anybody."""

from collections.abc import Sequence

from chalicelib.domain.content_outline import HeadingLevels
from chalicelib.domain.content_parsing import Content
from chalicelib.domain.content_sections import nodes, on_paper
from chalicelib.domain.content_text import inline_text
from chalicelib.domain.value import dataclass

TITLE = "Sumário"


@dataclass(frozen=True, slots=True)
class Entry:
    """``place`` counts the headings of the document, those without a word too; ``level`` starts at 1."""

    place: int
    level: int
    text: str


def has_contents(content: Content) -> bool:
    """Whether the document shows its table of contents."""
    return any(node["type"] == "tableOfContents" for node in nodes(content.tree))


def entries(content: Content) -> Sequence[Entry]:
    """One for each heading that says something, levels without a gap; the document's title is none of them."""
    levels = HeadingLevels()
    found: list[Entry] = []
    headings = (
        node
        for section in on_paper(content.tree["content"])
        for node in nodes(section)
        if node["type"] == "heading"
    )
    for place, node in enumerate(headings, start=1):
        words = " ".join("".join(inline_text(child) for child in node["content"]).split())
        if words:
            found.append(Entry(place, levels.heading(node["attrs"]["level"]), words))
    return found
