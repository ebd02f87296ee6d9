"""Keep each process under the words it is looked for by, in any order of arrival of its facts (demands.md 5)."""

from functools import partial

from chalicelib.domain.word_index import findable, parties_of

from .ports import Truth, WordIndex
from .settling import until_settled


def index_words(truth: Truth, index: WordIndex, process: str) -> int:
    """Index one process as it is now; -> how many times it was written. Raises StillMoving."""
    return until_settled(partial(_index, truth, index, process), process)


def _index(truth: Truth, index: WordIndex, process: str) -> int | None:
    before = index.indexed(process)
    now = truth.process(process)
    wanted, parties = findable(now), before.parties | parties_of(now)
    if wanted == before.found and parties == before.parties:
        return 0
    return 1 if index.replace(process, before, wanted, parties) else None
