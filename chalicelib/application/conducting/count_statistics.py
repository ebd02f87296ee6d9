"""Keep the counters of the units' inboxes (PRO-01) and the figures of their panels (TRA-13), in any order of arrival.

Each process × unit remembers the share it last added to the unit's counters, so the counters are the sum of the
memories at every instant. A recount gives way to one that came in between (the memory's version).
"""

from functools import partial

from chalicelib.domain.figures import figures, left_figures
from chalicelib.domain.presence import Tab
from chalicelib.domain.process import AWAY_FROM_INBOX, Process

from .ports import Counted, Counters, Share, Truth
from .settling import until_settled


def count_statistics(truth: Truth, counters: Counters, process: str) -> int:
    """Recount one process until nothing moves; -> how many moves it took. Raises StillMoving."""
    return until_settled(partial(_recount, truth, counters, process), process)


def share(process: Process | None, unit: str) -> Share:
    """What a process adds to its unit's counters: nothing but its phase, unless it is in its inbox; and nothing at all
    while it is confidential, lest a number tell of it.
    """
    presence = process.presence(unit) if process else None
    if process is None or presence is None or process.confidential:
        return Share()
    if not presence.open or process.state in AWAY_FROM_INBOX:
        return Share(figures=left_figures(presence))
    received = presence.tab is Tab.RECEIVED
    return Share(
        received=int(received),
        generated=int(not received),
        unread=int(presence.unread),
        unassigned=int(presence.assignee is None),
        assignee=presence.assignee.id if presence.assignee else None,
        figures=figures(process, presence),
    )


def _recount(truth: Truth, counters: Counters, process: str) -> int | None:
    before = counters.counted(process)
    state = truth.process(process)
    presences = state.presences if state else {}
    moved = 0
    for unit in sorted({*before, *presences}):
        known = before.get(unit, Counted(Share()))
        wanted = share(state, unit)
        if wanted == known.share:
            continue
        if not counters.recount(process, unit, known, wanted):
            return None
        moved += 1
    return moved
