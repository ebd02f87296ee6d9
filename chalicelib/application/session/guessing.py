"""A guess at a password, at the door or in the very act it is asked for, or at the codes of a paper, counted before it
is looked at: many at once are no way around the limit (ACC-01, DOC-15).
"""

import time
from collections.abc import Sequence
from datetime import datetime

from chalicelib.domain.errors import TooManyAttempts, Unavailable
from chalicelib.domain.login import check_attempts

from .ports import Identity

#: How often, and how long each time, one waits for the tries of others to end: honest people at once are let in.
TURNS = 30
PAUSES = (0.05, 0.1, 0.2)


class Guess:
    """One try, at the door or inside, under some names, each with how many mistakes cost nothing."""

    def __init__(self, identity: Identity, tenant: str, at: datetime, *counted: tuple[str, int]) -> None:
        """Raises TooManyAttempts, Unavailable; then nothing is counted."""
        self._identity, self._tenant, self._at = identity, tenant, at
        self._names: list[str] = []
        self._alone = True
        for name, free in counted:
            try:
                self._claim(name, free)
            except (TooManyAttempts, Unavailable):
                self.right(self._names)
                raise
            self._names.append(name)

    @property
    def alone(self) -> bool:
        """Nothing else was counted when this one was: no mistake of before, no other try under way."""
        return self._alone

    def wrong(self) -> None:
        """It stays counted under every name."""
        for name in self._names:
            self._identity.settle(self._tenant, name, self._at, False)

    def right(self, names: Sequence[str] | None = None) -> None:
        """Under these names, or all, it is as if nobody had tried."""
        for name in self._names if names is None else names:
            self._identity.settle(self._tenant, name, self._at, True)

    def _claim(self, name: str, free: int) -> None:
        identity, tenant, at = self._identity, self._tenant, self._at
        for turn in range(TURNS):
            seen = identity.claim(tenant, name, free, at)
            if seen.mine:
                self._alone = self._alone and seen.counted == 1
                return
            self._alone = False
            last: Sequence[tuple[int, datetime | None]] = [(seen.failed, seen.last)]
            check_attempts(last, at, (free,))
            if not seen.under_way and identity.claim_after(tenant, name, seen, at):
                return
            time.sleep(PAUSES[min(turn, len(PAUSES) - 1)])
        # Whoever began them may have died: what is not said to have ended counts for a minute.
        message = "Há outras tentativas em andamento. Espere um minuto e repita."
        raise Unavailable("attempts_under_way", message)
