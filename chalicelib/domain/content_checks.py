"""What a text still lacks, told to who is about to sign it (DOC-03, DOC-04)."""

import re

from chalicelib.domain.content_images import all_described
from chalicelib.domain.content_parsing import Content, Node
from chalicelib.domain.content_sections import nodes
from chalicelib.domain.content_text import inline_text
from chalicelib.domain.taxpayer import bare, is_cpf
from chalicelib.domain.value import dataclass

#: What models leave to be written, and fields of a mail merge that nobody filled.
_UNFILLED = re.compile(r"\{\{[^{}]{1,60}\}\}|\[[^\[\]]{3,80}\]")
_CPF = re.compile(r"(?<![\d.])\d{3}\.?\d{3}\.?\d{3}-?\d{2}(?!\d)")
_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{2,24}){1,4}")
_MOBILE = re.compile(r"(?<!\d)\(?\d{2}\)?\s?9\d{4}[-\s]?\d{4}(?!\d)")
_USUAL = frozenset({"[sic]", "[...]"})


@dataclass(frozen=True, slots=True)
class Finding:
    """``kind``: ``empty_field`` (``text`` is the variable), ``unfilled`` (what is written there),
    ``image_without_description``, ``broken_reference`` (the number), ``broken_cross_reference`` or ``personal_data``
    (the CPF, e-mail or telephone as it is written, where anybody may read it)."""

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


def personal_data(content: Content) -> tuple[Finding, ...]:
    """What tells who somebody is or how to reach them, in what people wrote; the model's own parts are the city's."""
    found: dict[Finding, None] = {}
    for section in content.sections:
        for node in nodes(section) if not section["attrs"]["locked"] else ():
            said = _said(node)
            numbers = (number for number in _CPF.findall(said) if is_cpf(bare(number)))
            for words in (*numbers, *_EMAIL.findall(said), *_MOBILE.findall(said)):
                found[Finding("personal_data", words)] = None
    return tuple(found)


def _said(node: Node) -> str:
    if node["type"] == "formAnswer":
        return " ".join(node["attrs"]["shown"])
    if node["type"] not in ("paragraph", "heading", "footnote"):
        return ""
    return "".join(inline_text(child) for child in node.get("content", ()) if child["type"] == "text")


def _left(block: Node) -> list[str]:
    said = "".join(inline_text(child) for child in block.get("content", ()) if child["type"] == "text")
    return [words for words in _UNFILLED.findall(said) if words not in _USUAL]
