"""Footnotes (DOC-03): numbered by the document, in the order of the paper, from the first page to the last."""

from collections.abc import Sequence

from chalicelib.domain.content_parsing import Content, Node
from chalicelib.domain.content_sections import nodes, on_paper


def footnotes(content: Content) -> Sequence[Node]:
    """The notes in the order of their numbers."""
    return [
        node
        for section in on_paper(content.tree["content"])
        for node in nodes(section)
        if node["type"] == "footnote"
    ]
