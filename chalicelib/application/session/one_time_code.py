"""One try of a code, counted before it is looked at: many at once are no way around the limit (ACC-02)."""

from datetime import datetime

from chalicelib.application.ports import Ports
from chalicelib.domain.login import CODES_WINDOW, check_codes
from chalicelib.domain.second_factor import SecondFactor, accept


def try_code(ports: Ports, factor: SecondFactor, code: str, now: datetime, purpose: str) -> SecondFactor:
    """The factor after the code opened, to be written on condition.

    Raises Unauthenticated ``wrong_code``, TooManyAttempts.
    """
    name = f"code.{factor.user}"
    tried, until = ports.identity.count(ports.tenant, name, now, CODES_WINDOW)
    check_codes(tried, until, now)
    accepted = accept(factor, code, now, purpose)
    ports.identity.forgive(ports.tenant, [name])
    return accepted
