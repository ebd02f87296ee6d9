"""Log in (ACC-01), in two steps for who is enrolled (ACC-02)."""

from chalicelib.application.ports import Ports
from chalicelib.domain.errors import Unauthenticated
from chalicelib.domain.identity import Session, User
from chalicelib.domain.login import OF_A_NETWORK, OF_ONE_ACCOUNT, network
from chalicelib.domain.value import dataclass

from .beginning import Opening, begun
from .guessing import Guess
from .second_step import Showing, second_step


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
    account, place = f"account.{login}", f"network.{network(credentials.address)}"
    guess = Guess(ports.identity, ports.tenant, now, (place, OF_A_NETWORK), (account, OF_ONE_ACCOUNT))
    known = ports.identity.account(ports.tenant, login, credentials.device)
    right = ports.passwords.verify(known.hashed, credentials.password)
    user, unit = known.user, _first_unit(ports, known.user, credentials.agency)
    if not right or user is None or unit is None:
        guess.wrong()
        raise Unauthenticated("invalid_credentials", "Usuário ou senha não conferem.")
    guess.right([place])
    ports.identity.forgive(ports.tenant, [account])
    code, address, agent = credentials.one_time_code, credentials.address, credentials.agent
    showing = Showing(code, terms.purpose, terms.trusted, address, agent)
    strength, shown = second_step(ports, known, showing, now)
    opening = Opening(terms.digest, terms.life, unit, address, agent)
    return begun(ports, user, known, opening, (strength, shown), now), user


def _first_unit(ports: Ports, user: User | None, agency: str | None) -> str | None:
    """Where the user begins; None for who may not enter."""
    # Asked for nobody, too: a container that has to read them first would tell who exists.
    known = ports.catalogues.units()
    if user is None or user.blocked or agency not in (None, user.agency):
        return None
    units = user.units_on(ports.now().astimezone(ports.zone).date(), known)
    return units[0] if units else None
