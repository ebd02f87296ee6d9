"""What the antivirus says of a file in quarantine (DOC-08), and what follows from it: no word lets nothing through."""

from collections.abc import Callable
from enum import StrEnum

from chalicelib.domain.file_inspection import Verdict
from chalicelib.domain.value import dataclass


class ScanOutcome(StrEnum):
    """``pending``: the scanner will say by itself when it is done. ``off``: the installation has no scanner."""

    CLEAN = "clean"
    INFECTED = "infected"
    PENDING = "pending"
    UNAVAILABLE = "unavailable"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class Scan:
    """``detail``: the threat's name, or why there is no word."""

    outcome: ScanOutcome
    detail: str = ""


class ScannerUnavailable(RuntimeError):
    """The scanner gave no word: the file stays in quarantine until it does."""


def judge(verdict: Verdict, scan: Callable[[], Scan]) -> Verdict | None:
    """The verdict with the scanner's word; None while that word is still to come.

    Only a file that is accepted otherwise is scanned. Raises ScannerUnavailable.
    """
    if not verdict.accepted:
        return verdict
    found = scan()
    if found.outcome is ScanOutcome.PENDING:
        return None
    if found.outcome is ScanOutcome.INFECTED:
        return Verdict("infected", verdict.media_type)
    if found.outcome in (ScanOutcome.CLEAN, ScanOutcome.OFF):
        return verdict
    raise ScannerUnavailable(found.detail)
