"""A passage of a structured text, and where it is after the text went on being written (DOC-03).

It is kept beside the text, never in it: which text it was marked in, from which character to which, and its words.
"""

import re
from bisect import bisect_left
from collections import Counter
from difflib import SequenceMatcher

from chalicelib.domain.content_parsing import Content, Node
from chalicelib.domain.content_sections import nodes
from chalicelib.domain.value import dataclass

from .errors import Refused

#: What stands for a reference, a note or a value of the system: one character each, whatever it reads as.
THING = "\ufffc"
LONGEST_PASSAGE = 2000
#: Passages this short may be said again anywhere: no proof that they were moved.
_SHORTEST_MOVED = 12
#: Words compared with words, at most; beyond it only the ends of what changed are looked at.
_MOST_COMPARED = 1_000_000
_WORDS = re.compile(r"\w+|\s+|[^\w\s]", re.UNICODE)

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Passage:
    """``words`` are the characters from ``start`` to ``end`` of what was written at ``key`` (``written``)."""

    key: str
    start: int
    end: int
    words: str


def written(content: Content) -> str:
    """What people wrote, a line for each paragraph and heading: the count that passages are told by."""
    return "\n".join(
        "".join(_characters(child) for child in node.get("content", ()))
        for node in nodes(content.tree)
        if node["type"] in ("paragraph", "heading")
    )


def _characters(node: Node) -> str:
    return str(node["text"]) if node["type"] == "text" else THING


def mark(key: str, text: str, near: int, words: str) -> Passage:
    """The passage of ``text`` with these words, the nearest to ``near``. Raises Refused ``passage_not_found``."""
    if not words.replace(THING, "").strip():
        raise Refused("passage_empty", "Selecione no texto o trecho a comentar.")
    if len(words) > LONGEST_PASSAGE:
        message = f"Selecione um trecho menor: até {LONGEST_PASSAGE} caracteres."
        raise Refused("passage_too_long", message)
    start = _nearest(text, words, near)
    if start is None:
        raise Refused("passage_not_found", "Este trecho não está mais no texto. Atualize a página e selecione de novo.")
    return Passage(key, start, start + len(words), words)


def _nearest(text: str, words: str, near: int) -> int | None:
    before = text.rfind(words, 0, near + len(words))
    after = text.find(words, near)
    found = [place for place in (before, after) if place >= 0]
    return min(found, key=lambda place: abs(place - near), default=None)


def carried(old: str, new: str, span: Span) -> Span | None:
    """Where ``span`` of ``old`` is in ``new``; None when it was taken away."""
    if old == new:
        return span
    spread = _Spread(old, new)
    return spread.carry(span) or _moved(old, new, span)


def _moved(old: str, new: str, span: Span) -> Span | None:
    """Cut here and pasted there, once, word for word."""
    words = old[span[0] : span[1]]
    if len(words) < _SHORTEST_MOVED or old.count(words) != 1 or new.count(words) != 1:
        return None
    start = new.find(words)
    return start, start + len(words)


class _Spread:
    """Two texts laid side by side: lines found once in both, in the same order, hold them together."""

    def __init__(self, old: str, new: str) -> None:
        self._old, self._new = old, new
        old_lines, new_lines = old.split("\n"), new.split("\n")
        old_at, new_at = _beginnings(old_lines), _beginnings(new_lines)
        #: (where it begins in the old text, where it ends there, how far it moved)
        self._held = [
            (old_at[one], old_at[one] + len(old_lines[one]), new_at[other] - old_at[one])
            for one, other in _pillars(old_lines, new_lines)
        ]

    def carry(self, span: Span) -> Span | None:
        """None when nothing of it is left."""
        for start, end, shift in self._held:
            if start <= span[0] and span[1] <= end:
                return span[0] + shift, span[1] + shift
        low, high = self._around(span)
        part = _within(
            self._old[low[0] : high[0]], self._new[low[1] : high[1]], (span[0] - low[0], span[1] - low[0])
        )
        return (part[0] + low[1], part[1] + low[1]) if part else None

    def _around(self, span: Span) -> tuple[Span, Span]:
        """From where to where, in both texts, lies what is neither above nor below the span."""
        low, high = (0, 0), (len(self._old), len(self._new))
        for start, end, shift in self._held:
            if end <= span[0]:
                low = (end, end + shift)
            elif start >= span[1]:
                return low, (start, start + shift)
        return low, high


def _beginnings(lines: list[str]) -> list[int]:
    places, at = [], 0
    for line in lines:
        places.append(at)
        at += len(line) + 1
    return places


def _pillars(old: list[str], new: list[str]) -> list[tuple[int, int]]:
    """Lines found once in either text, the most that stand in the same order in both."""
    once_old = {line for line, times in Counter(old).items() if times == 1 and line.strip()}
    once_new = {line for line, times in Counter(new).items() if times == 1}
    place = {line: number for number, line in enumerate(new) if line in once_old & once_new}
    pairs = [(number, place[line]) for number, line in enumerate(old) if line in place]
    tails: list[int] = []
    last: list[int] = []
    before: list[int | None] = []
    for turn, (_, other) in enumerate(pairs):
        height = bisect_left(tails, other)
        before.append(last[height - 1] if height else None)
        tails[height : height + 1] = [other]
        last[height : height + 1] = [turn]
    kept, turn_back = [], last[-1] if last else None
    while turn_back is not None:
        kept.append(pairs[turn_back])
        turn_back = before[turn_back]
    return kept[::-1]


def _within(old: str, new: str, span: Span) -> Span | None:
    """Where ``span`` is after ``old`` became ``new``, word by word; None when no word of it is left."""
    olds, news = _WORDS.findall(old), _WORDS.findall(new)
    if len(olds) * len(news) > _MOST_COMPARED:
        return None
    old_at, new_at = _ends(olds), _ends(news)
    start: int | None = None
    end = 0
    kept: list[Span] = []
    for kind, one, other, first, last in SequenceMatcher(None, olds, news, autojunk=False).get_opcodes():
        low, high = old_at[one], old_at[other]
        if kind == "equal":
            kept.append((low, high))
        if high <= span[0] or low >= span[1]:
            continue
        begins, ends = new_at[first], new_at[last]
        if kind == "equal":
            begins, ends = begins + max(span[0] - low, 0), ends - max(high - span[1], 0)
        start = begins if start is None else start
        end = ends
    return _trimmed(new, (start, end)) if start is not None and _stays(old, span, kept) else None


def _stays(old: str, span: Span, kept: list[Span]) -> bool:
    """Half of it is there, or a third of its sentences: said otherwise, and not something else in its place."""
    line = old.rfind("\n", 0, span[0]) + 1, (old + "\n").index("\n", span[1])

    def left(part: Span) -> int:
        return sum(_letters(old, max(low, part[0]), min(high, part[1])) for low, high in kept)

    return any(times * left(part) >= _letters(old, *part) > 0 for part, times in ((span, 2), (line, 3)))


def _letters(text: str, low: int, high: int) -> int:
    return sum(each.isalnum() for each in text[low:high]) if low < high else 0


def _ends(words: list[str]) -> list[int]:
    places = [0]
    for word in words:
        places.append(places[-1] + len(word))
    return places


def _trimmed(text: str, span: Span) -> Span | None:
    words = text[span[0] : span[1]]
    start = span[0] + len(words) - len(words.lstrip())
    end = span[1] - (len(words) - len(words.rstrip()))
    return (start, end) if start < end else None
