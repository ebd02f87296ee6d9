"""The closed vocabulary of an authored document: each node, mark and attribute there is (DOC-03, DOC-04).

The names are ProseMirror's, so the editor's state is the stored form. Whatever is not listed here does not
exist: there is no raw HTML, no style attribute, no image address and no colour, which is what lets the same
content become a page, a PDF/A and a digest without a sanitiser in between.
"""

import re
from collections.abc import Mapping
from dataclasses import field
from types import MappingProxyType
from typing import Any

from chalicelib.domain.content_attributes import (
    Check,
    description,
    flag,
    lines,
    link_address,
    matching,
    one_line,
    one_of,
    variable_value,
    whole_number,
)
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
    "figure_caption",
    "table_caption",
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
        "documento_valor",
        "interessados",
        "destinatarios",
        "data_extenso",
        "ano",
        "municipio",
    }
)

_IDENTIFIER = re.compile(r"(?:[0-9]{5}-)?[0-9a-z]{26}")
#: The pictures that every browser shows and the typesetter reads.
IMAGE_TYPES = ("image/png", "image/jpeg")

_DIGEST = re.compile(r"[0-9a-f]{64}")
_FIELD = re.compile(r"[a-z][a-z0-9_]{0,39}")
_DOCUMENT_NUMBER = re.compile(r"[0-9]{7,20}")
_ANCHOR = re.compile(r"[0-9a-z]{6,26}")
_PROCESS_NUMBER = re.compile(r"[0-9][0-9./-]{3,48}[0-9]")


@dataclass(frozen=True, slots=True)
class Attribute:
    """One attribute: ``check(value, path)`` returns what to keep or raises; ``default`` fills absence, unless the
    attribute is ``rare``: then it is absent where it was not given."""

    check: Check
    default: Any = None
    required: bool = False
    rare: bool = False


@dataclass(frozen=True, slots=True)
class NodeRule:
    """What a node may hold; ``dropped`` are the editor's own attributes: not kept."""

    children: tuple[str, ...] = ()
    attributes: Mapping[str, Attribute] = field(default_factory=lambda: MappingProxyType({}))
    first_child: str | None = None
    needs_children: bool = False
    dropped: frozenset[str] = frozenset()


_TEXT_FLOW = (
    "paragraph", "heading", "bulletList", "orderedList", "blockquote", "table", "image", "horizontalRule",
)  # fmt: skip
# Inside a cell or a quotation a page break is kept, for the editor may put one there, and has no effect.
_FLOW = (*_TEXT_FLOW, "pageBreak")
_INLINE = (
    "text", "hardBreak", "documentReference", "processReference", "variable", "footnote", "crossReference",
)  # fmt: skip
#: What a reference inside the document may lead to.
_PLACE = Attribute(matching(_ANCHOR, optional=False), rare=True)
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
        children=(*_FLOW, "formAnswers", "tableOfContents"),
        attributes={
            "role": Attribute(one_of(*SECTION_ROLES), required=True),
            "locked": Attribute(flag, default=False),
            "dynamic": Attribute(flag, default=False),
        },
    ),
    "paragraph": NodeRule(
        children=_INLINE,
        attributes={"style": Attribute(one_of(*PARAGRAPH_STYLES), default="body"), "anchor": _PLACE},
    ),
    "heading": NodeRule(
        children=_INLINE,
        attributes={"level": Attribute(whole_number(1, 4), required=True), "anchor": _PLACE},
    ),
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
    "image": NodeRule(
        attributes={
            "upload": Attribute(matching(_IDENTIFIER, optional=False), required=True),
            "alt": Attribute(description, default=""),
            "width": Attribute(whole_number(10, 100), default=100),
            "sha256": Attribute(matching(_DIGEST, optional=True)),
            "media_type": Attribute(one_of(*IMAGE_TYPES)),
            "size": Attribute(whole_number(1, 2**31)),
        }
    ),
    "horizontalRule": NodeRule(),
    "pageBreak": NodeRule(),
    "tableOfContents": NodeRule(),
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
    "footnote": NodeRule(children=("text", "hardBreak", "documentReference", "processReference")),
    "crossReference": NodeRule(
        attributes={
            "target": Attribute(matching(_ANCHOR, optional=False), required=True),
            "value": Attribute(variable_value),
        }
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
