"""How a second factor stands, whoever asks."""

from collections.abc import Sequence
from datetime import datetime

from chalicelib.application.ports import Ports
from chalicelib.domain.account import AccountEvent, TrustedDevice
from chalicelib.domain.value import dataclass


@dataclass(frozen=True, slots=True)
class FactorStanding:
    """What may be told of it: never its secret, nor its codes."""

    enrolled_at: datetime | None
    recovery_left: int
    paused_until: datetime | None
    devices: Sequence[TrustedDevice]
    events: Sequence[AccountEvent]


def standing_of(ports: Ports, user: str) -> FactorStanding:
    """The policy was asked by then."""
    now, known = ports.now(), ports.identity.account(ports.tenant, user, "")
    events = ports.identity.account_log(ports.tenant, user)
    factor = known.factor
    if factor is None or factor.confirmed_at is None:
        return FactorStanding(None, 0, None, (), events)
    trusted = [one for one in ports.identity.devices(ports.tenant, user) if one.trusted_by(factor, now)]
    paused = factor.paused_until if factor.paused(now) else None
    return FactorStanding(factor.confirmed_at, len(factor.recovery), paused, trusted, events)
