"""Extractions that should be under way and are not: started again, or given up after too many times (DOC-08)."""

from collections.abc import Iterable
from datetime import timedelta

from chalicelib.application.ports import Ports
from chalicelib.application.references import ExtractionKey
from chalicelib.domain.extraction import ExtractionState, as_of
from chalicelib.domain.value import dataclass

from .give_up import give_up_extraction

#: The first attempt goes on in the execution that admitted the file, whose name nobody here knows: until now it is
#: taken to be alive. Should it be alive after all, both read the same pages and the first to end is listened to.
SETTLING = timedelta(minutes=30)
MAXIMUM_EXECUTIONS = 3


@dataclass(frozen=True, slots=True)
class ReconciledExtractions:
    """SHA-256 of what was found not over, started again and given up."""

    open: tuple[str, ...]
    revived: tuple[str, ...]
    given_up: tuple[str, ...]


def reconcile_extractions(
    ports: Ports, awaited: Iterable[str], settling: timedelta = SETTLING
) -> ReconciledExtractions:
    """Look at every text of the tenant that is ``awaited``."""
    found, revived, given_up = [], [], []
    for sha256 in awaited:
        (extraction,) = ports.reader.get(ExtractionKey(sha256))
        now = ports.now()
        if extraction is None or extraction.state is not ExtractionState.WAITING:
            continue
        if now - extraction.began_at < settling:
            continue
        found.append(sha256)
        over = as_of(extraction, now).state is not ExtractionState.WAITING
        execution = 0 if over else ports.extractions.revive(sha256, extraction.attempt)
        if over or execution > MAXIMUM_EXECUTIONS:
            give_up_extraction(ports, sha256, extraction.attempt)
            given_up.append(sha256)
        elif execution:
            revived.append(sha256)
    return ReconciledExtractions(tuple(found), tuple(revived), tuple(given_up))
