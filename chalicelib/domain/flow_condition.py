"""Which way a form's field sends the process: what it says against what each way asks (issue 4 §7).

What a field says is in normal form (``2026-11-27``, ``1234.5``); what a way asks is as a Brazilian writes it
(``27/11/2026``, ``1.234,50``). Ways are tried in the order written; the one for
the others comes last, wherever it stands.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation

from .flow import OTHERS, Comparison, Way
from .form import FieldKind, FormField

ORDERED = frozenset({FieldKind.DATE, FieldKind.MONEY, FieldKind.INTEGER, FieldKind.DECIMAL})
WORDED = frozenset({FieldKind.TEXT, FieldKind.LONG_TEXT, FieldKind.MASKED, FieldKind.OPTIONS})
BY_ORDER: Mapping[Comparison, Callable[[int], bool]] = {
    Comparison.EQUAL: lambda sign: sign == 0,
    Comparison.ABOVE: lambda sign: sign > 0,
    Comparison.BELOW: lambda sign: sign < 0,
    Comparison.FROM: lambda sign: sign >= 0,
    Comparison.UP_TO: lambda sign: sign <= 0,
}
NUMBER = re.compile(r"-?(\d{1,3}(\.\d{3})+|\d+)(,\d+)?")
DAY = re.compile(r"(\d{2})/(\d{2})/(\d{4})")


def way_taken(ways: Sequence[Way], said: str) -> int | None:
    """The place of the way that what was said takes; None when none does."""
    for place, way in enumerate(ways):
        if way.value != OTHERS and _holds(way, said):
            return place
    return next((place for place, way in enumerate(ways) if way.value == OTHERS), None)


def condition_problems(field: FormField, ways: Sequence[Way]) -> Iterator[tuple[str, str]]:
    """What of the ways does not go with the field; (code, message)."""
    for way in ways:
        if way.value != OTHERS:
            yield from _fitting(field, way)
    if field.kind in ORDERED | WORDED and not any(way.value == OTHERS for way in ways):
        yield "value_missing", "falta dizer para onde se segue nos outros casos, com “outros: sim”."


def _fitting(field: FormField, way: Way) -> Iterator[tuple[str, str]]:
    if field.kind in ORDERED:
        if way.comparison is Comparison.CONTAINS:
            yield "comparison_unfit", f"o campo “{field.id}” não é de texto: use “maior_que” ou “ate”."
        elif field.kind is FieldKind.DATE and written_day(way.value) is None:
            yield "value_unfit", f"“{way.value}” não é uma data; escreva, por exemplo, 31/12/2026."
        elif field.kind is not FieldKind.DATE and written_number(way.value) is None:
            yield "value_unfit", f"“{way.value}” não é um número; escreva, por exemplo, 17.600,00."
    elif way.comparison is Comparison.CONTAINS and field.kind not in WORDED:
        yield "comparison_unfit", f"o campo “{field.id}” só se compara com “valor”."
    elif way.comparison not in (Comparison.EQUAL, Comparison.CONTAINS):
        yield "comparison_unfit", f"o campo “{field.id}” não é número nem data: compare com “valor” ou “contem”."


def _holds(way: Way, said: str) -> bool:
    if not said:
        return False
    if way.comparison is Comparison.CONTAINS:
        return _folded(way.value) in _folded(said)
    sign = _compared(said, way.value)
    if sign is None:
        # A list, a flag or a text: the whole of it, or one of the options chosen.
        return way.comparison is Comparison.EQUAL and way.value in (said, *said.split("\n"))
    return BY_ORDER[way.comparison](sign)


def _compared(said: str, asked: str) -> int | None:
    """The sign of what was said minus what is asked; None when they have no order."""
    day = written_day(asked)
    if day is not None:
        try:
            said_day = date.fromisoformat(said)
        except ValueError:
            return None
        return (said_day > day) - (said_day < day)
    number = written_number(asked)
    if number is None:
        return None
    try:
        said_number = Decimal(said)
    except InvalidOperation:
        return None
    if not said_number.is_finite():
        return None
    return (said_number > number) - (said_number < number)


def _folded(text: str) -> str:
    """Without accents or capitals: nobody writes a flow for “Ubatuba” and another for “UBATUBA”."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(part for part in parts if not unicodedata.combining(part))


def written_number(text: str) -> Decimal | None:
    """``1.234,50`` or ``R$ 1.234,50``."""
    bare = text.removeprefix("R$").strip()
    if not NUMBER.fullmatch(bare):
        return None
    return Decimal(bare.replace(".", "").replace(",", "."))


def written_day(text: str) -> date | None:
    """``31/12/2026``."""
    found = DAY.fullmatch(text)
    if found is None:
        return None
    try:
        return date(int(found[3]), int(found[2]), int(found[1]))
    except ValueError:
        return None
