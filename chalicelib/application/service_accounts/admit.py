"""Let a system in by its key, at each of its requests: one read, as a session costs (security.md §1.5).

A key is counted as a password is, before it is looked at: many at once are no way around the limit. Only what was
proved once is no guess any more: each container counts a key the first time it meets it, and remembers its digest.
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


class ProvedKeys:
    """The digests that proved to be keys since this container began; whether each still opens anything is asked of the
    account every time."""

    def __init__(self, most: int = 1000) -> None:
        self._most = most
        self._digests: dict[str, None] = {}

    def __contains__(self, digest: str) -> bool:
        return digest in self._digests

    def add(self, digest: str) -> None:
        """The oldest one makes room."""
        self._digests[digest] = None
        for oldest in list(self._digests)[: -self._most]:
            self._digests.pop(oldest, None)


def admit_service(
    identity: Identity, proved: ProvedKeys, zone: ZoneInfo, shown: Presented, now: datetime
) -> tuple[ServiceAccount, ServiceKey]:
    """Raises Unauthenticated ``key_refused`` (the same for an unknown system, an unknown or revoked key and a wrong
    secret), TooManyAttempts; to who shows the right secret, as ``service_account.check_use``.
    """
    place = network(shown.address)
    # Per network: a stranger elsewhere does not make the city's own system wait.
    counted = (f"keys.{place}", OF_A_NETWORK), (f"key.{shown.account}.{place}", OF_ONE_ACCOUNT)
    found = identity.knocking(shown.tenant, shown.account, shown.key, [name for name, _ in counted], now)
    check_attempts(found.failures, now, [free for _, free in counted])
    digest = key_digest(shown.secret)
    guess = None if digest in proved else Guess(identity, shown.tenant, now, *counted)
    if found.account is None or not is_its_key(found.account, shown.key, digest):
        # One that was proved and opens nothing any more is a mistake like any other.
        (guess or Guess(identity, shown.tenant, now, *counted)).wrong()
        raise Unauthenticated("key_refused", "Esta chave de acesso não é aceita.")
    if guess:
        guess.right()
        proved.add(digest)
    today = now.astimezone(zone).date()
    key = check_use(found.account, shown.key, shown.address, today)
    if found.used_on != today:
        identity.used(shown.tenant, shown.account, shown.key, today)
    return found.account, key
