"""One try of a code, counted before it is looked at: many at once are no way around the limit (ACC-02)."""

from collections.abc import Callable
from datetime import datetime

from chalicelib.application.ports import Ports
from chalicelib.domain.login import CODES_WINDOW, check_codes
from chalicelib.domain.second_factor import SecondFactor, accept

Judge = Callable[[SecondFactor, str, datetime, str], SecondFactor]


def try_code(
    ports: Ports, factor: SecondFactor, code: str, now: datetime, purpose: str, judge: Judge | None = None
) -> SecondFactor:
    """The factor after the code opened, to be written on condition.

    Raises Unauthenticated ``wrong_code``, TooManyAttempts, and whatever else ``judge`` does in the place of ``accept``.
    """
    tried, until = ports.identity.count(ports.tenant, counted_under(factor.user), now, CODES_WINDOW)
    check_codes(tried, until, now)
    return (judge or accept)(factor, code, now, purpose)


def counted_under(user: str) -> str:
    """The name that the tries of a person are counted under; a right one lets them be forgotten."""
    return f"code.{user}"
