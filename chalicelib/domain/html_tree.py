"""HTML from outside as a plain tree of known tags and texts: whatever could run, load or hide is gone (DOC-26)."""

from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from typing import Any

from chalicelib.domain.value import dataclass

#: Dropped with all that is inside: nothing of it is text of a document.
SILENT = frozenset(
    [
        "script",
        "style",
        "head",
        "title",
        "template",
        "noscript",
        "iframe",
        "object",
        "embed",
        "applet",
        "svg",
        "math",
        "canvas",
        "video",
        "audio",
        "select",
        "textarea",
        "button",
        "option",
        "datalist",
        "frameset",
        "noframes",
        "xmp",
        "plaintext",
        "meta",
        "link",
        "base",
    ]
)
VOID = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "source",
        "track",
        "wbr",
        "param",
        "frame",
    ]
)
#: A new one of these ends the open one, as browsers do.
CLOSES: Mapping[str, frozenset[str]] = {
    "p": frozenset({"p"}),
    "li": frozenset({"li", "p"}),
    "tr": frozenset({"tr", "td", "th", "p"}),
    "td": frozenset({"td", "th", "p"}),
    "th": frozenset({"td", "th", "p"}),
}
STOPS: Mapping[str, frozenset[str]] = {
    "li": frozenset({"ul", "ol"}),
    "tr": frozenset({"table"}),
    "td": frozenset({"table", "tr"}),
    "th": frozenset({"table", "tr"}),
    "p": frozenset({"td", "th", "li", "blockquote", "div", "table"}),
}
DEEPEST = 60


@dataclass(frozen=True, slots=True)
class Element:
    """A tag, what it says of itself, and what is inside: elements and texts."""

    tag: str
    attributes: Mapping[str, str]
    children: list[Any]

    def elements(self) -> Iterator["Element"]:
        """The elements directly inside."""
        return (child for child in self.children if isinstance(child, Element))


def read_html(html: str) -> Element:
    """The tree of any text at all: broken HTML is read as far as it goes, and never refused."""
    reader = _Reader()
    reader.feed(_finished(html))
    reader.close()
    return reader.root


def _finished(html: str) -> str:
    """Without comments and with what was never closed as text: the parser looks for each end to the end of the text."""
    kept, place = [], 0
    while (start := html.find("<!", place)) >= 0:
        kept.append(html[place:start])
        comment = html.startswith("<!--", start)
        # "<!-->" and "<!--->" are whole comments to a browser.
        end = html.find("-->" if comment else ">", start + 2)
        if end < 0:
            place = len(html)
            break
        place = end + (3 if comment else 1)
    kept.append(html[place:])
    text = "".join(kept)
    last = text.rfind(">") + 1
    return text[:last] + text[last:].replace("<", "&lt;")


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("body", {}, [])
        self._open = [self.root]
        self._silent: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._silent:
            if tag == self._silent[-1] and tag not in VOID:
                self._silent.append(tag)
            return
        if tag in SILENT:
            if tag not in VOID:
                self._silent.append(tag)
            return
        self._end_open(tag)
        element = Element(tag, {name: value or "" for name, value in attrs}, [])
        self._open[-1].children.append(element)
        # Deeper than any document goes: what follows stays, beside instead of inside.
        if tag not in VOID and len(self._open) < DEEPEST:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        # A slash closes nothing in HTML, but for what is empty anyway.
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if self._silent:
            if tag == self._silent[-1]:
                self._silent.pop()
            return
        for position in range(len(self._open) - 1, 0, -1):
            if self._open[position].tag == tag:
                del self._open[position:]
                return

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self._open[-1].children.append(data)

    def _end_open(self, tag: str) -> None:
        closed, stops = CLOSES.get(tag), STOPS.get(tag, frozenset())
        if closed is None:
            return
        for position in range(len(self._open) - 1, 0, -1):
            if self._open[position].tag in stops:
                return
            if self._open[position].tag in closed:
                del self._open[position:]
                if tag in ("p", "li"):
                    return
                self._end_open(tag)
                return
