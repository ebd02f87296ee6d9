"""How guessing is slowed down (ACC-01, security.md §1.5): per account and per network, never for ever."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from ipaddress import IPv6Address, ip_address

from .errors import TooManyAttempts

OF_ONE_ACCOUNT = 5
# A city hall is behind one address: the typing mistakes of a whole building are no attack.
OF_A_NETWORK = 30
LONGEST_WAIT = 15 * 60


def wait_seconds(failures: int, free: int = OF_ONE_ACCOUNT) -> int:
    """How long after the last failure: none for the first ``free``, then 15 s doubling up to 15 min."""
    if failures < free:
        return 0
    return int(min(LONGEST_WAIT, 15 * 2 ** min(failures - free, 10)))


def check_attempts(
    counted: Sequence[tuple[int, datetime | None]],
    now: datetime,
    free: Sequence[int] = (OF_ONE_ACCOUNT, OF_A_NETWORK),
) -> None:
    """Refuse while any of the counts asks to wait; ``free`` goes with them, one by one. Raises TooManyAttempts."""
    waits = [
        (last + timedelta(seconds=wait_seconds(failures, allowed)) - now).total_seconds()
        for (failures, last), allowed in zip(counted, free, strict=False)
        if last is not None
    ]
    longest = max(waits, default=0.0)
    if longest > 0:
        raise TooManyAttempts(max(1, round(longest)))


def network(address: str) -> str:
    """The part of an address that one guesser controls: /24 of IPv4, /64 of IPv6."""
    try:
        found = ip_address(address)
    except ValueError:
        return "local"
    if isinstance(found, IPv6Address):
        if found.ipv4_mapped is None:
            return "-".join(found.exploded.split(":")[:4])
        found = found.ipv4_mapped
    return "-".join(str(found).split(".")[:3])


#: Links to make a new password that may be asked for from one network, a whole city hall, in an hour.
LINKS_OF_A_NETWORK = 100
LINKS_WINDOW = timedelta(hours=1)
CODES_IN_A_WINDOW = 5
CODES_WINDOW = timedelta(minutes=10)


def check_codes(tried: int, until: datetime, now: datetime) -> None:
    """Refuse the sixth code of a window, be it right or not; ``tried`` counts this one too. Raises TooManyAttempts."""
    if tried > CODES_IN_A_WINDOW:
        raise TooManyAttempts(max(1, round((until - now).total_seconds())))
