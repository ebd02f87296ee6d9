"""Finding a process by words of its specification, type or interested parties (demands.md 5, features.md §8)."""

import re
import unicodedata
from collections.abc import Sequence
from datetime import datetime

from chalicelib.domain.access import AccessLevel
from chalicelib.domain.process import Process
from chalicelib.domain.value import dataclass

SHORTEST = 3
#: So that what a process is kept under, before and after a change, fits one transaction.
MOST_WORDS, MOST_ROWS = 30, 49
#: How many of its letters tell where a word is kept; also how many a search must have.
STEM = 3
_SAYS_NOTHING = frozenset({"das", "dos", "para", "por", "com", "sem", "que", "uma", "ltda"})


@dataclass(frozen=True, slots=True)
class Findable:
    """What is shown of a process that was found, and matched against the words looked for."""

    process: str
    nup: str
    type: str
    specification: str
    interested: tuple[str, ...]
    started_at: datetime
    parties: tuple[str, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """What it is kept under, each once: the ids of the interested parties, then words in the order written.

        At most ``MOST_WORDS`` words and ``MOST_ROWS`` in all: the processes of a contact are found by its id, which
        nobody who looks for words is answered by.
        """
        telling = [word for word in self._all if len(word) >= SHORTEST and word not in _SAYS_NOTHING]
        return tuple(dict.fromkeys((*self.parties, *tuple(dict.fromkeys(telling))[:MOST_WORDS])))[:MOST_ROWS]

    @property
    def _all(self) -> list[str]:
        return [
            word for text in (self.specification, *self.interested, self.type) for word in plain_words(text)
        ]

    def answers(self, wanted: Sequence[str]) -> bool:
        """Whether every word looked for begins some word of it."""
        return all(any(word.startswith(each) for word in self._all) for each in wanted)


def findable(process: Process | None) -> Findable | None:
    """None for what no search finds: a deleted or a confidential process (features.md §1.3)."""
    if process is None or process.effective_level is AccessLevel.CONFIDENTIAL:
        return None
    written = process.registration
    interested = tuple(party.name for party in written.interested_parties)
    parties = tuple(party.code for party in written.interested_parties)
    return Findable(
        process.id, process.nup, written.type.name, written.specification, interested, process.started_at, parties
    )


def is_told_of(process: Process, contact: str) -> bool:
    """Whether it is told to be among the contact's: a party of it now, and it is no secret."""
    return contact in parties_of(process) and process.effective_level is not AccessLevel.CONFIDENTIAL


def parties_of(process: Process | None) -> frozenset[str]:
    """The contacts who are interested parties, of a confidential process too: for erasing, never for a search."""
    return frozenset(one.code for one in process.registration.interested_parties) if process else frozenset()


def plain_words(text: str) -> list[str]:
    """Words without accents or capitals, in their order."""
    bare = "".join(one for one in unicodedata.normalize("NFD", text) if unicodedata.category(one) != "Mn")
    return re.findall(r"[^\W_]+", bare.casefold())


def rarest(wanted: Sequence[str]) -> str | None:
    """The word to begin the search with: the longest is likely the rarest. None when all are too short."""
    return max(
        (word for word in wanted if len(word) >= STEM and word not in _SAYS_NOTHING), key=len, default=None
    )
