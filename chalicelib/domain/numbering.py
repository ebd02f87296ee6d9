"""The protocol number of a process (PRO-05): the agency's mask, its yearly sequence, its check digits.

A mask is text with SEI's variables between ``@``; all other characters are copied. Example, the federal one:
``@cod_unidade_sei_05d@.@seq_anual_cod_unidade_sei_06d@/@ano_4d@-@dv_mod11_executivo_federal_2d@``.
The next number of a sequence is not decided here: it is read and conditioned inside the creating transaction.
"""

import re
from enum import StrEnum
from functools import lru_cache

from chalicelib.domain.check_digit import CheckDigit, digits
from chalicelib.domain.errors import FieldError, InvalidRequest, Refused
from chalicelib.domain.organisation import Agency, Unit
from chalicelib.domain.value import dataclass

__all__ = ["Code", "Codes", "Mask", "digits", "format_number", "parse_mask", "sequence_key"]


class Code(StrEnum):
    """Whose code, and kept by which system (SIP or SEI); the value is the one used in masks."""

    AGENCY_SIP = "orgao_sip"
    AGENCY_SEI = "orgao_sei"
    UNIT_SIP = "unidade_sip"
    UNIT_SEI = "unidade_sei"

    @property
    def of_unit(self) -> bool:
        """The code is a unit's, not an agency's."""
        return self in (Code.UNIT_SIP, Code.UNIT_SEI)


@dataclass(frozen=True, slots=True)
class Codes:
    """The codes a number is made with, as text of digits; an empty one is a code the body does not have."""

    agency_sei: str = ""
    unit_sei: str = ""
    agency_sip: str = ""
    unit_sip: str = ""

    @staticmethod
    def of(agency: Agency, unit: Unit) -> "Codes":
        """The codes of the unit that starts the process and of its agency."""
        return Codes(agency_sei=agency.sei_code, unit_sei=unit.sei_code)

    def get(self, code: Code) -> str:
        """The code without leading zeros, so that ``1003`` and ``01003`` are one code.

        Raises Refused: ``numbering_code_missing`` when it is empty or not made of digits.
        """
        value = {
            Code.AGENCY_SIP: self.agency_sip,
            Code.AGENCY_SEI: self.agency_sei,
            Code.UNIT_SIP: self.unit_sip,
            Code.UNIT_SEI: self.unit_sei,
        }[code]
        if not re.fullmatch("[0-9]+", value):
            who = "da unidade" if code.of_unit else "do órgão"
            raise Refused("numbering_code_missing", f"Falta o código {who} que forma o número do processo.")
        return value.lstrip("0") or "0"


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a mask. ``kind``: text, code, sequence, year or check; ``width``: digits, 0 for as it is."""

    kind: str
    text: str = ""
    code: Code | None = None
    width: int = 0
    check: CheckDigit | None = None


@dataclass(frozen=True, slots=True)
class Mask:
    """A mask that was read and found good: one sequence, a year, at most one check digit."""

    source: str
    parts: tuple[Part, ...]

    @property
    def sequence(self) -> Part:
        """Its sequence."""
        return next(part for part in self.parts if part.kind == "sequence")

    @property
    def codes(self) -> tuple[Code, ...]:
        """The codes it prints, in order."""
        return tuple(part.code for part in self.parts if part.kind == "code" and part.code)


_CODE = re.compile(r"cod_(orgao|unidade)_(sip|sei)(?:_0?([1-9][0-9]?)d)?")
_SEQUENCE = re.compile(r"seq_anual_cod_(orgao|unidade)_(sip|sei)_0?([1-9][0-9]?)d")
_YEAR = re.compile(r"ano_([24])d")
MAXIMUM_WIDTH = 12


@lru_cache(maxsize=256)
def parse_mask(source: str) -> Mask:
    """Read a mask.

    Raises InvalidRequest on field ``numbering_mask`` with code ``unknown_variable``, ``unbalanced_mask``,
    ``sequence_required`` (none or more than one), ``year_required``, ``one_check_digit`` or ``too_wide``.
    """
    pieces = source.split("@")
    if len(pieces) % 2 == 0:
        raise _wrong("unbalanced_mask", "Cada variável da máscara começa e termina com @.")
    parts = []
    for place, piece in enumerate(pieces):
        if place % 2:
            parts.append(_variable(piece))
        elif piece:
            parts.append(Part("text", text=piece))
    kinds = [part.kind for part in parts]
    if kinds.count("sequence") != 1:
        raise _wrong("sequence_required", "A máscara precisa de um sequencial anual, e de um só.")
    if "year" not in kinds:
        raise _wrong("year_required", "O sequencial recomeça a cada ano: a máscara precisa do ano.")
    if kinds.count("check") > 1:
        raise _wrong("one_check_digit", "A máscara tem mais de um dígito verificador.")
    return Mask(source, tuple(parts))


def _variable(name: str) -> Part:
    if match := _CODE.fullmatch(name):
        return Part("code", code=Code(f"{match[1]}_{match[2]}"), width=_width(match[3] or "0"))
    if match := _SEQUENCE.fullmatch(name):
        return Part("sequence", code=Code(f"{match[1]}_{match[2]}"), width=_width(match[3]))
    if match := _YEAR.fullmatch(name):
        return Part("year", width=int(match[1]))
    if name in CheckDigit.__members__.values():
        return Part("check", check=CheckDigit(name))
    raise _wrong("unknown_variable", f"A variável @{name}@ não existe.")


def _width(text: str) -> int:
    width = int(text)
    if width > MAXIMUM_WIDTH:
        raise _wrong("too_wide", f"Cada parte do número tem no máximo {MAXIMUM_WIDTH} algarismos.")
    return width


def _wrong(code: str, message: str) -> InvalidRequest:
    return InvalidRequest(FieldError("numbering_mask", code, message))


def sequence_key(mask: Mask, codes: Codes, year: int) -> str:
    """Which counter numbers the process, such as ``unidade_sei.1003.2026``.

    Units that share a code share the counter. A unit's counter also carries the agency's code when the mask
    prints it (``orgao_sei.102.unidade_sei.1.2026``): the units 001 of two agencies then make different
    numbers, and each must have no gap. Raises Refused as ``Codes.get``.
    """
    code = mask.sequence.code
    assert code is not None
    named = [*(own for own in mask.codes if code.of_unit and not own.of_unit), code]
    return ".".join([f"{own.value}.{codes.get(own)}" for own in named] + [str(year)])


def format_number(mask: Mask, codes: Codes, year: int, sequence: int) -> str:
    """The number of the ``sequence``-th process of the counter in ``year``, check digits in place.

    Raises Refused: ``numbering_code_missing``, ``numbering_code_too_long`` or ``sequence_exhausted`` when it
    does not fit the mask; ValueError for a sequence below 1 or a year of other than four digits.
    """
    if sequence < 1 or not 1000 <= year <= 9999:
        raise ValueError("sequence starts at 1 and the year has four digits")
    written = [_written(part, codes, year, sequence) for part in mask.parts]
    base = digits("".join(written))
    checks = [
        part.check.of(base) if part.check else text for part, text in zip(mask.parts, written, strict=True)
    ]
    return "".join(checks)


def _written(part: Part, codes: Codes, year: int, sequence: int) -> str:
    if part.kind == "text":
        return part.text
    if part.kind == "year":
        return str(year)[-part.width :]
    if part.kind == "check":
        return ""
    if part.kind == "sequence":
        return _fitted(
            str(sequence), part.width, "sequence_exhausted", "A numeração deste ano chegou ao fim."
        )
    assert part.code is not None
    message = "O código é maior do que a máscara de numeração permite."
    return _fitted(codes.get(part.code), part.width, "numbering_code_too_long", message)


def _fitted(text: str, width: int, code: str, message: str) -> str:
    if width and len(text) > width:
        raise Refused(code, message)
    return text.zfill(width)
