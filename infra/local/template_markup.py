"""The light YAML markup of templates, turned into the editor's JSON (DOC-03, DOC-04; schema 1).

A template is a list of sections; a section is a list of blocks; a block is ``estilo: texto``. Inside a text:
``**negrito**``, ``*itálico*``, ``__sublinhado__``, ``[texto](https://…)``, ``@variavel@`` and a new line.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from chalicelib.domain.content import VARIABLES

Node = dict[str, Any]
Refuse = Callable[[str, str], None]

ROLES = {
    "cabecalho": "header",
    "titulo": "title",
    "destinatario": "addressee",
    "corpo": "body",
    "fecho": "closing",
    "assinatura": "signature",
    "rodape": "footer",
}
PARAGRAPH_STYLES = {
    "texto": "body",
    "esquerda": "left",
    "centro": "center",
    "direita": "right",
    "justificado": "justified",
    "titulo": "title",
    "subtitulo": "subtitle",
    "citacao": "citation",
    "numerado": "numbered",
    "artigo": "article",
    "paragrafo": "clause",
    "paragrafo_unico": "sole_clause",
    "inciso": "inciso",
    "item": "item",
    "nota": "note",
}
HEADING = re.compile(r"titulo_nivel_([1-4])")
STANDALONE = {"linha": "horizontalRule", "quebra_de_pagina": "pageBreak"}
INLINE = re.compile(
    r"\*\*(?P<bold>.+?)\*\*|__(?P<underline>.+?)__|\*(?P<italic>.+?)\*"
    r"|\[(?P<label>[^\]]+)\]\((?P<href>(?:https?://|mailto:)[^)\s]+)\)"
    r"|@(?P<variable>[a-z_]+)@|(?P<newline>\n)",
    re.DOTALL,
)


def document_content(sections: list[Node]) -> Node:
    """A whole document in the editor's schema."""
    return {"schema": 1, "type": "doc", "content": sections}


def section_node(role: str, locked: bool, dynamic: bool, blocks: list[Node]) -> Node:
    """``role`` in English; ``blocks`` as given by :func:`block_node`."""
    return {
        "type": "section",
        "attrs": {"role": role, "locked": locked, "dynamic": dynamic},
        "content": blocks,
    }


def block_node(block: Any, refuse: Refuse) -> Node | None:
    """One block, or None after ``refuse(block name, sentence)`` was told why."""
    if isinstance(block, str) and block in STANDALONE:
        return {"type": STANDALONE[block]}
    if not isinstance(block, dict) or len(block) != 1:
        refuse("blocos", "cada bloco tem um só estilo e o seu texto, por exemplo “- texto: Encaminho…”.")
        return None
    name, value = next(iter(block.items()))
    if name in PARAGRAPH_STYLES:
        return _textual("paragraph", {"style": PARAGRAPH_STYLES[name]}, name, value, refuse)
    heading = HEADING.fullmatch(name)
    if heading:
        return _textual("heading", {"level": int(heading[1])}, name, value, refuse)
    if name in ("lista", "lista_numerada"):
        return _list(name, value, refuse)
    if name == "tabela":
        return _table(value, refuse)
    known = [*PARAGRAPH_STYLES, "titulo_nivel_1 a titulo_nivel_4", "lista", "lista_numerada", "tabela"]
    refuse(name, f"não é um estilo conhecido; use {', '.join([*known, *STANDALONE])}.")
    return None


def inline_nodes(text: str, refuse: Callable[[str], None], marks: tuple[Node, ...] = ()) -> list[Node]:
    """The inlines of ``text``; marks nest, and an unknown variable is refused by name."""
    nodes: list[Node] = []
    position = 0
    for match in INLINE.finditer(text):
        nodes += _plain(text[position : match.start()], marks)
        nodes += _matched(match, refuse, marks)
        position = match.end()
    return nodes + _plain(text[position:], marks)


def _matched(match: re.Match[str], refuse: Callable[[str], None], marks: tuple[Node, ...]) -> list[Node]:
    for mark in ("bold", "underline", "italic"):
        if match[mark] is not None:
            return inline_nodes(match[mark], refuse, (*marks, {"type": mark}))
    if match["label"] is not None:
        return inline_nodes(
            match["label"], refuse, (*marks, {"type": "link", "attrs": {"href": match["href"]}})
        )
    if match["variable"] is not None:
        name = match["variable"]
        if name not in VARIABLES:
            refuse(f"a variável “@{name}@” não existe; use {', '.join(f'@{v}@' for v in sorted(VARIABLES))}.")
        return [_marked({"type": "variable", "attrs": {"name": name}}, marks)]
    return [{"type": "hardBreak"}]


def _plain(text: str, marks: tuple[Node, ...]) -> list[Node]:
    return [_marked({"type": "text", "text": text}, marks)] if text else []


def _marked(node: Node, marks: tuple[Node, ...]) -> Node:
    return {**node, "marks": [dict(mark) for mark in marks]} if marks else node


def _textual(kind: str, attributes: Mapping[str, Any], name: str, value: Any, refuse: Refuse) -> Node | None:
    if not isinstance(value, str) or not value.strip():
        refuse(name, "o texto do bloco está vazio.")
        return None
    content = inline_nodes(value.strip(), lambda sentence: refuse(name, sentence))
    return {"type": kind, "attrs": dict(attributes), "content": content}


def _list(name: str, value: Any, refuse: Refuse) -> Node | None:
    if not isinstance(value, list) or not value:
        refuse(name, "deve ser uma lista de textos.")
        return None
    # "item" would print its own letter beside the list's bullet or number.
    items = [_textual("paragraph", {"style": "body"}, name, entry, refuse) for entry in value]
    content = [{"type": "listItem", "content": [item]} for item in items if item]
    if name == "lista":
        return {"type": "bulletList", "content": content}
    return {"type": "orderedList", "attrs": {"start": 1}, "content": content}


def _table(value: Any, refuse: Refuse) -> Node | None:
    known = isinstance(value, dict) and not set(value) - {"colunas", "linhas"}
    if not known or not value.get("linhas") or not isinstance(value["linhas"], list):
        refuse("tabela", "deve ter “colunas” (títulos, opcional) e “linhas” (listas de textos).")
        return None
    rows = [("tableHeader", value["colunas"])] if value.get("colunas") else []
    rows += [("tableCell", row) for row in value["linhas"]]
    if not all(isinstance(row, list) for _, row in rows) or len({len(row) for _, row in rows}) != 1:
        refuse("tabela", "todas as linhas devem ter o mesmo número de colunas.")
        return None
    content = [{"type": "tableRow", "content": list(_cells(kind, row, refuse))} for kind, row in rows]
    return {"type": "table", "content": content}


def _cells(kind: str, row: list[Any], refuse: Refuse) -> Iterator[Node]:
    for text in row:
        paragraph: Node | None
        if text == "":
            paragraph = {"type": "paragraph", "attrs": {"style": "left"}}
        else:
            paragraph = _textual("paragraph", {"style": "left"}, "tabela", text, refuse)
        if paragraph:
            yield {"type": kind, "attrs": {"colspan": 1, "rowspan": 1}, "content": [paragraph]}
