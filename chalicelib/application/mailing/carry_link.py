"""Send the link by which a person makes the own password (ACC-01, ACC-08).

Its secret is made here and lies nowhere but in the e-mail: of what is kept nobody can make a link. Who dies while
handing it over leaves one that the next delivery replaces, so at worst two e-mails come and the newer one is good.
"""

import hashlib
import secrets
from dataclasses import replace

from chalicelib.domain.password_link import PLACE, LinkState, held_back, leaving, refused, sent

from .carry import StillWaiting
from .ports import CarrierRefused, CarrierSilent, Mailing, NotCarried

#: The page that takes a link; what follows the ``#`` is sent to no server and to no other site.
PAGE = "/senha#"


def carry_link(outside: Mailing, letters: str) -> int:
    """Send what waits for the person that ``letters`` stands for; -> how many were sent. Raises StillWaiting."""
    link, now = outside.links.of(letters), outside.now()
    if link is None or link.state in (LinkState.SENT, LinkState.REFUSED, LinkState.USED):
        return 0
    if not link.due(now):
        raise StillWaiting(f"a link of {letters}")
    secret = secrets.token_urlsafe(32)
    gone = leaving(link, hashlib.sha256(secret.encode()).hexdigest(), now)
    if not outside.links.move(link, gone):
        raise StillWaiting(f"a link of {letters}")
    address = f"{outside.site}{PAGE}{link.user}.{secret}"
    letter = replace(link.letter, text=link.letter.text.replace(PLACE, address), at=now)
    try:
        outside.carrier.carry(letter, ())
    except NotCarried:
        outside.links.move(gone, held_back(gone, outside.now()))
        raise StillWaiting(f"a link of {letters}") from None
    except CarrierRefused as refusal:
        outside.links.move(gone, refused(gone, outside.now(), refusal.reason))
        return 0
    except CarrierSilent:
        # It may have arrived: the person who does not get it asks for another.
        pass
    outside.links.move(gone, sent(gone, outside.now()))
    return 1
