"""HTML as other systems send it, SEI's services among them, turned into structured content (DOC-26).

There is no sanitiser here: the tree is read and what a document may hold is written anew. Words stay; tags that mean
nothing here only lose themselves, and whatever runs is dropped. A picture stays if its file came in as any other and
was examined: it is known by its bytes when they are in the text, by its name when they are beside it.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from chalicelib.domain.content_attributes import LONGEST_DESCRIPTION, ContentRefused, link_address
from chalicelib.domain.content_parsing import Node, clean_text
from chalicelib.domain.content_schema import LARGEST_SPAN, MOST_COLUMNS
from chalicelib.domain.html_notes import Notes, notes_in
from chalicelib.domain.html_pictures import picture_key, picture_width
from chalicelib.domain.html_tree import Element, read_html

DEEPEST_LIST = 5
NOTHING: Mapping[str, str] = MappingProxyType({})
_MARKS = {
    **dict.fromkeys(("b", "strong"), "bold"),
    **dict.fromkeys(("i", "em", "cite", "dfn"), "italic"),
    **dict.fromkeys(("u", "ins"), "underline"),
    **dict.fromkeys(("s", "strike", "del"), "strike"),
    "sub": "subscript",
    "sup": "superscript",
}
_ALIGNMENTS = {"left": "left", "center": "center", "right": "right", "justify": "justified"}
#: The names of SEI's own styles, from the longest: the first that a class begins with tells the style.
_STYLES = (
    ("texto_justificado_recuo", "body"),
    ("texto_justificado", "justified"),
    ("texto_centralizado", "center"),
    ("texto_alinhado_direita", "right"),
    ("texto_alinhado_esquerda", "left"),
    ("tabela_texto_centralizado", "center"),
    ("tabela_texto_alinhado_direita", "right"),
    ("tabela_texto", "left"),
    ("paragrafo_numerado", "numbered"),
    ("item_alinea", "item"),
    ("citacao", "citation"),
    ("texto_fundo", "left"),
    ("texto_mono", "left"),
)
_HEADINGS = {f"h{level}": min(level, 4) for level in range(1, 7)}
_BLOCKS = frozenset(
    [
        "p",
        "div",
        "center",
        "ul",
        "ol",
        "li",
        "blockquote",
        "table",
        "hr",
        "pre",
        "address",
        "article",
        "section",
        "main",
        "header",
        "footer",
        "aside",
        "nav",
        "dl",
        "dt",
        "dd",
        "figure",
        "figcaption",
        "form",
        "fieldset",
        "tbody",
        "thead",
        "tfoot",
        "tr",
        "td",
        "th",
        "caption",
        "body",
        "html",
    ]
) | frozenset(_HEADINGS)
_BLANKS = re.compile(r"[ \t\n\r\f]+")
_NUMBER = re.compile(r"\s*([0-9]{7,20})\s*")
_PROCESS_NUMBER = re.compile(r"\s*([0-9]{1,10}[0-9./-]{2,38}[./-][0-9]{2,4})\s*")


def blocks_of(html: str, album: Mapping[str, str] = NOTHING) -> list[Node]:
    """The blocks of a section; one empty paragraph when nothing was said. ``album`` is as ``album_of`` makes it."""
    page = read_html(html)
    return _Writer(album, notes_in(page)).blocks(page, "body", 0) or [_paragraph([], "body")]


class _Writer:
    """One walk; ``style`` is what a paragraph looks like where nothing else is said."""

    def __init__(self, album: Mapping[str, str], notes: Notes) -> None:
        self._album = album
        self._notes = notes

    def blocks(self, element: Element, style: str, lists: int) -> list[Node]:
        made: list[Node] = []
        inline: list[Any] = []

        def flush() -> None:
            line = _trimmed(self._inline(inline, ()))
            if line:
                made.append(_paragraph(line, style))
            inline.clear()

        for child in element.children:
            if id(child) in self._notes.passed:
                continue
            if isinstance(child, Element) and self._is_block(child):
                flush()
                made += self._block(child, style, lists)
            else:
                inline.append(child)
        flush()
        return made

    def _is_block(self, element: Element) -> bool:
        own = element.tag in _BLOCKS or (element.tag == "img" and self._upload(element) is not None)
        return own or any(self._is_block(child) for child in element.elements())

    def _upload(self, image: Element) -> str | None:
        return self._album.get(picture_key(image.attributes.get("src", "")))

    def _picture(self, image: Element) -> Node:
        alt = clean_text(image.attributes.get("alt", ""))[:LONGEST_DESCRIPTION]
        return {"type": "image", "attrs": {"upload": self._upload(image), "alt": alt, "width": picture_width(image)}}

    def _block(self, element: Element, style: str, lists: int) -> list[Node]:
        tag = element.tag
        if tag == "img":
            return [self._picture(element)]
        own = _style(element) or ("center" if tag == "center" else style)
        if tag in _HEADINGS:
            line = _trimmed(self._inline(element.children, ()))
            return [{"type": "heading", "attrs": {"level": _HEADINGS[tag]}, "content": line}] if line else []
        if tag == "hr":
            broken = "page-break" in element.attributes.get("style", "")
            return [{"type": "pageBreak" if broken and lists == 0 and style == "body" else "horizontalRule"}]
        if tag in ("ul", "ol") and lists < DEEPEST_LIST:
            return self._list(element, lists)
        if tag == "blockquote" and lists == 0 and style != "citation":
            return _unbroken(self.blocks(element, "citation", lists))
        if tag == "table" and lists == 0:
            return self._table(element)
        return self.blocks(element, own, lists)

    def _list(self, element: Element, lists: int) -> list[Node]:
        items = []
        for child in element.elements():
            inside = _unbroken(self.blocks(child, "left", lists + 1))
            if not inside:
                continue
            if inside[0]["type"] != "paragraph":
                inside.insert(0, _paragraph([], "left"))
            items.append({"type": "listItem", "content": inside})
        if not items:
            return []
        if element.tag == "ul":
            return [{"type": "bulletList", "content": items}]
        return [{"type": "orderedList", "attrs": {"start": _whole(element, "start", 9999)}, "content": items}]

    def _table(self, element: Element) -> list[Node]:
        rows = [self._cells(row) for row in _rows(element)]
        rows = [row for row in rows if row]
        widest = max((sum(cell["attrs"]["colspan"] for cell in row) for row in rows), default=0)
        if not rows or widest > MOST_COLUMNS:
            return [block for row in rows for cell in row for block in cell["content"]]
        return [{"type": "table", "content": [{"type": "tableRow", "content": row} for row in rows]}]

    def _cells(self, row: Element) -> list[Node]:
        cells = []
        for cell in row.elements():
            if cell.tag not in ("td", "th"):
                continue
            # Inside a cell there are no lists of lists nor tables: only its lines.
            inside = _unbroken(self.blocks(cell, _style(cell) or "left", DEEPEST_LIST - 1))
            attributes = {name: _whole(cell, name, LARGEST_SPAN) for name in ("colspan", "rowspan")}
            kind = "tableHeader" if cell.tag == "th" else "tableCell"
            cells.append({"type": kind, "attrs": attributes, "content": inside or [_paragraph([], "left")]})
        return cells

    def _inline(self, children: Iterable[Any], marks: tuple[Node, ...]) -> list[Node]:
        line: list[Node] = []
        for child in children:
            if not isinstance(child, Element):
                if text := _BLANKS.sub(" ", child):
                    line.append({"type": "text", "text": text, "marks": list(marks)})
            elif id(child) in self._notes.passed:
                continue
            elif note := self._notes.told.get(id(child)):
                line.append({"type": "footnote", "content": self._note(note)})
            elif child.tag == "br":
                line.append({"type": "hardBreak"})
            elif reference := _reference(child):
                line.append(reference)
            else:
                line += self._inline(child.children, _marked(child, marks))
        return line

    def _note(self, told: Element) -> list[Node]:
        """The lines of a note with a break between them; a note holds no note of its own."""
        words: list[Node] = []
        for line in _lines(told, self._is_block):
            said = [node for node in self._inline(line, ()) if node["type"] != "footnote"]
            if written := _trimmed(said):
                words += [*([{"type": "hardBreak"}] if words else []), *written]
        return words


def _lines(element: Element, is_block: Callable[[Element], bool]) -> Iterator[list[Any]]:
    """What is written in it, cut where a block begins or ends."""
    line: list[Any] = []
    for child in element.children:
        if isinstance(child, Element) and is_block(child):
            yield line
            line = []
            yield from _lines(child, is_block)
        else:
            line.append(child)
    yield line


def _marked(element: Element, marks: tuple[Node, ...]) -> tuple[Node, ...]:
    mark: Node | None = None
    if element.tag in _MARKS:
        mark = {"type": _MARKS[element.tag]}
    elif element.tag == "a":
        try:
            address = link_address(element.attributes.get("href", ""), "")
            mark = {"type": "link", "attrs": {"href": address}}
        except ContentRefused:
            mark = None
    if mark is None or any(known["type"] == mark["type"] for known in marks):
        return marks
    return (*marks, mark)


def _reference(element: Element) -> Node | None:
    """SEI's link to a document or a process: an anchor of its own class around the number."""
    if element.tag != "a" or "ancorasei" not in element.attributes.get("class", "").lower().replace("_", ""):
        return None
    words = "".join(child for child in element.children if isinstance(child, str))
    for kind, pattern in (("documentReference", _NUMBER), ("processReference", _PROCESS_NUMBER)):
        if said := pattern.fullmatch(words):
            return {"type": kind, "attrs": {"number": said[1]}}
    return None


def _style(element: Element) -> str | None:
    if not element.attributes:
        return None
    name = element.attributes.get("class", "").lower()
    for beginning, style in _STYLES:
        if name.startswith(beginning):
            return style
    written = re.search(r"text-align\s*:\s*([a-z]+)", element.attributes.get("style", "").lower())
    align = written[1] if written else element.attributes.get("align", "").lower()
    return _ALIGNMENTS.get(align)


def _rows(table: Element) -> list[Element]:
    rows = []
    for child in table.elements():
        if child.tag == "tr":
            rows.append(child)
        elif child.tag in ("thead", "tbody", "tfoot", "form"):
            rows += _rows(child)
    return rows


def _whole(element: Element, name: str, most: int) -> int:
    written = element.attributes.get(name, "")
    number = int(written) if re.fullmatch("[0-9]{1,6}", written) else 1
    return min(max(number, 1), most)


def _unbroken(blocks: list[Node]) -> list[Node]:
    return [block for block in blocks if block["type"] != "pageBreak"]


def _paragraph(line: list[Node], style: str) -> Node:
    return {"type": "paragraph", "attrs": {"style": style}, "content": line}


def _trimmed(line: list[Node]) -> list[Node]:
    """Without the blanks that only separated tags; nothing, when there is nothing else."""
    if not any(node["type"] != "text" or node["text"].strip(" ") for node in line):
        return []
    for node, strip in ((line[0], str.lstrip), (line[-1], str.rstrip)):
        if node["type"] == "text":
            node["text"] = strip(node["text"], " ")
    return line
