"""The closed vocabulary of an authored document: each node, mark and attribute there is (DOC-03, DOC-04).

The names are ProseMirror's, so the editor's state is the stored form. Whatever is not listed here does not
exist: there is no raw HTML, no style attribute, no image address and no colour, which is what lets the same
content become a page, a PDF/A and a digest without a sanitiser in between.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import field
from types import MappingProxyType
from typing import Any
from urllib.parse import urlsplit

from chalicelib.domain.errors import FieldError, InvalidRequest
from chalicelib.domain.value import dataclass

SCHEMA_VERSION = 1
LARGEST_CONTENT = 1_048_576  # bytes of the canonical form
DEEPEST_NESTING = 20  # nodes below the document
LARGEST_SPAN = 60  # columns or rows one table cell may cover
MOST_COLUMNS = 60

SECTION_ROLES = ("header", "title", "addressee", "body", "closing", "signature", "footer")
PARAGRAPH_STYLES = (
    "body",
    "left",
    "center",
    "right",
    "justified",
    "title",
    "subtitle",
    "citation",
    "numbered",
    "item",
    "article",
    "clause",
    "sole_clause",
    "inciso",
    "note",
)
VARIABLES = frozenset(
    {
        "orgao_nome",
        "orgao_sigla",
        "unidade_nome",
        "unidade_sigla",
        "unidade_endereco",
        "hierarquia_unidade",
        "usuario_nome",
        "processo_numero",
        "processo_tipo",
        "processo_especificacao",
        "documento_numero",
        "documento_tipo",
        "documento_numero_tipo",
        "interessados",
        "destinatarios",
        "data_extenso",
        "ano",
        "municipio",
    }
)

_IDENTIFIER = re.compile(r"(?:[0-9]{5}-)?[0-9a-z]{26}")
_FIELD = re.compile(r"[a-z][a-z0-9_]{0,39}")
_DOCUMENT_NUMBER = re.compile(r"[0-9]{7,20}")
_PROCESS_NUMBER = re.compile(r"[0-9][0-9./-]{3,48}[0-9]")
_BLANK_OR_CONTROL = re.compile(r"[\s\x00-\x1f\x7f\\\ud800-\udfff]")


class ContentRefused(InvalidRequest):
    """The content is outside the vocabulary: ``reason`` is the stable code, ``path`` a JSON pointer."""

    def __init__(self, reason: str, path: str, message: str) -> None:
        super().__init__(FieldError(f"content{path}", reason, message))
        self.reason = reason
        self.path = path

    def __str__(self) -> str:
        return f"{self.reason} at content{self.path}: {self.errors[0].message}"


Check = Callable[[Any, str], Any]


@dataclass(frozen=True, slots=True)
class Attribute:
    """One attribute: ``check(value, path)`` returns what to keep or raises; ``default`` fills absence."""

    check: Check
    default: Any = None
    required: bool = False


@dataclass(frozen=True, slots=True)
class NodeRule:
    """What a node may hold; ``dropped`` are the editor's own attributes: not kept."""

    children: tuple[str, ...] = ()
    attributes: Mapping[str, Attribute] = field(default_factory=lambda: MappingProxyType({}))
    first_child: str | None = None
    needs_children: bool = False
    dropped: frozenset[str] = frozenset()


def one_of(*values: str) -> Check:
    def check(value: Any, path: str) -> Any:
        if not isinstance(value, str) or value not in values:
            raise ContentRefused(
                "invalid_attribute", path, f"Valor não previsto: use um de {', '.join(values)}."
            )
        return value

    return check


def whole_number(lowest: int, highest: int) -> Check:
    def check(value: Any, path: str) -> Any:
        if type(value) is not int or not lowest <= value <= highest:
            raise ContentRefused(
                "invalid_attribute", path, f"O valor tem de ser um número inteiro de {lowest} a {highest}."
            )
        return value

    return check


def flag(value: Any, path: str) -> Any:
    if type(value) is not bool:
        raise ContentRefused("invalid_attribute", path, "O valor tem de ser verdadeiro ou falso.")
    return value


def matching(pattern: re.Pattern[str], *, optional: bool) -> Check:
    def check(value: Any, path: str) -> Any:
        if value is None and optional:
            return None
        if not isinstance(value, str) or not pattern.fullmatch(value):
            raise ContentRefused("invalid_attribute", path, "A referência não é válida.")
        return value

    return check


def variable_value(value: Any, path: str) -> Any:
    if value is not None and not isinstance(value, str):
        raise ContentRefused("invalid_attribute", path, "O valor da variável tem de ser um texto.")
    return value


def lines(value: Any, path: str) -> Any:
    """A list of single lines, cleaned by whoever parses."""
    if not isinstance(value, list) or not all(isinstance(line, str) for line in value):
        raise ContentRefused("invalid_attribute", path, "O valor tem de ser uma lista de textos.")
    return value


def one_line(value: Any, path: str) -> Any:
    if not isinstance(value, str):
        raise ContentRefused("invalid_attribute", path, "O valor tem de ser um texto.")
    return value


def link_address(value: Any, path: str) -> Any:
    """Only web and mail addresses; anything that a reader's program could run is refused."""
    refusal = ContentRefused(
        "invalid_link", path, "O endereço do link não é válido: use http://, https:// ou mailto:."
    )
    if not isinstance(value, str) or not 0 < len(value) <= 2000 or _BLANK_OR_CONTROL.search(value):
        raise refusal
    value = unicodedata.normalize("NFC", value)
    try:
        parts = urlsplit(value)
        host = parts.hostname
    except ValueError:
        raise refusal from None
    if parts.scheme in ("http", "https") and host and "@" not in parts.netloc:
        return value
    if parts.scheme == "mailto" and "@" in parts.path.strip("@"):
        return value
    raise refusal


_TEXT_FLOW = ("paragraph", "heading", "bulletList", "orderedList", "blockquote", "table", "horizontalRule")
# Inside a cell or a quotation a page break is kept, for the editor may put one there, and has no effect.
_FLOW = (*_TEXT_FLOW, "pageBreak")
_INLINE = ("text", "hardBreak", "documentReference", "processReference", "variable")
_CELL = NodeRule(
    children=_FLOW,
    attributes={
        "colspan": Attribute(whole_number(1, LARGEST_SPAN), default=1),
        "rowspan": Attribute(whole_number(1, LARGEST_SPAN), default=1),
    },
    dropped=frozenset({"colwidth"}),
)

NODES: Mapping[str, NodeRule] = {
    "doc": NodeRule(children=("section",), needs_children=True),
    "section": NodeRule(
        children=(*_FLOW, "formAnswers"),
        attributes={
            "role": Attribute(one_of(*SECTION_ROLES), required=True),
            "locked": Attribute(flag, default=False),
            "dynamic": Attribute(flag, default=False),
        },
    ),
    "paragraph": NodeRule(
        children=_INLINE, attributes={"style": Attribute(one_of(*PARAGRAPH_STYLES), default="body")}
    ),
    "heading": NodeRule(children=_INLINE, attributes={"level": Attribute(whole_number(1, 4), required=True)}),
    "bulletList": NodeRule(children=("listItem",), needs_children=True),
    "orderedList": NodeRule(
        children=("listItem",),
        attributes={"start": Attribute(whole_number(0, 9999), default=1)},
        needs_children=True,
        dropped=frozenset({"type"}),
    ),
    "listItem": NodeRule(children=_TEXT_FLOW, first_child="paragraph", needs_children=True),
    "blockquote": NodeRule(children=_FLOW, needs_children=True),
    "table": NodeRule(children=("tableRow",), needs_children=True),
    "tableRow": NodeRule(children=("tableHeader", "tableCell")),
    "tableHeader": _CELL,
    "tableCell": _CELL,
    "formAnswers": NodeRule(
        children=("formAnswer", "paragraph"),
        attributes={"complete": Attribute(flag, default=False)},
        needs_children=True,
    ),
    "formAnswer": NodeRule(
        attributes={
            "field": Attribute(matching(_FIELD, optional=False), required=True),
            "label": Attribute(one_line, required=True),
            "answer": Attribute(lines, default=()),
            "shown": Attribute(lines, default=()),
        }
    ),
    "horizontalRule": NodeRule(),
    "pageBreak": NodeRule(),
    "hardBreak": NodeRule(),
    "text": NodeRule(),
    "documentReference": NodeRule(
        attributes={
            "number": Attribute(matching(_DOCUMENT_NUMBER, optional=False), required=True),
            "document": Attribute(matching(_IDENTIFIER, optional=True)),
            "process": Attribute(matching(_IDENTIFIER, optional=True)),
        }
    ),
    "processReference": NodeRule(
        attributes={"number": Attribute(matching(_PROCESS_NUMBER, optional=False), required=True)}
    ),
    "variable": NodeRule(
        attributes={
            "name": Attribute(one_of(*sorted(VARIABLES)), required=True),
            "value": Attribute(variable_value),
        }
    ),
}
INLINE = frozenset(_INLINE)

# The order is the order of nesting, outermost first: two editors that toggle the same marks in a different
# order must give the same digest.
MARKS: Mapping[str, NodeRule] = {
    "link": NodeRule(
        attributes={"href": Attribute(link_address, required=True)},
        dropped=frozenset({"target", "rel", "class", "title"}),
    ),
    "bold": NodeRule(),
    "italic": NodeRule(),
    "underline": NodeRule(),
    "strike": NodeRule(),
    "subscript": NodeRule(),
    "superscript": NodeRule(),
}
