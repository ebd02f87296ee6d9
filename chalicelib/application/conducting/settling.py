"""Act until there is nothing left to do, giving way to whoever does the same at the same time."""

from collections.abc import Callable

ATTEMPTS = 8


class StillMoving(Exception):
    """Others kept at the same thing; the message must come back later."""


def until_settled(step: Callable[[], int | None], what: str) -> int:
    """Repeat ``step`` until it moves nothing; -> how many moves it took.

    ``step`` answers how much it moved, or None when another came in between. After it has moved anything it is asked
    again: another delivery may have seen a newer state while what is kept still agreed with it, and gone, leaving
    nobody else to undo what was just written from the older one. Raises StillMoving.
    """
    moves = 0
    for _ in range(ATTEMPTS):
        moved = step()
        if moved == 0:
            return moves
        moves += moved or 0
    raise StillMoving(what)
