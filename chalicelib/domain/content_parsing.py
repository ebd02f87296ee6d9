"""An authored document read: from untrusted JSON to one normal form, its bytes and its digest (DOC-03).

Two contents that look the same to a reader have the same bytes: absent attributes are filled, marks are in
one order, neighbouring texts with the same marks are one text, text is NFC without control characters.
"""

import hashlib
import json
import re
import unicodedata
import zlib
from collections.abc import Mapping
from typing import Any

from chalicelib.domain.content_attributes import ContentRefused
from chalicelib.domain.content_schema import (
    DEEPEST_NESTING,
    INLINE,
    LARGEST_CONTENT,
    MARKS,
    MOST_COLUMNS,
    NODES,
    SCHEMA_VERSION,
    Attribute,
    NodeRule,
)
from chalicelib.domain.value import dataclass

Node = dict[str, Any]
#: Attributes that readers see as text: cleaned as text is.
SYSTEM_TEXTS = ("value", "label", "answer", "shown", "alt")

# Direction overrides are dropped with the controls: they can make a signed sentence read as another one.
_UNWANTED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufdd0-\ufdef]")
_BLANKS = re.compile("[\t\n\r\u2028\u2029]")
_NOT_CHARACTERS = re.compile("[\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Content:
    """A document in normal form. ``tree`` is the JSON of the contract; treat it as read-only."""

    tree: Node

    @property
    def sections(self) -> list[Node]:
        return list(self.tree["content"])


def parse(content: Mapping[str, Any]) -> Content:
    """Return the normal form of ``content``; raises ContentRefused for anything outside the vocabulary."""
    if not isinstance(content, Mapping):
        raise ContentRefused("not_an_object", "", "O conteúdo do documento não está no formato esperado.")
    extra = set(content) - {"schema", "type", "content"}
    if content.get("schema") != SCHEMA_VERSION or type(content.get("schema")) is not int:
        raise ContentRefused("unknown_schema", "/schema", "A versão do formato do documento não é conhecida.")
    if extra:
        raise ContentRefused("unknown_key", f"/{_shown(min(extra, key=str))}", "Há um campo desconhecido.")
    if content.get("type") != "doc":
        raise ContentRefused("unknown_node", "/type", "O conteúdo tem de começar por um documento.")
    children = _children({"content": content.get("content")}, "doc", "", 0)
    parsed = Content({"schema": SCHEMA_VERSION, "type": "doc", "content": children})
    if len(canonical(parsed)) > LARGEST_CONTENT:
        raise ContentRefused(
            "content_too_large", "", "O documento passou do tamanho máximo, de 1 MB de texto."
        )
    return parsed


def validate(content: Mapping[str, Any]) -> None:
    """Raise ContentRefused when ``content`` is outside the vocabulary."""
    parse(content)


def canonical(content: Content) -> bytes:
    """The bytes that are signed: sorted keys, UTF-8, NFC, no floats, no blanks between tokens."""
    return json.dumps(
        content.tree, sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False
    ).encode()


def digest(content: Content) -> str:
    """SHA-256 of the canonical bytes, 64 hexadecimal digits."""
    return hashlib.sha256(canonical(content)).hexdigest()


def crc(frozen: bytes) -> str:
    """The CRC printed on the signature stamp: CRC-32 of the frozen bytes, 8 upper-case digits (DOC-14)."""
    return f"{zlib.crc32(frozen):08X}"


def clean_text(text: str) -> str:
    """``text`` in NFC, with blanks as spaces and without control characters."""
    return unicodedata.normalize("NFC", _without_controls(text))


def _without_controls(text: str) -> str:
    return _NOT_CHARACTERS.sub("\ufffd", _BLANKS.sub(" ", _UNWANTED.sub("", text)))


def _shown(value: object) -> str:
    return value[:40] if isinstance(value, str) else type(value).__name__


def _children(node: Mapping[str, Any], kind: str, path: str, depth: int) -> list[Node]:
    rule = NODES[kind]
    children = node.get("content")
    if children is None:
        children = []
    if not isinstance(children, list):
        raise ContentRefused("invalid_children", f"{path}/content", "O conteúdo tem de ser uma lista.")
    if rule.needs_children and not children:
        raise ContentRefused("empty_node", path, "Há um elemento vazio que precisa ter conteúdo.")
    if depth >= DEEPEST_NESTING and children:
        raise ContentRefused("too_deep", path, f"Há mais de {DEEPEST_NESTING} níveis, um dentro do outro.")
    parsed = [_node(child, rule, kind, f"{path}/content/{i}", depth + 1) for i, child in enumerate(children)]
    if rule.first_child and parsed[0]["type"] != rule.first_child:
        raise ContentRefused(
            "wrong_nesting", f"{path}/content/0", "O item da lista tem de começar por um parágrafo."
        )
    return _joined(parsed) if "text" in rule.children else parsed


def _node(node: Any, parent: NodeRule, parent_kind: str, path: str, depth: int) -> Node:
    if not isinstance(node, Mapping):
        raise ContentRefused("not_an_object", path, "O conteúdo do documento não está no formato esperado.")
    kind = node.get("type")
    if not isinstance(kind, str) or kind not in NODES or kind == "doc":
        raise ContentRefused("unknown_node", path, f"Elemento desconhecido: {_shown(kind)}.")
    if kind not in parent.children:
        raise ContentRefused(
            "wrong_nesting", path, f"O elemento {kind} não pode estar dentro de {parent_kind}."
        )
    allowed = {"type", "attrs"} | ({"marks"} if kind in INLINE else set())
    allowed |= {"text"} if kind == "text" else {"content"}
    if extra := set(node) - allowed:
        key = _shown(min(extra, key=str))
        raise ContentRefused("unknown_key", f"{path}/{key}", f"Há um campo desconhecido: {key}.")
    return _built(node, kind, path, depth)


def _built(node: Mapping[str, Any], kind: str, path: str, depth: int) -> Node:
    rule = NODES[kind]
    built: Node = {"type": kind}
    if attributes := _attributes(node.get("attrs"), rule, f"{path}/attrs"):
        for name in SYSTEM_TEXTS:
            if isinstance(attributes.get(name), str):
                attributes[name] = clean_text(attributes[name])
            elif isinstance(attributes.get(name), list | tuple):
                attributes[name] = [clean_text(line) for line in attributes[name]]
        built["attrs"] = attributes
    if kind in INLINE and (marks := _marks(node.get("marks"), f"{path}/marks")):
        built["marks"] = marks
    if kind == "text":
        if not isinstance(node.get("text"), str):
            raise ContentRefused("invalid_text", f"{path}/text", "O texto não está no formato esperado.")
        built["text"] = _without_controls(node["text"])
    elif rule.children:
        built["content"] = _children(node, kind, path, depth)
        if kind == "table":
            _check_width(built, path)
        if kind == "section" and not built["attrs"]["locked"]:
            _check_writable(built, path)
    elif node.get("content"):
        raise ContentRefused("wrong_nesting", f"{path}/content", f"O elemento {kind} não tem conteúdo.")
    return built


def _attributes(given: Any, rule: NodeRule, path: str) -> dict[str, Any]:
    if given is None:
        given = {}
    if not isinstance(given, Mapping):
        raise ContentRefused("invalid_attribute", path, "Os atributos não estão no formato esperado.")
    for name, value in given.items():
        # The editor writes null for an attribute of its own that was never set: the same as absent.
        if name not in rule.attributes and name not in rule.dropped and value is not None:
            raise ContentRefused(
                "unknown_attribute", f"{path}/{_shown(name)}", f"Atributo desconhecido: {_shown(name)}."
            )
    return {
        name: _attribute(attribute, given.get(name), f"{path}/{name}")
        for name, attribute in rule.attributes.items()
        if given.get(name) is not None or not attribute.rare
    }


def _attribute(attribute: Attribute, value: Any, path: str) -> Any:
    if value is not None:
        return attribute.check(value, path)
    if attribute.required:
        raise ContentRefused("missing_attribute", path, "Falta um atributo obrigatório.")
    return attribute.default


def _marks(given: Any, path: str) -> list[Node]:
    if given is None:
        return []
    if not isinstance(given, list):
        raise ContentRefused("invalid_mark", path, "As marcas do texto não estão no formato esperado.")
    marks: dict[str, Node] = {}
    for position, mark in enumerate(given):
        here = f"{path}/{position}"
        if (
            not isinstance(mark, Mapping)
            or not isinstance(mark.get("type"), str)
            or mark["type"] not in MARKS
        ):
            shown = mark.get("type") if isinstance(mark, Mapping) else mark
            raise ContentRefused("unknown_mark", here, f"Marca de texto desconhecida: {_shown(shown)}.")
        if extra := set(mark) - {"type", "attrs"}:
            raise ContentRefused(
                "unknown_key", here, f"Há um campo desconhecido: {_shown(min(extra, key=str))}."
            )
        kind = mark["type"]
        if kind in marks:
            raise ContentRefused("repeated_mark", here, "A mesma marca aparece duas vezes no mesmo texto.")
        attributes = _attributes(mark.get("attrs"), MARKS[kind], f"{here}/attrs")
        marks[kind] = {"type": kind, "attrs": attributes} if attributes else {"type": kind}
    return [marks[kind] for kind in MARKS if kind in marks]


def _joined(inline: list[Node]) -> list[Node]:
    joined: list[Node] = []
    for node in inline:
        if node["type"] == "text":
            if not node["text"]:
                continue
            last = joined[-1] if joined else None
            if last and last["type"] == "text" and last.get("marks") == node.get("marks"):
                last["text"] += node["text"]
                continue
        joined.append(node)
    for node in joined:
        if node["type"] == "text":
            node["text"] = unicodedata.normalize("NFC", node["text"])
    return joined


def _check_writable(section: Node, path: str) -> None:
    """A form is filled in, not written: it stands only where nobody writes (DOC-07)."""
    if any(child["type"] == "formAnswers" for child in section["content"]):
        raise ContentRefused(
            "wrong_nesting", path, "As respostas de um formulário ficam em uma seção que ninguém escreve."
        )


def _check_width(table: Node, path: str) -> None:
    for position, row in enumerate(table["content"]):
        if sum(cell["attrs"]["colspan"] for cell in row["content"]) > MOST_COLUMNS:
            raise ContentRefused(
                "table_too_wide",
                f"{path}/content/{position}",
                f"A tabela tem mais de {MOST_COLUMNS} colunas.",
            )
