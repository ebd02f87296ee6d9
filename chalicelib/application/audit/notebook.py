"""What one request read, noted where the policy lets it (``authorisation``) and written while it goes on.

The record is part of the answer: a reading that could not be recorded is not given (``settle`` raises). It costs the
reader no time, because it is written while the rest of the page is fetched.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime
from typing import TYPE_CHECKING

from chalicelib.domain.audit import Access, PersonKind, leaves_record, person_id
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy_actions import Action

from .ports import Trail

if TYPE_CHECKING:
    from chalicelib.domain.document import Document
    from chalicelib.domain.process import Process

_open: ContextVar["Notebook | None"] = ContextVar("notebook", default=None)


class Notebook:
    """The readings of one request, from where and in which session it came; the same thing twice is one reading."""

    def __init__(
        self, trail: Trail, identifier: Callable[[], str], now: Callable[[], datetime], caller: Actor | None
    ) -> None:
        self._trail, self._identifier, self._now, self._caller = trail, identifier, now, caller
        self._writing: dict[tuple[str, str, str, tuple[str, ...]], Callable[[], None]] = {}

    def note(
        self,
        actor: Actor,
        action: Action,
        process: "Process | None",
        document: "Document | None",
        people: tuple[str, ...] = (),
    ) -> None:
        """Begin to record what is about to be shown."""
        caller = self._caller or actor
        key = (action.value, process.id if process else "", document.id if document else "", people)
        if key in self._writing:
            return
        self._writing[key] = self._trail.begin(
            Access(
                id=self._identifier(),
                at=self._now(),
                user=actor.user,
                unit=actor.unit,
                action=action.value,
                process=key[1],
                nup=process.nup if process else "",
                document=key[2],
                number=document.number if document else "",
                address=caller.address,
                session=caller.session,
                people=people,
            )
        )

    def settle(self) -> None:
        """Wait until everything noted is written. Raises what the store raised."""
        for wait in self._writing.values():
            wait()


@contextmanager
def opened(notebook: Notebook) -> Iterator[Notebook]:
    """For the length of the block, what is read is noted here."""
    before = _open.set(notebook)
    try:
        yield notebook
    finally:
        _open.reset(before)


def note_reading(
    actor: Actor, action: Action, process: "Process | None" = None, document: "Document | None" = None
) -> None:
    """Note what the policy has just let somebody see, if the rules of audit list it and a request is under way."""
    notebook = _open.get()
    if notebook is not None and leaves_record(action, process.effective_level if process else None):
        notebook.note(actor, action, process, document)


def note_people(actor: Actor, action: Action, kind: PersonKind, shown: Iterable[str]) -> None:
    """Note whose data is about to be shown; nobody's leaves nothing."""
    notebook = _open.get()
    people = tuple(sorted({person_id(kind, each) for each in shown}))
    if notebook is not None and people:
        notebook.note(actor, action, None, None, people)
