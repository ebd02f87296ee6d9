"""A link by e-mail with which a person makes the own password: the first one, or a new one (ACC-01, ACC-08).

One per person: what is ordered takes the place of what was there, which opens nothing from then on. Its secret is made
when the e-mail leaves and is kept nowhere but in it; whoever died while handing it over left one that the next delivery
replaces, so that none is forgotten and of two e-mails the newer is good.
"""

import hmac
from dataclasses import replace
from datetime import datetime, timedelta
from enum import StrEnum

from chalicelib.domain.value import dataclass

from .errors import Refused
from .identity import User
from .mail import CARRYING, PersonalMail
from .retention import Kept, period

#: Where the e-mail's text takes the address; it is filled in when the e-mail leaves.
PLACE = "{link}"


class LinkPurpose(StrEnum):
    """What it was ordered for."""

    FIRST_ACCESS = "first_access"
    RESET = "reset"


#: Who is registered on a Friday reads it on Monday; who forgot the password is waiting in front of the screen.
LIVES = {LinkPurpose.FIRST_ACCESS: period(Kept.FIRST_LINKS), LinkPurpose.RESET: period(Kept.RESET_LINKS)}


#: How many are sent within an hour of the first to who asks at the door: a mailbox is left in peace.
ORDERS, HOUR = 4, timedelta(hours=1)


class LinkState(StrEnum):
    """Where it is on its way."""

    WAITING = "waiting"
    SENDING = "sending"
    SENT = "sent"
    REFUSED = "refused"
    USED = "used"


@dataclass(frozen=True, slots=True)
class PasswordLink:
    """The last link of ``user``, and the e-mail it goes in. ``digest``: SHA-256 of its secret, empty when it opens
    nothing. ``reason``: why the e-mail was refused. ``orders``: how many there were since ``since``.
    """

    user: str
    purpose: LinkPurpose
    letter: PersonalMail
    since: datetime
    orders: int = 1
    state: LinkState = LinkState.WAITING
    moved_at: datetime | None = None
    digest: str = ""
    expires_at: datetime | None = None
    reason: str = ""
    revision: int = 1

    def due(self, now: datetime) -> bool:
        """Whether it is to be sent now: nobody does, or who did is no longer there to tell."""
        began = self.moved_at or self.letter.at
        return self.state is LinkState.WAITING or (self.state is LinkState.SENDING and now - began >= CARRYING)


def ordered(before: PasswordLink | None, user: User, purpose: LinkPurpose, letter: PersonalMail) -> PasswordLink:
    """A link to be sent, in the place of the one before."""
    if before is None:
        return PasswordLink(user.id, purpose, letter, letter.at)
    recent = letter.at - before.since < HOUR
    since, orders = (before.since, before.orders + 1) if recent else (letter.at, 1)
    return PasswordLink(user.id, purpose, letter, since, orders, revision=before.revision + 1)


def ordered_too_often(before: PasswordLink | None, now: datetime) -> bool:
    """Whether one more would fill the person's mailbox."""
    return before is not None and before.orders >= ORDERS and now - before.since < HOUR


def leaving(link: PasswordLink, digest: str, now: datetime) -> PasswordLink:
    """It is being handed over with this secret, good from now on."""
    return _moved(link, LinkState.SENDING, now, digest, now + LIVES[link.purpose])


def sent(link: PasswordLink, now: datetime) -> PasswordLink:
    """The carrier took it, or may have."""
    return _moved(link, LinkState.SENT, now, link.digest, link.expires_at)


def held_back(link: PasswordLink, now: datetime) -> PasswordLink:
    """The carrier is away: what was to be sent opens nothing, and is sent later with another secret."""
    return _moved(link, LinkState.WAITING, now)


def refused(link: PasswordLink, now: datetime, reason: str) -> PasswordLink:
    """The carrier will never take it; the administration reads why."""
    return replace(_moved(link, LinkState.REFUSED, now), reason=reason)


def used(link: PasswordLink, now: datetime) -> PasswordLink:
    """It made its password, and opens nothing more."""
    return _moved(link, LinkState.USED, now)


def check_link(link: PasswordLink | None, user: User | None, digest: str, now: datetime) -> tuple[PasswordLink, User]:
    """The link that whoever shows a secret of this ``digest`` may use. Raises Refused ``link_invalid``, whatever is
    wrong with it."""
    good = link is not None and bool(link.digest) and hmac.compare_digest(link.digest, digest)
    late = link is None or link.expires_at is None or now >= link.expires_at
    if not good or late or user is None or user.blocked or link is None:
        raise Refused(
            "link_invalid",
            "Este link não vale mais: já foi usado, venceu ou foi trocado por um mais novo. Peça outro na tela de "
            "entrada, em “Esqueci minha senha”.",
        )
    return link, user


def _moved(
    link: PasswordLink, state: LinkState, now: datetime, digest: str = "", expires_at: datetime | None = None
) -> PasswordLink:
    return replace(
        link, state=state, moved_at=now, digest=digest, expires_at=expires_at, reason="", revision=link.revision + 1
    )
