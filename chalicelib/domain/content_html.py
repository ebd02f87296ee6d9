"""An authored document as HTML, safe by construction (DOC-03, security of user HTML).

Only the tags written in this file can come out, and every text and attribute goes through ``escape``: there
is nothing to sanitise afterwards.
"""

from collections.abc import Callable, Mapping
from html import escape
from types import MappingProxyType

from chalicelib.domain.content_citations import citation_address
from chalicelib.domain.content_contents import TITLE, entries, has_contents
from chalicelib.domain.content_form import as_table
from chalicelib.domain.content_notes import footnotes
from chalicelib.domain.content_outline import HeadingLevels, ParagraphLabels
from chalicelib.domain.content_parsing import Content, Node
from chalicelib.domain.content_sections import on_paper
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
LEADING = (*REFERENCES, "footnote", "crossReference")


def to_html(content: Content, *, site: str = "", pictures: Mapping[str, str] = NOTHING) -> str:
    """The document's sections as HTML. ``site`` is where the numbers that it cites are found, ``pictures`` the address
    of each picture by its SHA-256."""
    writer = HtmlWriter(content, site, pictures)
    return "".join(writer.section(section) for section in on_paper(content.sections)) + writer.notes()


class HtmlWriter:
    """One walk over one document, in the order of the paper; it keeps the running labels and levels."""

    def __init__(self, content: Content, site: str, pictures: Mapping[str, str] = NOTHING) -> None:
        self._site = site
        self._pictures = pictures
        self._notes = footnotes(content)
        self._numbers = {id(note): number for number, note in enumerate(self._notes, start=1)}
        self._entries = entries(content) if has_contents(content) else None
        self._headings = 0
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
            "tableOfContents": lambda node: self._contents(),
        }

    def section(self, node: Node) -> str:
        return f'<section class="section section-{node["attrs"]["role"]}">{self._all(node)}</section>'

    def notes(self) -> str:
        """The footnotes, each with the way back to where it is called."""
        if not self._notes:
            return ""
        items = "".join(self._note(number, note) for number, note in enumerate(self._notes, start=1))
        return f'<section class="section notes" role="doc-endnotes" aria-label="Notas"><ol>{items}</ol></section>'

    def _note(self, number: int, note: Node) -> str:
        back = f'<a class="back" role="doc-backlink" href="#chamada-{number}">voltar ao texto</a>'
        return f'<li id="nota-{number}">{self._inline(note)} {back}</li>'

    def _contents(self) -> str:
        lines = "".join(
            f'<li class="contents-{entry.level}"><a href="#titulo-{entry.place}">{escape(entry.text)}</a></li>'
            for entry in self._entries or ()
        )
        title = f'<p class="contents-title">{TITLE}</p>'
        return f'<nav class="contents" aria-label="{TITLE}">{title}<ul>{lines}</ul></nav>' if lines else ""

    def _all(self, node: Node) -> str:
        return "".join(self._blocks[child["type"]](child) for child in node["content"])

    def _paragraph(self, node: Node) -> str:
        style = node["attrs"]["style"]
        text = self._inline(node)
        label = self._labels.following(style)
        text = _anchored(node, text)
        if style == "title" and text and (level := self._levels.title()):
            return f'<h{level} class="title">{text}</h{level}>'
        if label:
            text = f'<span class="label">{label}</span> {text}'
        return f'<p class="{style}">{text or _EMPTY}</p>'

    def _heading(self, node: Node) -> str:
        chosen = node["attrs"]["level"]
        text = self._inline(node)
        self._labels.following("heading")
        self._headings += 1
        if not text:
            return f'<p class="heading-{chosen}">{_EMPTY}</p>'
        level = self._levels.heading(chosen)
        place = "" if self._entries is None else f' id="titulo-{self._headings}"'
        return f'<h{level} class="heading-{chosen}"{place}>{_anchored(node, text)}</h{level}>'

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
        elif kind == "footnote":
            html = self._call(node)
        elif kind == "crossReference":
            html = _to_place(node)
        elif kind == "variable" and node["attrs"]["value"] is None:
            html = f'<span class="unresolved">{escape(inline_text(node))}</span>'
        else:
            html = escape(inline_text(node))
        for mark in reversed(node.get("marks", ())):
            if mark["type"] == "link":
                # What leads somewhere is a link already, and links do not nest.
                if kind not in LEADING:
                    html = _outside_link(mark["attrs"]["href"], html)
            else:
                tag = _MARK_TAGS[mark["type"]]
                html = f"<{tag}>{html}</{tag}>"
        return html

    def _call(self, note: Node) -> str:
        number = self._numbers[id(note)]
        link = f'<a id="chamada-{number}" role="doc-noteref" href="#nota-{number}">{number}</a>'
        return f'<sup class="note-call">{link}</sup>'

    def _reference(self, number: str) -> str:
        address = citation_address(self._site, number)
        link = f' href="{escape(address)}" target="_blank" rel="noopener"' if address else ""
        return f'<a class="reference"{link}>{escape(number)}</a>'


def _anchored(node: Node, text: str) -> str:
    """The text with the place that references lead to."""
    anchor = node["attrs"].get("anchor")
    return f'<span id="trecho-{anchor}">{text}</span>' if anchor and text else text


def _to_place(node: Node) -> str:
    words = escape(inline_text(node))
    if not node["attrs"]["value"]:
        return f'<span class="unresolved">{words}</span>'
    return f'<a class="cross-reference" href="#trecho-{node["attrs"]["target"]}">{words}</a>'


def _only_headers(row: Node) -> bool:
    """A row of nothing but headers heads the columns; a header beside cells heads its row."""
    return all(cell["type"] == "tableHeader" for cell in row["content"])


def _outside_link(address: str, html: str) -> str:
    return f'<a href="{escape(address)}" target="_blank" rel="noopener noreferrer nofollow">{html}</a>'
