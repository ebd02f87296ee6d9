"""The consumer that counts: the numbers on the units' inboxes (PRO-01)."""

from collections.abc import Callable

from chalicelib.application.conducting.count_statistics import count_statistics
from chalicelib.application.conducting.interests import STATISTICS
from chalicelib.application.conducting.ports import Counters, Marks, Truth

from .messages import Event, Failures, attempt_each, failures, read_batch, unreadable


def handle_statistics(
    event: Event,
    truth: Callable[[str], Truth],
    counters: Callable[[str], Counters],
    marks: Callable[[str], Marks],
) -> Failures:
    """Recount the processes of a batch of facts, each once. The three ports are asked for by tenant."""
    batch = read_batch(event)

    def count(key: tuple[str, str]) -> int:
        tenant, process = key
        moved = count_statistics(truth(tenant), counters(tenant), process)
        marks(tenant).reach(STATISTICS, process, batch.newest[key])
        return moved

    return failures(unreadable(batch.others) + attempt_each(batch.facts, count))
