"""The trash (DOC-17): for a while, who deleted or cancelled a document may still get at it."""

from datetime import datetime

from chalicelib.domain.value import dataclass

from .document import Document
from .errors import NotFound, Refused
from .identity import Actor
from .organisation import Person, UnitName
from .retention import Kept, period

KEPT = period(Kept.TRASH)


@dataclass(frozen=True, slots=True)
class Discarded:
    """``document`` as it was before the act; ``cancelled`` tells which act it was. ``nup`` is where it stood."""

    document: Document
    nup: str
    by: Person
    unit: UnitName
    at: datetime
    cancelled: bool = False

    @property
    def until(self) -> datetime:
        """When it leaves the trash."""
        return self.at + KEPT


def discarded(document: Document, nup: str, actor: Actor, at: datetime, cancelled: bool = False) -> Discarded:
    """What the act leaves in the trash."""
    return Discarded(document, nup, actor.user, actor.unit, at, cancelled)


def check_kept(found: Discarded, now: datetime) -> Discarded:
    """The trash keeps for a while only. Raises NotFound."""
    if now >= found.until:
        raise NotFound()
    return found


def check_restorable(found: Discarded) -> Document:
    """A cancellation is final: only what was deleted comes back. Raises Refused ``cancelled_for_good``."""
    if found.cancelled:
        raise Refused(
            "cancelled_for_good", "Documento cancelado não é recuperado; baixe o conteúdo se precisar."
        )
    return found.document
