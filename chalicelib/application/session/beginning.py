"""The session that begins once its steps were taken, whoever vouched for the first one (ACC-01, ACC-02)."""

from datetime import datetime, timedelta

from chalicelib.application.ports import Account, Ports, Shown
from chalicelib.domain.errors import Unauthenticated
from chalicelib.domain.identity import Session, Strength, User
from chalicelib.domain.second_factor import WRONG
from chalicelib.domain.value import dataclass

from .one_time_code import counted_under


@dataclass(frozen=True, slots=True)
class Opening:
    """``digest`` of the token's secret (hex), how long the session lives (seconds), and where it begins.

    ``word``: the digest of the provider's word that is spent with it.
    """

    digest: str
    life: int
    unit: str
    address: str
    agent: str
    word: str = ""


def begun(
    ports: Ports,
    user: User,
    known: Account,
    opening: Opening,
    steps: tuple[Strength, Shown | None],
    now: datetime,
) -> Session:
    """The session, kept with what was spent for it. Raises Unauthenticated ``wrong_code``: somebody else spent it."""
    strength, shown = steps
    session = Session(
        digest=opening.digest,
        tenant=ports.tenant,
        user=user.id,
        unit=opening.unit,
        epoch=user.session_epoch,
        created_at=now,
        last_used_at=now,
        expires_at=_ending(now + timedelta(seconds=opening.life), strength, known),
        address=opening.address,
        agent=opening.agent[:200],
        strength=strength,
    )
    if not ports.identity.open(session, shown, opening.word):
        raise Unauthenticated(WRONG, "O código acabou de ser usado. Espere o próximo e digite de novo.")
    if shown:
        ports.identity.forgive(ports.tenant, [counted_under(user.id)])
    return session


def _ending(until: datetime, strength: Strength, known: Account) -> datetime:
    """A session that a pause let in ends with it."""
    paused = known.factor.paused_until if known.factor and strength is Strength.PAUSED else None
    return min(until, paused) if paused else until
