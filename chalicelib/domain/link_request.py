"""A link to make a new password, asked for at the door under a login that may be nobody's (ACC-01).

Whoever asks learns nothing by it, not even from how long it takes: asking writes the same for every login there is or
is not, and whether somebody answers to it is found out afterwards, by whom nobody waits for.
"""

from datetime import datetime

from chalicelib.domain.value import dataclass

from .account import letters_of
from .retention import Kept, period

#: Who forgot the password waits in front of the screen: what was not answered by then is asked again.
WAITS = period(Kept.LINK_REQUESTS)


@dataclass(frozen=True, slots=True)
class LinkRequest:
    """``key``: the name its asker gave to the write; ``address``: the network it came from."""

    login: str
    key: str
    at: datetime
    address: str

    @property
    def letters(self) -> str:
        """Under which name the stream tells of it."""
        return letters_of(self.login)


def to_answer(request: LinkRequest | None, now: datetime) -> LinkRequest | None:
    """The request, if somebody still waits for what comes of it."""
    return request if request and now - request.at < WAITS else None
