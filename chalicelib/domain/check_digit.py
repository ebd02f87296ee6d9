"""Check digits of protocol numbers, and the validation of numbers made elsewhere (PRO-05, norms.md §1).

Every function works on strings of the digits 0–9 and returns the check digits as a string, zeros kept.
"""

import re
from collections.abc import Callable
from enum import StrEnum

from chalicelib.domain.errors import FieldError, InvalidRequest


class CheckDigit(StrEnum):
    """The algorithms of SEI's numbering masks; the value is the name used in the mask."""

    MOD11_ONE = "dv_mod11_1d"
    MOD11_FEDERAL = "dv_mod11_executivo_federal_2d"
    MOD97_CNJ = "dv_mod97_base10_cnj_2d"
    MOD97_CNMP = "dv_mod97_base10_cnmp_2d"
    MOD97_FEDERAL = "dv_mod97_base10_executivo_federal_2d"

    def of(self, base: str) -> str:
        """The check digits of ``base``. Raises ValueError when it is not made of digits only."""
        if not re.fullmatch("[0-9]+", base):
            raise ValueError("check digits are of digits only")
        return _ALGORITHMS[self](base)


def modulo_11_federal(base: str) -> str:
    """Two digits; weights 2, 3, 4… from the right, the second over the first too; 10 → 0 and 11 → 1.

    In force for the federal number and the NIPE (norms.md §1.1, §1.2).
    """
    digits = ""
    for _ in range(2):
        total = sum(int(digit) * weight for weight, digit in enumerate(reversed(base + digits), start=2))
        check = 11 - total % 11
        digits += str(check - 10 if check > 9 else check)
    return digits


def modulo_11_one(base: str) -> str:
    """One digit; weights 2 to 9 in cycle from the right; 10 and 11 → 0 (norms.md §1.4)."""
    total = sum(int(digit) * (2 + place % 8) for place, digit in enumerate(reversed(base)))
    check = 11 - total % 11
    return str(check if check < 10 else 0)


def modulo_97(base: str) -> str:
    """Two digits, from 02 to 98: 98 − (base × 100 mod 97), as ISO 7064 (norms.md §1.3)."""
    return f"{98 - int(base) * 100 % 97:02d}"


_ALGORITHMS: dict[CheckDigit, Callable[[str], str]] = {
    CheckDigit.MOD11_ONE: modulo_11_one,
    CheckDigit.MOD11_FEDERAL: modulo_11_federal,
    CheckDigit.MOD97_CNJ: modulo_97,
    CheckDigit.MOD97_CNMP: modulo_97,
    CheckDigit.MOD97_FEDERAL: modulo_97,
}


class NumberKind(StrEnum):
    """Numbers of other bodies that can be recognised and checked."""

    NUP_17 = "nup_17"
    NIPE_20 = "nipe_20"
    CNJ_20 = "cnj_20"
    NUP_21 = "nup_21"


#: Kind → (as it is written, digits only, digits of the base, check digits, algorithm). In the CNJ number the
#: check digits stand in the middle; in the others they come last.
_SHAPES: dict[NumberKind, tuple[str, str, CheckDigit]] = {
    NumberKind.NUP_17: (
        r"(\d{5})\.(\d{6})/(\d{4})-(?P<dv>\d{2})",
        r"\d{15}(?P<dv>\d{2})",
        CheckDigit.MOD11_FEDERAL,
    ),
    NumberKind.NIPE_20: (
        r"(\d{2})\.(\d{6})\.(\d{6})/(\d{4})-(?P<dv>\d{2})",
        r"\d{18}(?P<dv>\d{2})",
        CheckDigit.MOD11_FEDERAL,
    ),
    NumberKind.CNJ_20: (
        r"(\d{7})-(?P<dv>\d{2})\.(\d{4})\.([1-9])\.(\d{2})\.(\d{4})",
        r"\d{7}(?P<dv>\d{2})\d{4}[1-9]\d{6}",
        CheckDigit.MOD97_CNJ,
    ),
    NumberKind.NUP_21: (
        r"(\d{7})\.(\d{8})/(\d{4})-(?P<dv>\d{2})",
        r"\d{19}(?P<dv>\d{2})",
        CheckDigit.MOD97_FEDERAL,
    ),
}


def validate_foreign(number: str) -> NumberKind | None:
    """The kind of a number made elsewhere, punctuated or bare; None when its shape is of no known kind.

    Twenty bare digits may be a NIPE or a CNJ number: the one whose check digits agree is answered.
    Raises InvalidRequest with field ``number``, code ``check_digit_wrong``, when the shape is known and the
    check digits disagree.
    """
    text = number.strip()
    shape_known = False
    for kind, (written, bare, algorithm) in _SHAPES.items():
        match = re.fullmatch(written, text, re.ASCII) or re.fullmatch(bare, text, re.ASCII)
        if match is None:
            continue
        shape_known = True
        base = text[: match.start("dv")] + text[match.end("dv") :]
        if algorithm.of(digits(base)) == match["dv"]:
            return kind
    if shape_known:
        message = "O dígito verificador não confere: há algum algarismo trocado no número."
        raise InvalidRequest(FieldError("number", "check_digit_wrong", message))
    return None


def digits(number: str) -> str:
    """Only the digits 0–9 of a formatted number, in order; what uniqueness is kept by."""
    return re.sub("[^0-9]", "", number)
