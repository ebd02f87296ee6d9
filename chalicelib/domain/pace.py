"""How long something that goes on in equal steps still takes (issue 6 §6): by its pace so far, never by a promise."""

from datetime import datetime
from math import ceil


def seconds_left(since: datetime, now: datetime, over: int, everything: int) -> int | None:
    """An estimate; None while nothing is over, because then there is nothing to estimate from."""
    if over <= 0:
        return None
    elapsed = max((now - since).total_seconds(), 0.0)
    return ceil(elapsed * max(everything - over, 0) / over)
