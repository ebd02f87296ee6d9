"""The person came back vouched for: a session of our own is opened, and nothing of the provider's is kept (ACC-01)."""

from datetime import timedelta

from chalicelib.application.ports import Ports
from chalicelib.application.references import TaxpayerKey
from chalicelib.domain.errors import Unauthenticated
from chalicelib.domain.identity import Session, User
from chalicelib.domain.login import check_attempts, network
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

from .oidc_ports import OidcClient
from .oidc_providers import provider_named, redirect


@dataclass(frozen=True, slots=True)
class Vouched:
    """What came back in the address, what the browser kept, and from where it is asked.

    ``digest`` of our own token's secret (hex) and how long the session lives, in seconds.
    """

    code: str
    state: str
    kept: EntryFlow | None
    address: str
    agent: str
    digest: str
    life: int


def finish_oidc(ports: Ports, client: OidcClient, back: Vouched) -> tuple[Session, User]:
    """Open a session in the user's first unit.

    Raises Refused ``oidc_state_mismatch`` or ``oidc_not_offered``, Unauthenticated with the reason
    (``domain.login_provider``), TooManyAttempts, Unavailable.
    """
    now = ports.now()
    counted = [f"network.{network(back.address)}"]
    check_attempts(ports.identity.failures(ports.tenant, counted, now), now)
    flow = check_flow(back.kept, back.state, now)
    provider = provider_named(ports, flow.provider)
    try:
        user = _person(ports, client, provider, flow, back.code)
        units = user.units_on(now.astimezone(ports.zone).date(), ports.catalogues.units())
        if not units:
            raise refusal("oidc_no_unit")
    except Unauthenticated:
        ports.identity.fail(ports.tenant, counted, now)
        raise
    session = Session(
        digest=back.digest,
        tenant=ports.tenant,
        user=user.id,
        unit=units[0],
        epoch=user.session_epoch,
        created_at=now,
        last_used_at=now,
        expires_at=now + timedelta(seconds=back.life),
        address=back.address,
        agent=back.agent[:200],
    )
    ports.identity.open(session)
    return session, user


def _person(ports: Ports, client: OidcClient, provider: LoginProvider, flow: EntryFlow, code: str) -> User:
    claims = client.claims(provider, code, flow, redirect(ports))
    found = sought(provider, claims)
    if provider.known_by == TAXPAYER:
        (login,) = ports.reader.get(TaxpayerKey(found))
    else:
        login = found
    user, _ = ports.identity.user(ports.tenant, login) if login else (None, None)
    return check_person(provider, claims, user)
