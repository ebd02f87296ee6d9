"""Keep the counters of the units' inboxes (PRO-01), from whatever arrives, in whatever order.

Each process × unit remembers the share it last added to the unit's counters. A recount reads that memory
first and the process after it, so a state it writes is never older than the memory it replaces; the
memory's version makes it give way to a recount that came in between, even to one that brought the same
numbers back. The counters are the sum of the memories at every instant, and the last recount of a process
sees its last state.
"""

from chalicelib.domain.presence import Presence, Tab

from .ports import Counted, Counters, Share, Truth

ATTEMPTS = 8


class StillMoving(Exception):
    """Others kept recounting the same process; the message must come back later."""


def count_statistics(truth: Truth, counters: Counters, process: str) -> int:
    """Recount one process; -> how many units' counters moved. Raises StillMoving."""
    for _ in range(ATTEMPTS):
        moved = _recount(truth, counters, process)
        if moved is not None:
            return moved
    raise StillMoving(process)


def share(presence: Presence | None) -> Share:
    """What a presence adds to its unit's counters: nothing unless it is open."""
    if presence is None or not presence.open:
        return Share()
    received = presence.tab is Tab.RECEIVED
    return Share(
        received=int(received),
        generated=int(not received),
        unread=int(presence.unread),
        unassigned=int(presence.assignee is None),
        assignee=presence.assignee.id if presence.assignee else None,
    )


def _recount(truth: Truth, counters: Counters, process: str) -> int | None:
    before = counters.counted(process)
    state = truth.process(process)
    presences = state.presences if state else {}
    moved = 0
    for unit in sorted({*before, *presences}):
        known = before.get(unit, Counted(Share()))
        wanted = share(presences.get(unit))
        if wanted == known.share:
            continue
        if not counters.recount(process, unit, known, wanted):
            return None
        moved += 1
    return moved
