"""The second step at the door, whatever the first one was: the code of who is enrolled (ACC-02)."""

from datetime import datetime

from chalicelib.application.ports import Account, Ports, Shown
from chalicelib.domain.account import trusting
from chalicelib.domain.errors import Unauthenticated
from chalicelib.domain.identity import Strength
from chalicelib.domain.value import dataclass

from .one_time_code import try_code

CODE_REQUIRED = "one_time_code_required"


@dataclass(frozen=True, slots=True)
class Showing:
    """What is shown, and where. ``purpose`` names the request; ``trusted``: digest of what the browser will show to be
    asked no more, empty if not wanted."""

    one_time_code: str
    purpose: str
    trusted: str
    address: str
    agent: str


def second_step(ports: Ports, known: Account, showing: Showing, now: datetime) -> tuple[Strength, Shown | None]:
    """By what the session is opened, and the code spent for it.

    Raises Unauthenticated ``one_time_code_required`` or ``wrong_code``, TooManyAttempts.
    """
    factor = known.factor
    if factor is None or factor.confirmed_at is None:
        return Strength.PASSWORD, None
    if factor.paused(now):
        return Strength.PAUSED, None
    if known.device and known.device.trusted_by(factor, now):
        return Strength.SECOND_FACTOR, None
    if not showing.one_time_code:
        raise Unauthenticated(CODE_REQUIRED, "Digite o código do seu aplicativo autenticador.")
    after = try_code(ports, factor, showing.one_time_code, now, f"login {showing.purpose}")
    trusted, agent, address = showing.trusted, showing.agent, showing.address
    device = trusting(after, trusted, now, address, agent) if trusted else None
    return Strength.SECOND_FACTOR, Shown(factor, after, device)
