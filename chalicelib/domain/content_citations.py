"""What a document cites: other documents and processes, by their numbers (DOC-03).

A citation is its number and nothing more. What the number is called today and where it lies is found anew for each
reader, so that it stays right when a document moves and tells nobody of what they may not see.
"""

import copy

from chalicelib.domain.content_parsing import Content, Node
from chalicelib.domain.content_sections import nodes
from chalicelib.domain.value import dataclass

_KINDS = {"documentReference": "document", "processReference": "process"}


@dataclass(frozen=True, slots=True)
class Citation:
    """``kind`` is ``document`` or ``process``; ``number`` as printed."""

    kind: str
    number: str


def citations(content: Content) -> tuple[Citation, ...]:
    """In reading order, each one once."""
    found = {citation_of(node): None for node in nodes(content.tree) if node["type"] in _KINDS}
    return tuple(found)


def citation_of(node: Node) -> Citation:
    """What a reference node cites."""
    return Citation(_KINDS[node["type"]], str(node["attrs"]["number"]))


def without_places(content: Content) -> Content:
    """The content without the ids a client may have written beside a number: nobody checked them."""
    tree = copy.deepcopy(content.tree)
    for node in nodes(tree):
        if node["type"] == "documentReference":
            node["attrs"].update(document=None, process=None)
    return Content(tree)


def citation_address(site: str, number: str) -> str:
    """Where a number leads: the site finds what has it, for whoever opens it."""
    return f"{site}/numero/{''.join(filter(str.isdigit, number))}" if site else ""
