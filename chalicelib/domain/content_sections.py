"""What a template fixes and what a person may write: locked sections, variables, signatures (DOC-04)."""

import copy
import hashlib
import json
from collections.abc import Iterator, Mapping
from typing import Any

from chalicelib.domain.content_parsing import Content, Node, clean_text, parse
from chalicelib.domain.errors import Refused

_ROLE_NAMES = {
    "header": "cabeçalho",
    "title": "título",
    "addressee": "destinatário",
    "body": "corpo",
    "closing": "fecho",
    "signature": "assinatura",
    "footer": "rodapé",
}


def nodes(tree: Node) -> Iterator[Node]:
    """Every node below ``tree``, in reading order, without recursion."""
    waiting = list(reversed(tree.get("content", ())))
    while waiting:
        node = waiting.pop()
        yield node
        waiting.extend(reversed(node.get("content", ())))


def on_paper(sections: list[Node]) -> list[Node]:
    """In the order of the paper: footers come last wherever they stand."""
    return sorted(sections, key=lambda section: section["attrs"]["role"] == "footer")


def from_template(template: Content | Mapping[str, Any]) -> Content:
    """The first text of a document: the template's sections with every variable still to be resolved."""
    content = template if isinstance(template, Content) else parse(template)
    tree = copy.deepcopy(content.tree)
    for node in nodes(tree):
        if node["type"] == "variable":
            node["attrs"]["value"] = None
    return Content(tree)


def resolve_variables(content: Content, values: Mapping[str, str]) -> Content:
    """Fill the variables' values.

    In locked and dynamic sections the system's value always wins (and a name that ``values`` lacks becomes
    unresolved), so nobody can print another unit's name in a letterhead. In the sections a person may write,
    a value already there stays: a date must not move each time the draft is saved.
    """
    tree = copy.deepcopy(content.tree)
    for section in tree["content"]:
        ours = section["attrs"]["locked"] or section["attrs"]["dynamic"]
        for node in nodes(section):
            if node["type"] == "variable" and (ours or node["attrs"]["value"] is None):
                value = values.get(node["attrs"]["name"])
                node["attrs"]["value"] = None if value is None else clean_text(value)
    return Content(tree)


def check_locked_sections(template_or_previous: Content, new: Content) -> None:
    """Raise Refused ``locked_section_changed`` when ``new`` adds, drops, moves or re-flags a section, or
    changes what a locked section says. Variables and references count by name: their values are the system's."""
    before, after = template_or_previous.sections, new.sections
    if [section["attrs"] for section in before] != [section["attrs"] for section in after]:
        raise Refused(
            "locked_section_changed", "As seções do documento são as do modelo e não podem ser alteradas."
        )
    for old, changed in zip(before, after, strict=True):
        if old["attrs"]["locked"] and _unresolved(old) != _unresolved(changed):
            name = _ROLE_NAMES[old["attrs"]["role"]]
            raise Refused(
                "locked_section_changed", f"A seção “{name}” é fixada pelo modelo e não pode ser alterada."
            )


_WRITABLE = ("addressee", "body", "closing")
_EMPTY_PARAGRAPH = {"type": "paragraph", "attrs": {"style": "body"}}


def emptied(content: Content) -> Content:
    """The template with nothing written in the body (DOC-01 "Texto inicial: Nenhum")."""
    tree = copy.deepcopy(content.tree)
    for section in tree["content"]:
        if section["attrs"]["role"] == "body" and not section["attrs"]["locked"]:
            section["content"] = [copy.deepcopy(_EMPTY_PARAGRAPH)]
    return parse(tree)


def with_body_of(template: Content, model: Content) -> Content:
    """The template with the text another document has in the sections a person may write (DOC-01)."""
    tree = copy.deepcopy(template.tree)
    written = {section["attrs"]["role"]: section["content"] for section in model.sections}
    for section in tree["content"]:
        role = section["attrs"]["role"]
        if role in _WRITABLE and not section["attrs"]["locked"] and written.get(role):
            section["content"] = copy.deepcopy(written[role])
    return parse(tree)


def fixed_marks(content: Content) -> tuple[str, ...]:
    """One short digest per section of what the template fixes in it: its flags and, when locked, its text.

    Kept beside a draft, they guard the next save without reading the previous text (DOC-04).
    """
    marks = []
    for section in content.sections:
        fixed = _unresolved(section) if section["attrs"]["locked"] else {"attrs": section["attrs"]}
        text = json.dumps(fixed, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        marks.append(hashlib.sha256(text.encode()).hexdigest()[:16])
    return tuple(marks)


def check_fixed(marks: tuple[str, ...], new: Content) -> None:
    """As ``check_locked_sections``, against marks. Raises Refused ``locked_section_changed``."""
    after = fixed_marks(new)
    if len(after) != len(marks):
        raise Refused(
            "locked_section_changed", "As seções do documento são as do modelo e não podem ser alteradas."
        )
    for before, mark, section in zip(marks, after, new.sections, strict=True):
        if before != mark:
            name = _ROLE_NAMES[section["attrs"]["role"]]
            raise Refused(
                "locked_section_changed", f"A seção “{name}” é fixada pelo modelo e não pode ser alterada."
            )


def has_signature_section(content: Content) -> bool:
    """Whether the document may be signed at all: the template must say where signatures go (DOC-04)."""
    return any(section["attrs"]["role"] == "signature" for section in content.sections)


def _unresolved(section: Node) -> Node:
    bare = copy.deepcopy(section)
    for node in nodes(bare):
        if node["type"] in ("variable", "crossReference"):
            node["attrs"]["value"] = None
    return bare
