"""Append a process's history to its agency's ledger.

Whatever entry the stream told of, all that are not in the ledger yet are appended, in their order, and what is there
already stays: order and repetition do not matter, and a writer that dies left either nothing or whole entries. Two
writers may meet: each appends on condition that the ledger is as long as it saw.
"""

from collections.abc import Sequence

from chalicelib.domain.access import AccessLevel
from chalicelib.domain.ledger import Place, Record, leaf_of, needs_salt

from .ports import Chronicle, LedgerBook, Salt

#: Each entry is two rows and a transaction holds a hundred.
AT_ONCE = 40
TRIES = 8


class LedgerContended(RuntimeError):
    """Others were always quicker; the queue brings the process again."""


def append_history(book: LedgerBook, chronicle: Chronicle, salt: Salt, process: str) -> int:
    """-> how many entries were appended. Raises LedgerContended."""
    appended = lost = 0
    found = chronicle.process(process)
    level = found.effective_level if found else None
    while lost < TRIES:
        last = book.last_place(process)
        records = chronicle.after(process, last.n if last else 0)[:AT_ONCE]
        if not records:
            return appended
        # All of a process's entries go to the ledger of the agency that started it, whoever acts later.
        agency = last.agency if last else found.agency if found else chronicle.agency_of_start(process)
        size = book.size(agency)
        if book.append(process, agency, size, _places(salt, level, agency, size, records)):
            appended += len(records)
        else:
            lost += 1
    raise LedgerContended(process)


def _places(
    salt: Salt, level: AccessLevel | None, agency: str, size: int, records: Sequence[Record]
) -> Sequence[Place]:
    places = []
    for index, record in enumerate(records, start=size):
        own = salt() if needs_salt(record.kind, level) else b""
        places.append(Place(record.n, agency, index, leaf_of(record.body, own), own))
    return places
