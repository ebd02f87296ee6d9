"""Log in (ACC-01)."""

from datetime import timedelta

from chalicelib.application.ports import Ports
from chalicelib.domain.errors import Unauthenticated
from chalicelib.domain.identity import Session, User
from chalicelib.domain.login import check_attempts, network
from chalicelib.domain.value import dataclass


@dataclass(frozen=True, slots=True)
class Credentials:
    """What the login screen sends, and from where. ``agency`` is checked only when given."""

    login: str
    password: str
    agency: str | None
    address: str
    agent: str


@dataclass(frozen=True, slots=True)
class SessionTerms:
    """``digest`` of the token's secret (hex) and how long the session lives, in seconds."""

    digest: str
    life: int


def open_session(ports: Ports, credentials: Credentials, terms: SessionTerms) -> tuple[Session, User]:
    """Check the password and open a session in the user's first unit.

    Raises Unauthenticated ``invalid_credentials`` (the same for an unknown user, a wrong password, a blocked
    user and another agency), TooManyAttempts.
    """
    now = ports.now()
    login = credentials.login.strip().lower()
    counted = [f"account.{login}", f"network.{network(credentials.address)}"]
    check_attempts(ports.identity.failures(ports.tenant, counted, now), now)
    user, hashed = ports.identity.user(ports.tenant, login)
    right = ports.passwords.verify(hashed, credentials.password)
    today = now.astimezone(ports.zone).date()
    units = user.units_on(today, ports.catalogues.units()) if user else ()
    foreign = credentials.agency is not None and user is not None and user.agency != credentials.agency
    if not right or user is None or user.blocked or foreign or not units:
        ports.identity.fail(ports.tenant, counted, now)
        raise Unauthenticated("invalid_credentials", "Usuário ou senha não conferem.")
    ports.identity.forgive(ports.tenant, counted[:1])
    session = Session(
        digest=terms.digest,
        tenant=ports.tenant,
        user=user.id,
        unit=units[0],
        epoch=user.session_epoch,
        created_at=now,
        last_used_at=now,
        expires_at=now + timedelta(seconds=terms.life),
        address=credentials.address,
        agent=credentials.agent[:200],
    )
    ports.identity.open(session)
    return session, user
