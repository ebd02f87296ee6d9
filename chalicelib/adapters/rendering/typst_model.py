"""From the render model to the plain JSON that the fixed typst template reads: data only, never markup."""

import re
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import segno

from chalicelib.adapters.rendering.table_grid import PlacedCell, lay_out
from chalicelib.domain.content import inline_text, picture_words
from chalicelib.domain.content_citations import citation_address
from chalicelib.domain.content_contents import TITLE
from chalicelib.domain.content_form import as_table
from chalicelib.domain.content_html import NO_DESCRIPTION, REFERENCES
from chalicelib.domain.content_notes import footnotes
from chalicelib.domain.content_outline import HeadingLevels, ParagraphLabels
from chalicelib.domain.content_places import place_names
from chalicelib.domain.content_schema import INLINE
from chalicelib.domain.content_sections import on_paper
from chalicelib.domain.rendition import DRAFT_NOTICE, RenderModel
from chalicelib.domain.signature_stamp import Run, authenticity_runs, reference_line, signature_runs
from chalicelib.domain.training import TRAINING_NOTICE

_RUN = re.compile(r"[^\s/?\-\u2013\u2014]+")
#: What a number belongs to stays on its line, but in cells, which may be narrower than both.
_BELONGS = re.compile(r"(n[º°]|arts?\.|§|R\$) (?=\d)", re.IGNORECASE)

Node = dict[str, Any]
Printable = Callable[[str], str]

_PAGE_WIDTH = 468  # points between the margins
_LONGEST_WORD = 38  # the widest letters, in bold, that certainly fit one line of the page
_LETTER_IN_CELL = 6.5  # points: a letter of a table's text, on the wide side
_LONGEST_KEPT_TOGETHER = 700  # characters: what certainly fits one page


def template_data(model: RenderModel, printable: Printable) -> Node:
    """The JSON of ``document.typ``. ``printable`` replaces what the fonts cannot show."""
    writer = _Writer(printable, model)
    sections = _kept([writer.section(section) for section in on_paper(model.content.sections)])
    header = () if model.has_header_section else model.letterhead.lines
    return {
        "title": printable(_name(model)),
        "author": printable(model.author),
        "nup": printable(model.process_nup),
        "notice": DRAFT_NOTICE if model.draft else None,
        "training": TRAINING_NOTICE if model.training else None,
        "header": [printable(line) for line in header],
        "arms_alt": printable(model.letterhead.alternative_text),
        "sections": [section for section in sections if section["role"] != "footer"],
        "footers": [section for section in sections if section["role"] == "footer"],
        "stamps": [
            _runs(signature_runs(stamp, model.founding_norm), printable) for stamp in model.signatures
        ],
        "check": _check(model, printable),
        "origin": printable(reference_line(model.process_nup, model.document_number)),
    }


def _kept(sections: list[Node]) -> list[Node]:
    """The same, with the last paragraph before the closing kept beside it: no signature is alone on its page."""
    for before, after in pairwise(sections):
        last = before["blocks"][-1] if before["blocks"] else None
        if after["together"] and before["role"] == "body" and last and last["k"] == "p":
            last["kept"] = sum(len(node.get("t", "")) for node in last["c"]) <= _LONGEST_KEPT_TOGETHER
    return sections


def _name(model: RenderModel) -> str:
    return f"{model.title} ({model.document_number})" if model.document_number else model.title


def _check(model: RenderModel, printable: Printable) -> Node | None:
    if model.authenticity is None or model.draft:
        return None
    code = segno.make(model.authenticity.link, error="m")
    return {
        "runs": _runs(authenticity_runs(model.authenticity), printable),
        "qr": code.svg_inline(border=0, dark="#000", omitsize=True),
        "alt": f"Código QR para conferir a autenticidade: {printable(model.authenticity.link)}",
    }


def _runs(runs: tuple[Run, ...], printable: Printable) -> list[Node]:
    return [{"t": _breakable(printable(run.text), _LONGEST_WORD), "b": run.bold} for run in runs]


def _breakable(text: str, limit: int) -> str:
    """Let words that are wider than the line break; without it their end would leave the page unread.

    Addresses break by themselves after a slash or a hyphen: nothing is put inside what fits between two of them.
    """
    if limit == _LONGEST_WORD:
        text = _BELONGS.sub("\\1\u00a0", text)
    if len(text) <= limit:
        return text
    return _RUN.sub(
        lambda run: "\u200b".join(run[0][i : i + limit] for i in range(0, len(run[0]), limit)), text
    )


def picture_name(digest: str, media_type: str) -> str:
    """What the file of a picture is called beside the template."""
    return f"picture-{digest}.{'png' if media_type == 'image/png' else 'jpg'}"


class _Writer:
    """One walk over one document, with its labels and levels; ``limit`` is the longest word kept, ``room`` points."""

    def __init__(self, printable: Printable, model: RenderModel) -> None:
        self._printable = printable
        self._site = model.site
        self._pictures = model.pictures
        self._numbers = {id(note): number for number, note in enumerate(footnotes(model.content), start=1)}
        self._places = place_names(model.content)
        self._anchored: set[str] = set()
        self._labels = ParagraphLabels()
        self._levels = HeadingLevels()
        self._limit = _LONGEST_WORD
        self._room: float = _PAGE_WIDTH

    def section(self, node: Node) -> Node:
        role = node["attrs"]["role"]
        blocks = self._all(node, nested=role in ("header", "footer"))
        length = sum(_length(block) for block in node["content"])
        short = length <= _LONGEST_KEPT_TOGETHER and len(blocks) <= 12
        plain = all(block["k"] in ("p", "h") for block in blocks)
        together = role in ("closing", "signature", "footer") and short and plain
        return {"role": role, "blocks": blocks, "together": together}

    def _all(self, node: Node, *, nested: bool) -> list[Node]:
        blocks = (self._block(child, nested) for child in node["content"])
        return [block for block in blocks if block is not None]

    def _block(self, node: Node, nested: bool) -> Node | None:
        kind = node["type"]
        if kind == "paragraph":
            return self._paragraph(node, nested)
        if kind == "heading":
            return self._heading(node)
        if kind in ("bulletList", "orderedList"):
            items = [self._all(item, nested=True) for item in node["content"]]
            return {"k": "list", "start": node.get("attrs", {}).get("start"), "items": items}
        if kind == "blockquote":
            return {"k": "quote", "c": self._all(node, nested=True)}
        if kind == "formAnswers":
            return self._table(as_table(node))
        if kind == "table":
            return self._table(node)
        if kind == "pageBreak":
            return None if nested else {"k": "break"}
        if kind == "tableOfContents":
            return {"k": "contents", "title": TITLE}
        if kind == "image":
            return self._image(node)
        return {"k": "rule"}

    def _image(self, node: Node) -> Node:
        attributes = node["attrs"]
        if attributes["sha256"] not in self._pictures:
            words: list[Node] = [{"k": "t", "t": self._printable(picture_words(node)), "m": [], "href": None}]
            return {"k": "p", "style": "center", "label": None, "c": words}
        path = f"/{picture_name(attributes['sha256'], attributes['media_type'])}"
        alternative = self._printable(attributes["alt"].strip() or NO_DESCRIPTION)
        return {"k": "image", "path": path, "alt": alternative, "width": attributes["width"]}

    def _paragraph(self, node: Node, nested: bool) -> Node:
        style = node["attrs"]["style"]
        inline = self._place(node, self._inline(node))
        label = self._labels.following(style)
        if style == "title" and _visible(inline) and (level := self._levels.title()):
            return {"k": "h", "level": level, "size": 0, "words": "", "c": inline}
        if nested and style == "body":
            style = "left"
        return {"k": "p", "style": style, "label": label, "c": inline}

    def _heading(self, node: Node) -> Node:
        inline = self._place(node, self._inline(node))
        self._labels.following("heading")
        if not _visible(inline):
            return {"k": "p", "style": "left", "label": None, "c": inline}
        chosen = node["attrs"]["level"]
        words = " ".join("".join(part["t"] for part in inline if part["k"] == "t").split())
        return {"k": "h", "level": self._levels.heading(chosen), "size": chosen, "words": words, "c": inline}

    def _table(self, node: Node) -> Node | None:
        grid = lay_out(node)
        if not grid.cells:
            return None
        widths = _widths(grid.cells, grid.columns)
        outside = self._limit, self._room
        point = self._room / sum(widths)
        cells = []
        for cell in grid.cells:
            self._room = point * sum(widths[cell.x : cell.x + cell.colspan])
            self._limit = max(3, min(outside[0], int(self._room / _LETTER_IN_CELL) - 1))
            cells.append(self._cell(cell))
        self._limit, self._room = outside
        header = [cell for cell in cells if cell["y"] < grid.header_rows]
        return {
            "k": "table",
            "columns": widths,
            "header": header,
            "repeat": not any(_leads(part) for cell in header for part in cell["c"]),
            "body": [cell for cell in cells if cell["y"] >= grid.header_rows],
        }

    def _cell(self, cell: PlacedCell) -> Node:
        return {
            "x": cell.x,
            "y": cell.y,
            "colspan": cell.colspan,
            "rowspan": cell.rowspan,
            "th": cell.node["type"] == "tableHeader",
            "c": self._all(cell.node, nested=True),
        }

    def _inline(self, node: Node) -> list[Node]:
        return [self._inline_node(child) for child in node["content"]]

    def _place(self, node: Node, inline: list[Node]) -> list[Node]:
        """The line with the mark that references lead to, if it is the first with that anchor."""
        anchor = node["attrs"].get("anchor")
        if anchor not in self._places or anchor in self._anchored:
            return inline
        self._anchored.add(anchor)
        return [{"k": "place", "anchor": _label(anchor)}, *inline]

    def _inline_node(self, node: Node) -> Node:
        if node["type"] == "hardBreak":
            return {"k": "br"}
        if node["type"] == "footnote":
            return {"k": "note", "number": self._numbers[id(node)], "c": self._inline(node)}
        marks = {mark["type"]: mark.get("attrs", {}) for mark in node.get("marks", ())}
        if "strike" in marks:
            # Tagged PDF says only one line per text, and the one that says "no longer" matters more.
            marks.pop("underline", None)
        return {
            "k": "t",
            "t": _breakable(self._printable(inline_text(node)), self._limit),
            "m": [kind for kind in reversed(marks) if kind != "link"],
            "href": self._address(node, marks),
            **self._target(node),
        }

    def _target(self, node: Node) -> Node:
        """Where a reference inside the document leads, when its place is there."""
        target = node["attrs"]["target"] if node["type"] == "crossReference" else ""
        return {"to": _label(target)} if target in self._places else {}

    def _address(self, node: Node, marks: dict[str, Any]) -> str | None:
        if node["type"] == "crossReference":
            return None
        if node["type"] in REFERENCES:
            return citation_address(self._site, inline_text(node)) or None
        address: str | None = marks.get("link", {}).get("href")
        return address


def _label(anchor: str) -> str:
    return f"trecho-{anchor}"


def _visible(inline: list[Node]) -> bool:
    return any(node["k"] == "t" and node["t"].strip() for node in inline)


def _leads(part: Any) -> bool:
    """Whether there is a link, a note or a place in it: what a page repeats may hold none of them."""
    if isinstance(part, dict):
        leads = part.get("k") in ("note", "place") or part.get("href") is not None or "to" in part
        return leads or any(map(_leads, part.values()))
    return isinstance(part, list) and any(map(_leads, part))


def _length(node: Node) -> int:
    if node["type"] in INLINE:
        return len(inline_text(node)) + (80 if node["type"] == "hardBreak" else 0)
    return sum(_length(child) for child in node.get("content", ()))


def _widths(cells: tuple[PlacedCell, ...], columns: int) -> list[int]:
    """Relative column widths after how much each column says, none starved and none greedy."""
    widths = [8] * columns
    for cell in cells:
        if cell.colspan == 1:
            widths[cell.x] = max(widths[cell.x], min(_length(cell.node), 48))
    return widths
