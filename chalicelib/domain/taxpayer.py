"""CPF and CNPJ numbers and their check digits (CON-01; Receita Federal, Nota Conjunta COCAD/SUARA 49/2024).

From July 2026 the first twelve places of a CNPJ may hold capital letters; each place counts as its ASCII code
minus 48, which leaves the digits as they were.
"""

import re

_CPF = re.compile(r"[0-9]{11}")
_CNPJ = re.compile(r"[0-9A-Z]{12}[0-9]{2}")
_PUNCTUATION = re.compile(r"[.\-/\s]")


def bare(number: str) -> str:
    """Without punctuation, in capitals."""
    return _PUNCTUATION.sub("", number).upper()


def punctuated(number: str) -> str:
    """A bare CPF or CNPJ as people write it."""
    if len(number) == 11:
        return f"{number[:3]}.{number[3:6]}.{number[6:9]}-{number[9:]}"
    return f"{number[:2]}.{number[2:5]}.{number[5:8]}/{number[8:12]}-{number[12:]}"


def is_cpf(number: str) -> bool:
    """Eleven digits, not all equal, whose last two check the others."""
    if not _CPF.fullmatch(number) or len(set(number)) == 1:
        return False
    return number[9:] == _checks(number[:9], range(2, 13))


def is_cnpj(number: str) -> bool:
    """Twelve letters or digits and two check digits; a number of one repeated digit is none."""
    if not _CNPJ.fullmatch(number) or len(set(number)) == 1:
        return False
    return number[12:] == _checks(number[:12], range(2, 10))


def _checks(base: str, weights: range) -> str:
    """Two digits modulo 11, weights from the right and in cycle; 10 and 11 count as 0."""
    for _ in range(2):
        total = sum(
            (ord(place) - 48) * weights[position % len(weights)]
            for position, place in enumerate(reversed(base))
        )
        rest = total % 11
        base += str(0 if rest < 2 else 11 - rest)
    return base[-2:]
