"""Which entries of the history somebody wants to read: the three views and the filters (features.md §1.5, PRO-27)."""

import unicodedata
from collections.abc import Mapping
from dataclasses import field
from datetime import date, tzinfo
from enum import StrEnum

from .history import Entry, Fact
from .value import dataclass


class HistoryView(StrEnum):
    """How much is shown. A city says what the first two leave out; the last leaves nothing out, ever."""

    SUMMARY = "summary"
    FULL = "full"
    TOTAL = "total"


class Topic(StrEnum):
    """What an entry speaks of."""

    PROCESS = "process"
    ACCESS = "access"
    DOCUMENTS = "documents"
    SIGNATURES = "signatures"
    ROUTING = "routing"
    BLOCKS = "blocks"
    TIES = "ties"


#: Facts are kept in a module for each area (``domain.history``).
_OF_AREA = {
    "authentication": Topic.SIGNATURES,
    "blocks": Topic.BLOCKS,
    "credentials": Topic.ACCESS,
    "document_life": Topic.DOCUMENTS,
    "documents": Topic.DOCUMENTS,
    "erasure": Topic.ACCESS,
    "redaction": Topic.DOCUMENTS,
    "flows": Topic.ROUTING,
    "routing": Topic.ROUTING,
    "ties": Topic.TIES,
}
_OF_KIND = {
    "document_signed": Topic.SIGNATURES,
    "signatures_dropped": Topic.SIGNATURES,
    "document_put_in_block": Topic.BLOCKS,
    "document_taken_from_block": Topic.BLOCKS,
    "process_level_changed": Topic.ACCESS,
    "legal_basis_changed": Topic.ACCESS,
    "effective_level_changed": Topic.ACCESS,
    "document_level_changed": Topic.ACCESS,
    "document_legal_basis_changed": Topic.ACCESS,
    "sending_undone": Topic.ROUTING,
    "conclusion_undone": Topic.ROUTING,
}


@dataclass(frozen=True, slots=True)
class Shown:
    """Whether a kind of fact is in the summary and in the full history."""

    summary: bool
    full: bool = True


@dataclass(frozen=True, slots=True)
class HistoryFilter:
    """``unit`` is an id, ``person`` a part of a name or of a login, the days are civil ones in ``zone``, both
    included. ``city`` is what the city says of each kind; of the others, what the fact says of itself.
    """

    view: HistoryView
    zone: tzinfo
    topic: Topic | None = None
    unit: str | None = None
    person: str | None = None
    since: date | None = None
    until: date | None = None
    city: Mapping[str, Shown] = field(default_factory=dict)

    def keeps(self, entry: Entry) -> bool:
        """Whether the entry is wanted."""
        day = entry.at.astimezone(self.zone).date()
        return (
            self._shows(type(entry.fact))
            and self.topic in (None, topic_of(type(entry.fact)))
            and self.unit in (None, entry.unit.id)
            and (self.person is None or _said(self.person) in _said(f"{entry.user.name} {entry.user.id}"))
            and (self.since is None or self.since <= day)
            and (self.until is None or day <= self.until)
        )

    @property
    def wide(self) -> bool:
        """Whether only the view narrows it, which keeps most entries."""
        return not (self.topic or self.unit or self.person or self.since or self.until)

    def over(self, entry: Entry) -> bool:
        """Whether nothing before ``entry`` is wanted."""
        return self.since is not None and entry.at.astimezone(self.zone).date() < self.since

    def _shows(self, kind: type[Fact]) -> bool:
        shown = self.city.get(kind.kind()) or Shown(kind.summary)
        if self.view is HistoryView.SUMMARY:
            return shown.summary
        return self.view is HistoryView.TOTAL or shown.full


def topic_of(fact: type[Fact]) -> Topic:
    """What a kind of fact speaks of: the process itself when nothing says otherwise."""
    area = fact.__module__.rpartition(".")[2]
    return _OF_KIND.get(fact.kind()) or _OF_AREA.get(area, Topic.PROCESS)


def _said(text: str) -> str:
    """Without accents nor case."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(character for character in plain if not unicodedata.combining(character))
