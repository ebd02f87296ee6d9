"""Number and date of a process informed by hand, as that of a paper process (PRO-06): who may, and what is a number.

The date is that of filing on paper; when the process began here is another thing, which nobody informs.
"""

import re
from datetime import date
from enum import StrEnum

from chalicelib.domain.value import dataclass

from .check_digit import CheckDigit, digits
from .errors import FieldError, InvalidRequest, Refused
from .numbering import MAXIMUM_WIDTH, Mask, Part

#: What a city may write in a mask of its own for numbers on paper, where ``#`` stands for a digit.
OWN_MASK = re.compile(r"[0-9./ -]*#[#0-9./ -]*")


class InformingRule(StrEnum):
    """SEI's four values, from 0 to 3: whether a number may be informed, where, and where it may be changed later."""

    OFF = "off"
    ANY_UNIT = "any_unit"
    PROTOCOL = "protocol"
    PROTOCOL_CHANGES = "protocol_changes"

    def begins(self, protocol_unit: bool) -> bool:
        """Whether a process may be begun with a number of its own."""
        return self in (InformingRule.ANY_UNIT, InformingRule.PROTOCOL_CHANGES) or self.changes(protocol_unit)

    def changes(self, protocol_unit: bool) -> bool:
        """Whether such a number may be changed later."""
        return self is InformingRule.ANY_UNIT or (protocol_unit and self is not InformingRule.OFF)


@dataclass(frozen=True, slots=True)
class Informed:
    """Of a process whose number was informed: when it was filed on paper, and the numbers it had before."""

    filed_on: date
    former: tuple[str, ...] = ()


def check_begins(rule: InformingRule, protocol_unit: bool) -> None:
    """Raises Refused ``number_is_automatic``, ``only_protocol_informs``."""
    if rule is InformingRule.OFF:
        raise Refused("number_is_automatic", "O número do processo é sempre dado pelo sistema.")
    if not rule.begins(protocol_unit):
        raise Refused("only_protocol_informs", "Só as unidades de protocolo informam o número de um processo.")


def check_changes(rule: InformingRule, protocol_unit: bool) -> None:
    """Raises Refused ``number_is_automatic``, ``only_protocol_changes``."""
    if rule is InformingRule.OFF:
        raise Refused("number_is_automatic", "O número do processo é sempre dado pelo sistema.")
    if not rule.changes(protocol_unit):
        raise Refused("only_protocol_changes", "Só as unidades de protocolo alteram o número e a data informados.")


def read_number(mask: Mask, own: str, text: str, today: date) -> str:
    """The number as it is to be written, from one with or without its punctuation.

    ``own`` is the city's mask for numbers on paper; where it has none, they are of the form of the agency's.
    Raises InvalidRequest ``number``: ``number_shape``, ``check_digit_wrong``, ``year_in_the_future``.
    """
    parts = _own_parts(own) if own else mask.parts
    written = text.strip()
    found = re.fullmatch(_pattern(parts), written, re.ASCII)
    if found is None:
        written = _punctuated(parts, written)
        found = re.fullmatch(_pattern(parts), written, re.ASCII)
    if found is None:
        raise _wrong("number_shape", f"Escreva o número na forma {_shape(parts)}.")
    _check_digits(parts, written, found)
    year = found.groupdict().get("year")
    if year and len(year) == 4 and int(year) > today.year:
        raise _wrong("year_in_the_future", f"O número é de {year}, um ano que ainda não chegou.")
    return written


def read_filing_date(day: date | None, today: date) -> date:
    """Raises InvalidRequest ``filed_on``: ``required``, ``in_the_future``."""
    if day is None:
        raise InvalidRequest(FieldError("filed_on", "required", "Informe a data em que o processo foi autuado."))
    if day > today:
        raise InvalidRequest(FieldError("filed_on", "in_the_future", "A data de autuação não pode estar no futuro."))
    return day


def number_shape(mask: Mask, own: str) -> str:
    """How a number looks, each digit as ``0``: ``00000.000000/0000-00``."""
    return _shape(_own_parts(own) if own else mask.parts)


def taken_by_another() -> InvalidRequest:
    """The refusal of a number that some process has or had. It does not say which: it may be confidential."""
    return _wrong("number_taken", "Já existe processo com este número. Confira o número digitado.")


def _own_parts(own: str) -> tuple[Part, ...]:
    pieces = re.findall(r"(#+)|([^#]+)", own)
    return tuple(Part("code", width=len(places)) if places else Part("text", text=text) for places, text in pieces)


def _width(part: Part) -> int:
    if part.kind == "check":
        return 1 if part.check is CheckDigit.MOD11_ONE else 2
    return part.width


def _pattern(parts: tuple[Part, ...]) -> str:
    pieces, named = [], set()
    for part in parts:
        piece = re.escape(part.text) if part.kind == "text" else _amount(_width(part))
        # A mask may print the year twice: the first says it.
        if part.kind in ("year", "check") and part.kind not in named:
            piece = f"(?P<{part.kind}>{piece})"
            named.add(part.kind)
        pieces.append(piece)
    return "".join(pieces)


def _amount(width: int) -> str:
    return rf"\d{{{width}}}" if width else rf"\d{{1,{MAXIMUM_WIDTH}}}"


def _shape(parts: tuple[Part, ...]) -> str:
    return "".join(part.text if part.kind == "text" else "0" * (_width(part) or 1) for part in parts)


def _punctuated(parts: tuple[Part, ...], bare: str) -> str:
    """Bare digits with the mask's punctuation; as they are where widths do not tell them apart."""
    widths = [len(digits(part.text)) if part.kind == "text" else _width(part) for part in parts]
    measured = all(width for part, width in zip(parts, widths, strict=True) if part.kind != "text")
    if not measured or sum(widths) != len(bare):
        return bare
    written, place = "", 0
    for part, width in zip(parts, widths, strict=True):
        piece, place = bare[place : place + width], place + width
        if part.kind == "text":
            written += part.text if digits(part.text) == piece else "?"
        else:
            written += piece
    return written


def _check_digits(parts: tuple[Part, ...], written: str, found: re.Match[str]) -> None:
    algorithm = next((part.check for part in parts if part.check), None)
    if algorithm is None:
        return
    base = digits(written[: found.start("check")] + written[found.end("check") :])
    if algorithm.of(base) != found["check"]:
        message = "O dígito verificador não confere: há algum algarismo trocado no número."
        raise _wrong("check_digit_wrong", message)


def _wrong(code: str, message: str) -> InvalidRequest:
    return InvalidRequest(FieldError("number", code, message))
