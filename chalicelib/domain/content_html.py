"""An authored document as HTML, safe by construction (DOC-03, security of user HTML).

Only the tags written in this file can come out, and every text and attribute goes through ``escape``: there
is nothing to sanitise afterwards.
"""

from collections.abc import Callable, Mapping
from html import escape
from types import MappingProxyType

from chalicelib.domain.content_citations import citation_address
from chalicelib.domain.content_form import as_table
from chalicelib.domain.content_outline import HeadingLevels, ParagraphLabels
from chalicelib.domain.content_parsing import Content, Node
from chalicelib.domain.content_text import inline_text, picture_words

_MARK_TAGS = {
    "bold": "strong",
    "italic": "em",
    "underline": "u",
    "strike": "s",
    "subscript": "sub",
    "superscript": "sup",
}
_EMPTY = "<br>"
NOTHING: Mapping[str, str] = MappingProxyType({})
NO_DESCRIPTION = "Imagem sem descrição"
REFERENCES = ("documentReference", "processReference")


def to_html(content: Content, *, site: str = "", pictures: Mapping[str, str] = NOTHING) -> str:
    """The document's sections as HTML. ``site`` is where the numbers that it cites are found, ``pictures`` the address
    of each picture by its SHA-256."""
    writer = HtmlWriter(site, pictures)
    return "".join(writer.section(section) for section in content.sections)


class HtmlWriter:
    """One walk over one document; it keeps the running labels and levels."""

    def __init__(self, site: str, pictures: Mapping[str, str] = NOTHING) -> None:
        self._site = site
        self._pictures = pictures
        self._labels = ParagraphLabels()
        self._levels = HeadingLevels()
        self._blocks: dict[str, Callable[[Node], str]] = {
            "paragraph": self._paragraph,
            "heading": self._heading,
            "bulletList": lambda node: f"<ul>{self._all(node)}</ul>",
            "orderedList": self._ordered_list,
            "listItem": lambda node: f"<li>{self._all(node)}</li>",
            "blockquote": lambda node: f"<blockquote>{self._all(node)}</blockquote>",
            "table": self._table,
            "formAnswers": lambda node: self._table(as_table(node)),
            "image": self._image,
            "horizontalRule": lambda node: "<hr>",
            "pageBreak": lambda node: '<div class="page-break"></div>',
        }

    def section(self, node: Node) -> str:
        return f'<section class="section section-{node["attrs"]["role"]}">{self._all(node)}</section>'

    def _all(self, node: Node) -> str:
        return "".join(self._blocks[child["type"]](child) for child in node["content"])

    def _paragraph(self, node: Node) -> str:
        style = node["attrs"]["style"]
        text = self._inline(node)
        label = self._labels.following(style)
        if style == "title" and text and (level := self._levels.title()):
            return f'<h{level} class="title">{text}</h{level}>'
        if label:
            text = f'<span class="label">{label}</span> {text}'
        return f'<p class="{style}">{text or _EMPTY}</p>'

    def _heading(self, node: Node) -> str:
        chosen = node["attrs"]["level"]
        text = self._inline(node)
        self._labels.following("heading")
        if not text:
            return f'<p class="heading-{chosen}">{_EMPTY}</p>'
        level = self._levels.heading(chosen)
        return f'<h{level} class="heading-{chosen}">{text}</h{level}>'

    def _ordered_list(self, node: Node) -> str:
        start = node["attrs"]["start"]
        opening = "<ol>" if start == 1 else f'<ol start="{start}">'
        return f"{opening}{self._all(node)}</ol>"

    def _image(self, node: Node) -> str:
        attributes = node["attrs"]
        address = self._pictures.get(attributes["sha256"] or "")
        if not address:
            return f'<p class="picture missing">{escape(picture_words(node))}</p>'
        alternative = escape(attributes["alt"].strip() or NO_DESCRIPTION)
        return f'<p class="picture"><img src="{address}" alt="{alternative}" width="{attributes["width"]}%"></p>'

    def _table(self, node: Node) -> str:
        rows = "".join(
            self._row(row, heads=position == 0 and _only_headers(row))
            for position, row in enumerate(node["content"])
        )
        scrollable = '<div class="table" role="group" aria-label="Tabela" tabindex="0">'
        return f"{scrollable}<table><tbody>{rows}</tbody></table></div>"

    def _row(self, node: Node, *, heads: bool) -> str:
        return f"<tr>{''.join(self._cell(cell, heads=heads) for cell in node['content'])}</tr>"

    def _cell(self, node: Node, *, heads: bool) -> str:
        attributes = "".join(
            f' {name}="{node["attrs"][name]}"' for name in ("colspan", "rowspan") if node["attrs"][name] != 1
        )
        if node["type"] == "tableHeader":
            return f'<th scope="{"col" if heads else "row"}"{attributes}>{self._all(node)}</th>'
        return f"<td{attributes}>{self._all(node)}</td>"

    def _inline(self, node: Node) -> str:
        return "".join(self._inline_node(child) for child in node["content"])

    def _inline_node(self, node: Node) -> str:
        kind = node["type"]
        if kind == "hardBreak":
            html = _EMPTY
        elif kind in REFERENCES:
            html = self._reference(inline_text(node))
        elif kind == "variable" and node["attrs"]["value"] is None:
            html = f'<span class="unresolved">{escape(inline_text(node))}</span>'
        else:
            html = escape(inline_text(node))
        for mark in reversed(node.get("marks", ())):
            if mark["type"] == "link":
                # A cited document is a link already, and links do not nest.
                if kind not in REFERENCES:
                    html = _outside_link(mark["attrs"]["href"], html)
            else:
                tag = _MARK_TAGS[mark["type"]]
                html = f"<{tag}>{html}</{tag}>"
        return html

    def _reference(self, number: str) -> str:
        address = citation_address(self._site, number)
        link = f' href="{escape(address)}" target="_blank" rel="noopener"' if address else ""
        return f'<a class="reference"{link}>{escape(number)}</a>'


def _only_headers(row: Node) -> bool:
    """A row of nothing but headers heads the columns; a header beside cells heads its row."""
    return all(cell["type"] == "tableHeader" for cell in row["content"])


def _outside_link(address: str, html: str) -> str:
    return f'<a href="{escape(address)}" target="_blank" rel="noopener noreferrer nofollow">{html}</a>'
