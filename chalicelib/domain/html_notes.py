"""Footnotes of HTML from outside: a number that leads to a note, and in the note a way back (DOC-26, DOC-03).

Word, LibreOffice and pages of the web write them so. What leads to another part of the page and back is no note unless
it is a number: a table of contents has its ways back too.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from itertools import islice

from chalicelib.domain.html_tree import Element
from chalicelib.domain.value import dataclass

_NUMBER = re.compile(r"\s*[\[(]?\s*(\d{1,4}|[ivxlcdm]{1,7}|[a-z]|[*†‡§¶]{1,4})\s*[\])]?\s*", re.IGNORECASE)
#: What follows the number sign in an address.
_FRAGMENT = re.compile(r"\x23(.+)", re.DOTALL)
_AROUND = ("li", "div", "p")
_NOTHING = frozenset({"hr", "br"})
#: A way back leads to the call itself or to what is so near around it, and there are hardly ever several.
_NEAR, _WAYS = 3, 5


@dataclass(frozen=True, slots=True)
class Notes:
    """By the identity of the elements: what each call leads to, and what is to be passed over where it stands."""

    told: Mapping[int, Element] = field(default_factory=dict)
    passed: frozenset[int] = frozenset()


def notes_in(page: Element) -> Notes:
    """The notes of a page, each called once."""
    tree = _Tree(page)
    pairs = list(tree.pairs())
    backs = tree.counted(back for _, back in pairs)
    told: dict[int, Element] = {}
    passed: set[int] = set()
    for call, back in pairs:
        around = tree.note_around(back, call, backs)
        if around is None:
            continue
        told[id(call)] = around
        passed |= {id(back), id(around)}
    for element in reversed(tree.order):
        kept = [each for each in element.elements() if id(each) not in passed]
        emptied = len(kept) < sum(1 for _ in element.elements())
        if emptied and all(each.tag in _NOTHING for each in kept) and not _own_text(element):
            passed.add(id(element))
    return Notes(told, frozenset(passed))


class _Tree:
    """The page with its names, what is around each element, and the links that lead to each."""

    def __init__(self, page: Element) -> None:
        self.order: list[Element] = []
        self._outer: dict[int, Element] = {}
        self._places: dict[str, Element] = {}
        self._walk(page)
        self._rank = {id(element): rank for rank, element in enumerate(self.order)}
        self._leading: dict[int, list[Element]] = {}
        for element in self.order:
            if place := self._place(element):
                self._leading.setdefault(id(place), []).append(element)

    def _walk(self, element: Element) -> None:
        self.order.append(element)
        for name in (element.attributes.get("id"), element.attributes.get("name")):
            if name:
                self._places.setdefault(name, element)
        for child in element.elements():
            self._outer[id(child)] = element
            self._walk(child)

    def _place(self, link: Element) -> Element | None:
        """Where a link of the page leads to in it."""
        found = _FRAGMENT.search(link.attributes.get("href", "")) if link.tag == "a" else None
        return self._places.get(found[1]) if found else None

    def _chain(self, element: Element) -> Iterator[Element]:
        """The element and what is around it, nearest first."""
        while True:
            yield element
            if id(element) not in self._outer:
                return
            element = self._outer[id(element)]

    def _holds(self, outer: Element, inner: Element) -> bool:
        return any(each is outer for each in self._chain(inner))

    def pairs(self) -> Iterator[tuple[Element, Element]]:
        """(what calls a note, the way back in it), in the order of the page."""
        claimed: set[int] = set()
        for call in self.order:
            told = self._place(call)
            if told is None or self._rank[id(told)] < self._rank[id(call)] or not _NUMBER.fullmatch(_text(call)):
                continue
            for back in self._ways_back(call):
                if id(back) not in claimed and self._holds(told, back):
                    claimed.add(id(back))
                    yield call, back
                    break

    def _ways_back(self, call: Element) -> Iterator[Element]:
        """Links to the call, or to what raises it; where many lead, it is no call of a note."""
        for place in islice(self._chain(call), _NEAR):
            links = self._leading.get(id(place), ())
            if len(links) <= _WAYS:
                yield from (link for link in links if not self._holds(place, link))

    def counted(self, backs: Iterable[Element]) -> Counter[int]:
        """How many of them each element holds."""
        return Counter(id(around) for back in backs for around in self._chain(back))

    def note_around(self, back: Element, call: Element, backs: Counter[int]) -> Element | None:
        """What holds this note and no other."""
        for tag in _AROUND:
            found = next((each for each in self._chain(back) if each.tag == tag), None)
            if found is not None and backs[id(found)] == 1 and not self._holds(found, call):
                return found
        return None


def _text(element: Element) -> str:
    """What is written in it."""
    return "".join(child if isinstance(child, str) else _text(child) for child in element.children)


def _own_text(element: Element) -> str:
    """What is written in it, and not in what is inside it."""
    return "".join(child for child in element.children if isinstance(child, str)).strip()
