"""Send again what a consumer never dealt with (architecture §6).

A consumer marks, per process, the last entry it dealt with. The sweeper walks the days of the history and
compares. That a mark is a maximum and not a list of entries is sound for these consumers: each of them
reads the process's state anew, so having dealt with a later entry is having dealt with the earlier ones. A
consumer that does something *per entry* (an e-mail per entry) may not be swept this way.
"""

from datetime import datetime

from .interests import INTERESTS
from .ports import HistoryDays, HistoryFact, Marks, Queues


def sweep_history(
    days: HistoryDays, marks: Marks, queues: Queues, since: datetime, until: datetime
) -> dict[str, int]:
    """Compare the interval's facts with each consumer's marks; -> processes sent again, by consumer.

    ``until`` must lie some minutes back: what is younger is still on its way.
    """
    newest: dict[str, dict[str, HistoryFact]] = {consumer: {} for consumer in INTERESTS}
    for fact in days.facts(since, until):
        for consumer, kinds in INTERESTS.items():
            known = newest[consumer].get(fact.process)
            if fact.kind in kinds and (known is None or known.n < fact.n):
                newest[consumer][fact.process] = fact
    sent = {}
    for consumer, facts in newest.items():
        reached = marks.reached(consumer, facts)
        missed = [fact for process, fact in facts.items() if reached.get(process, 0) < fact.n]
        if missed:
            queues.send(consumer, missed)
        sent[consumer] = len(missed)
    return sent
