"""Keep each process under the words it is looked for by, in any order of arrival of its facts (demands.md 5)."""

from functools import partial

from chalicelib.domain.word_index import findable

from .ports import Truth, WordIndex
from .settling import until_settled


def index_words(truth: Truth, index: WordIndex, process: str) -> int:
    """Index one process as it is now; -> how many times it was written. Raises StillMoving."""
    return until_settled(partial(_index, truth, index, process), process)


def _index(truth: Truth, index: WordIndex, process: str) -> int | None:
    before = index.indexed(process)
    wanted = findable(truth.process(process))
    if wanted == before.found:
        return 0
    return 1 if index.replace(process, before, wanted) else None
