"""Numbers and levels that readers see but nobody types: paragraph labels, the outline (DOC-03).

HTML and PDF walk the same document with these two counters, so an item quoted as “2, b” is the same on both.
"""

_LETTERS = "abcdefghijklmnopqrstuvwxyz"


class ParagraphLabels:
    """Numbered paragraphs are "1.", "2." through the whole document; items "a)", "b)" inside each run.

    Articles, their clauses (parágrafos) and incisos are numbered as LC 95/1998, art. 10, orders; figures and tables,
    each through the whole document.
    """

    def __init__(self) -> None:
        self._number = 0
        self._item = 0
        self._figure = 0
        self._table = 0
        self._article = 0
        self._clause = 0
        self._inciso = 0

    def following(self, style: str) -> str | None:
        """The label of the next paragraph of ``style``, or None when that style has none."""
        if style == "item":
            self._item += 1
            return f"{_letters(self._item)})"
        self._item = 0
        if style == "numbered":
            self._number += 1
            return f"{self._number}."
        return self._caption(style) or self._legal(style)

    def _caption(self, style: str) -> str | None:
        if style == "figure_caption":
            self._figure += 1
            return f"Figura {self._figure} –"
        if style == "table_caption":
            self._table += 1
            return f"Tabela {self._table} –"
        return None

    def _legal(self, style: str) -> str | None:
        if style == "inciso":
            self._inciso += 1
            return f"{_roman(self._inciso)} –"
        if style == "article":
            self._article, self._clause, self._inciso = self._article + 1, 0, 0
            return f"Art. {_ordinal(self._article)}"
        if style == "clause":
            self._clause, self._inciso = self._clause + 1, 0
            return f"§ {_ordinal(self._clause)}"
        if style == "sole_clause":
            self._inciso = 0
            return "Parágrafo único."
        return None


class HeadingLevels:
    """Turns chosen sizes into an outline without gaps: the first heading is 1 and none skips a level.

    The document's title takes level 1, if there is one, and the headings go below it; readers of tagged
    documents move by this outline (PDF/UA-1 §7.4, WCAG 1.3.1).
    """

    def __init__(self) -> None:
        self._last = 0
        self._below = 0

    def title(self) -> int | None:
        """The level of a paragraph styled as title: 1 for the first one, None for any other."""
        if self._last:
            return None
        self._last = self._below = 1
        return 1

    def heading(self, chosen: int) -> int:
        """The level of a heading whose chosen size is ``chosen`` (1 to 4)."""
        self._last = min(chosen + self._below, self._last + 1)
        return self._last


def _ordinal(number: int) -> str:
    """Ordinal up to the ninth, cardinal with a full stop from the tenth on (LC 95/1998, art. 10, I and III)."""
    return f"{number}º" if number < 10 else f"{number}."


_ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
          (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))  # fmt: skip


def _roman(number: int) -> str:
    text = ""
    for value, letters in _ROMAN:
        times, number = divmod(number, value)
        text += letters * times
    return text


def _letters(position: int) -> str:
    word = ""
    while position:
        position, rest = divmod(position - 1, len(_LETTERS))
        word = _LETTERS[rest] + word
    return word
