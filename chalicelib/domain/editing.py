"""Who is writing on a draft at this moment (DOC-03): a courtesy with an end, never what keeps texts apart.

A text is only saved over the revision it was written on; the lock spares people from finding that out late.
"""

from datetime import datetime, timedelta

from chalicelib.domain.value import dataclass

from .organisation import Person

LASTS = timedelta(minutes=2)


@dataclass(frozen=True, slots=True)
class EditLock:
    """``editor`` is one open editor: the same person in two windows is two of them."""

    process: str
    document: str
    by: Person
    editor: str
    since: datetime
    until: datetime

    def holds(self, at: datetime) -> bool:
        """Whether it is still in force."""
        return at < self.until


def wanted(
    known: EditLock | None, process: str, document: str, by: Person, editor: str, at: datetime
) -> EditLock:
    """The lock this editor asks for; one it already holds goes on from when it began."""
    mine = known is not None and known.editor == editor and known.holds(at)
    since = known.since if known is not None and mine else at
    return EditLock(process, document, by, editor, since, at + LASTS)
