"""The person came back vouched for: a session of our own is opened, and nothing of the provider's is kept (ACC-01)."""

from collections.abc import Callable

from chalicelib.application.ports import Account, Ports
from chalicelib.application.references import TaxpayerKey
from chalicelib.domain.errors import DomainError, Unauthenticated
from chalicelib.domain.identity import Session, User
from chalicelib.domain.login import OF_A_NETWORK, network
from chalicelib.domain.login_provider import (
    TAXPAYER,
    EntryFlow,
    LoginProvider,
    check_flow,
    check_person,
    refusal,
    sought,
)
from chalicelib.domain.value import dataclass

from .beginning import Opening, begun
from .guessing import Guess
from .oidc_ports import OidcClient
from .oidc_providers import provider_named, redirect
from .second_step import Showing, second_step


@dataclass(frozen=True, slots=True)
class Vouched:
    """What came back in the address, what the browser kept, and from where it is asked.

    ``digest`` of our own token's secret (hex) and how long the session lives, in seconds. ``word``: that of what the
    browser shows with the code, should one be asked. ``device``: that of what it shows to be asked none, by login.
    """

    code: str
    state: str
    kept: EntryFlow | None
    address: str
    agent: str
    digest: str
    life: int
    word: str = ""
    device: Callable[[str], str] = lambda _: ""


def finish_oidc(ports: Ports, client: OidcClient, back: Vouched) -> tuple[Session | None, User]:
    """Open a session in the user's first unit; of who is enrolled the word is kept until the code comes, and there is
    no session yet.

    Raises Refused ``oidc_state_mismatch`` or ``oidc_not_offered``, Unauthenticated with the reason
    (``domain.login_provider``), TooManyAttempts, Unavailable.
    """
    now = ports.now()
    flow = check_flow(back.kept, back.state, now)
    provider = provider_named(ports, flow.provider)
    guess = Guess(ports.identity, ports.tenant, now, (f"network.{network(back.address)}", OF_A_NETWORK))
    try:
        known, user = _person(ports, client, provider, flow, back)
        units = user.units_on(now.astimezone(ports.zone).date(), ports.catalogues.units())
        if not units:
            raise refusal("oidc_no_unit")
    except Unauthenticated:
        guess.wrong()
        raise
    except DomainError:
        guess.right()
        raise
    guess.right()
    try:
        strength, _ = second_step(ports, known, Showing("", "", "", back.address, back.agent), now)
    except Unauthenticated:
        ports.identity.keep_word(ports.tenant, user.id, back.word, now)
        return None, user
    opening = Opening(back.digest, back.life, units[0], back.address, back.agent)
    return begun(ports, user, known, opening, (strength, None), now), user


def _person(
    ports: Ports, client: OidcClient, provider: LoginProvider, flow: EntryFlow, back: Vouched
) -> tuple[Account, User]:
    claims = client.claims(provider, back.code, flow, redirect(ports))
    found = sought(provider, claims)
    if provider.known_by == TAXPAYER:
        (login,) = ports.reader.get(TaxpayerKey(found))
    else:
        login = found
    known = ports.identity.account(ports.tenant, login, back.device(login)) if login else Account()
    return known, check_person(provider, claims, known.user)
