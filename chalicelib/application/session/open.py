"""Log in (ACC-01), in two steps for who is enrolled (ACC-02)."""

from datetime import datetime, timedelta

from chalicelib.application.ports import Account, Ports, Shown
from chalicelib.domain.account import trusting
from chalicelib.domain.errors import Unauthenticated
from chalicelib.domain.identity import Session, Strength, User
from chalicelib.domain.login import check_attempts, network
from chalicelib.domain.second_factor import WRONG
from chalicelib.domain.value import dataclass

from .one_time_code import counted_under, try_code


@dataclass(frozen=True, slots=True)
class Credentials:
    """What the login screen sends, and from where. ``agency`` is checked only when given."""

    login: str
    password: str
    agency: str | None
    address: str
    agent: str
    one_time_code: str = ""
    device: str = ""


@dataclass(frozen=True, slots=True)
class SessionTerms:
    """``digest`` of the token's secret (hex) and how long the session lives, in seconds.

    ``purpose`` names the request: repeated because its reply was lost, it may show its code again. ``trusted``:
    digest of what the browser will show, to be asked for no code from now on; empty if not wanted.
    """

    digest: str
    life: int
    purpose: str
    trusted: str = ""


def open_session(ports: Ports, credentials: Credentials, terms: SessionTerms) -> tuple[Session, User]:
    """Check the password, and the code of who is enrolled, and open a session in the user's first unit.

    Raises Unauthenticated ``invalid_credentials`` (the same for an unknown user, a wrong password, a blocked
    user and another agency), ``one_time_code_required`` or ``wrong_code``, TooManyAttempts.
    """
    now = ports.now()
    login = credentials.login.strip().lower()
    counted = [f"account.{login}", f"network.{network(credentials.address)}"]
    check_attempts(ports.identity.failures(ports.tenant, counted, now), now)
    known = ports.identity.account(ports.tenant, login, credentials.device)
    right = ports.passwords.verify(known.hashed, credentials.password)
    user, unit = known.user, _first_unit(ports, known.user, credentials.agency)
    if not right or user is None or unit is None:
        ports.identity.fail(ports.tenant, counted, now)
        raise Unauthenticated("invalid_credentials", "Usuário ou senha não conferem.")
    ports.identity.forgive(ports.tenant, counted[:1])
    strength, shown = _pass_second_factor(ports, known, credentials, terms, now)
    session = Session(
        digest=terms.digest,
        tenant=ports.tenant,
        user=user.id,
        unit=unit,
        epoch=user.session_epoch,
        created_at=now,
        last_used_at=now,
        expires_at=_end(now + timedelta(seconds=terms.life), strength, known),
        address=credentials.address,
        agent=credentials.agent[:200],
        strength=strength,
    )
    if not ports.identity.open(session, shown):
        raise Unauthenticated(WRONG, "O código acabou de ser usado. Espere o próximo e digite de novo.")
    if shown:
        ports.identity.forgive(ports.tenant, [counted_under(user.id)])
    return session, user


def _first_unit(ports: Ports, user: User | None, agency: str | None) -> str | None:
    """Where the user begins; None for who may not enter."""
    if user is None or user.blocked or agency not in (None, user.agency):
        return None
    units = user.units_on(ports.now().astimezone(ports.zone).date(), ports.catalogues.units())
    return units[0] if units else None


def _end(until: datetime, strength: Strength, known: Account) -> datetime:
    """A session that a pause let in ends with it."""
    paused = known.factor.paused_until if known.factor and strength is Strength.PAUSED else None
    return min(until, paused) if paused else until


def _pass_second_factor(
    ports: Ports, known: Account, credentials: Credentials, terms: SessionTerms, now: datetime
) -> tuple[Strength, Shown | None]:
    """By what the session is opened, and the code spent for it (ACC-02).

    Raises Unauthenticated ``one_time_code_required`` or ``wrong_code``, TooManyAttempts.
    """
    factor = known.factor
    if factor is None or factor.confirmed_at is None:
        return Strength.PASSWORD, None
    if factor.paused(now):
        return Strength.PAUSED, None
    if known.device and known.device.trusted_by(factor, now):
        return Strength.SECOND_FACTOR, None
    if not credentials.one_time_code:
        raise Unauthenticated("one_time_code_required", "Digite o código do seu aplicativo autenticador.")
    after = try_code(ports, factor, credentials.one_time_code, now, f"login {terms.purpose}")
    agent, address = credentials.agent, credentials.address
    device = trusting(after, terms.trusted, now, address, agent) if terms.trusted else None
    return Strength.SECOND_FACTOR, Shown(factor, after, device)
