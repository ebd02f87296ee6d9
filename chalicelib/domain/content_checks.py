"""What a text still lacks, told to who is about to sign it (DOC-03, DOC-04)."""

import re

from chalicelib.domain.content_images import all_described
from chalicelib.domain.content_parsing import Content, Node
from chalicelib.domain.content_sections import nodes
from chalicelib.domain.content_text import inline_text
from chalicelib.domain.value import dataclass

#: What models leave to be written, and fields of a mail merge that nobody filled.
_UNFILLED = re.compile(r"\{\{[^{}]{1,60}\}\}|\[[^\[\]]{3,80}\]")
_USUAL = frozenset({"[sic]", "[...]"})


@dataclass(frozen=True, slots=True)
class Finding:
    """``kind``: ``empty_field`` (``text`` is the variable), ``unfilled`` (what is written there),
    ``image_without_description``, ``broken_reference`` (the number) or ``broken_cross_reference``."""

    kind: str
    text: str = ""


def findings(content: Content) -> tuple[Finding, ...]:
    """In reading order, each once. A broken reference is not known from the text alone."""
    found: dict[Finding, None] = {}
    for section in content.sections:
        for node in nodes(section):
            if node["type"] == "variable" and not node["attrs"]["value"]:
                found[Finding("empty_field", node["attrs"]["name"])] = None
            if node["type"] == "crossReference" and not node["attrs"]["value"]:
                found[Finding("broken_cross_reference")] = None
            if not section["attrs"]["locked"] and node["type"] in ("paragraph", "heading", "footnote"):
                found.update(dict.fromkeys(Finding("unfilled", words) for words in _left(node)))
    if not all_described(content):
        found[Finding("image_without_description")] = None
    return tuple(found)


def _left(block: Node) -> list[str]:
    said = "".join(inline_text(child) for child in block.get("content", ()) if child["type"] == "text")
    return [words for words in _UNFILLED.findall(said) if words not in _USUAL]
