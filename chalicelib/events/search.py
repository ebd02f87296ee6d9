"""The consumer that indexes: the words processes are looked for by (demands.md 5)."""

from collections.abc import Callable

from chalicelib.application.conducting.index_words import index_words
from chalicelib.application.conducting.interests import SEARCH
from chalicelib.application.conducting.ports import Marks, Truth, WordIndex

from .messages import Event, Failures, attempt_each, failures, read_batch, unreadable


def handle_search(
    event: Event,
    truth: Callable[[str], Truth],
    index: Callable[[str], WordIndex],
    marks: Callable[[str], Marks],
) -> Failures:
    """Index the processes of a batch of facts, each once. The three ports are asked for by tenant."""
    batch = read_batch(event)

    def keep(key: tuple[str, str]) -> int:
        tenant, process = key
        written = index_words(truth(tenant), index(tenant), process)
        marks(tenant).reach(SEARCH, process, batch.newest[key])
        return written

    return failures(unreadable(batch.others) + attempt_each(batch.facts, keep))
