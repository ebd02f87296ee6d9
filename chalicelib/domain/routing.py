"""One sending of a process to one unit, and the return it may ask for (TRA-01, TRA-03)."""

from dataclasses import replace
from datetime import date, datetime

from chalicelib.domain.value import dataclass

from .organisation import UnitName
from .presence import Presence


@dataclass(frozen=True, slots=True)
class Routing:
    """From one unit to another. Open while it waits for receipt or for a return.

    ``return_due`` is the civil date until which ``destination`` must send the process back to ``origin``;
    ``withdrawn_at`` says that ``origin`` gave up the return. ``reopen_on`` is the day the process reopens
    in ``origin``, which concluded it by sending (TRA-06).

    Until received it can be undone, with the other destinations of its ``sending`` (named by the first routing;
    ``together`` counts them): ``displaced`` is what the destination's side was before, ``gave_back`` says that the
    sending stopped the count of a return.
    """

    id: str
    process: str
    origin: UnitName
    destination: UnitName
    sent_at: datetime
    sent_by: str
    received_at: datetime | None = None
    return_due: date | None = None
    returned_at: datetime | None = None
    withdrawn_at: datetime | None = None
    reopen_on: date | None = None
    sending: str = ""
    together: int = 1
    gave_back: bool = False
    displaced: Presence | None = None
    undone_at: datetime | None = None

    @property
    def waits_receipt(self) -> bool:
        """The destination has not opened it yet."""
        return self.received_at is None and self.returned_at is None and self.undone_at is None

    @property
    def waits_return(self) -> bool:
        """A return was asked for and has neither happened nor been given up."""
        ended = (self.returned_at, self.withdrawn_at, self.undone_at)
        return self.return_due is not None and ended == (None, None, None)

    @property
    def open(self) -> bool:
        """Something is still awaited."""
        return self.waits_receipt or self.waits_return

    @property
    def status(self) -> str:
        """``waiting_receipt``, ``received``, ``returned``, ``withdrawn`` or ``undone``."""
        if self.undone_at is not None:
            return "undone"
        if self.returned_at is not None:
            return "returned"
        if self.received_at is None:
            return "waiting_receipt"
        return "withdrawn" if self.withdrawn_at is not None else "received"

    def received(self, at: datetime) -> "Routing":
        """The destination opened the process (TRA-02)."""
        return self if self.received_at else replace(self, received_at=at, displaced=None)

    def returned(self, at: datetime) -> "Routing":
        """The destination sent the process back to the origin: the only thing that stops the count (TRA-03)."""
        return replace(self, received_at=self.received_at or at, returned_at=at, displaced=None)
