"""Let a system in by its key, at each of its requests: one read, as a session costs (security.md §1.5).

Here a wrong key is counted after it was looked at, unlike a password: 256 bits are not guessed, however many try at
once, and counting first would cost every good request a write.
"""

from datetime import datetime
from zoneinfo import ZoneInfo

from chalicelib.application.session.guessing import Guess
from chalicelib.application.session.ports import Identity
from chalicelib.domain.errors import Unauthenticated
from chalicelib.domain.login import OF_A_NETWORK, OF_ONE_ACCOUNT, check_attempts, network
from chalicelib.domain.service_account import ServiceAccount, ServiceKey, check_use, is_its_key, key_digest
from chalicelib.domain.value import dataclass


@dataclass(frozen=True, slots=True)
class Presented:
    """A key as it came, and from where."""

    tenant: str
    account: str
    key: str
    secret: str
    address: str


def admit_service(
    identity: Identity, zone: ZoneInfo, shown: Presented, now: datetime
) -> tuple[ServiceAccount, ServiceKey]:
    """Raises Unauthenticated ``key_refused`` (the same for an unknown system, an unknown or revoked key and a wrong
    secret), TooManyAttempts; to who shows the right secret, as ``service_account.check_use``.
    """
    place = network(shown.address)
    # Per network: a stranger elsewhere does not make the city's own system wait.
    counted = (f"keys.{place}", OF_A_NETWORK), (f"key.{shown.account}.{place}", OF_ONE_ACCOUNT)
    found = identity.knocking(shown.tenant, shown.account, shown.key, [name for name, _ in counted], now)
    check_attempts(found.failures, now, [free for _, free in counted])
    known = is_its_key(found.account, shown.key, key_digest(shown.secret))
    if found.account is None or not known:
        Guess(identity, shown.tenant, now, *counted).wrong()
        raise Unauthenticated("key_refused", "Esta chave de acesso não é aceita.")
    today = now.astimezone(zone).date()
    key = check_use(found.account, shown.key, shown.address, today)
    if found.used_on != today:
        identity.used(shown.tenant, shown.account, shown.key, today)
    return found.account, key
