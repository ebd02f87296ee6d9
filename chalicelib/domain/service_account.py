"""Systems of other bodies that act by the API: who they are, what they may, by which keys (features.md §9, ACC-09).

A key is shown once; here is only the SHA-256 of its secret, which is 256 bits of chance: nothing slower is needed.
"""

import hashlib
import hmac
from dataclasses import replace
from datetime import date, datetime
from ipaddress import ip_address, ip_network

from chalicelib.domain.value import dataclass

from .errors import Conflict, Forbidden, NotFound, Refused, Unauthenticated
from .organisation import Person

#: So that one may be put in the place of the other without an interruption.
LIVE_KEYS = 2
#: A key does not outlive this many days.
LONGEST = 366
#: What the names of systems begin with in records: no login of a person has capitals.
PREFIX = "SISTEMA."
_NO_KEY = hashlib.sha256(b"no key").hexdigest()


@dataclass(frozen=True, slots=True)
class ServiceKey:
    """``digest`` of the secret (hex); good until the end of ``expires_on``."""

    id: str
    digest: str
    made_at: datetime
    made_by: Person
    expires_on: date

    def live(self, day: date) -> bool:
        """Whether it still opens anything on the civil ``day``."""
        return day <= self.expires_on


@dataclass(frozen=True, slots=True)
class ServiceData:
    """The form of a system. No ``process_types``: all; no ``networks``: from anywhere; no ``valid_until``: for good."""

    name: str
    contact: str
    purpose: str
    operations: tuple[str, ...]
    units: tuple[str, ...]
    process_types: tuple[str, ...] = ()
    networks: tuple[str, ...] = ()
    valid_until: date | None = None


@dataclass(frozen=True, slots=True)
class ServiceAccount:
    """A system that was registered; ``revision`` counts what the administration changed, keys included."""

    id: str
    tenant: str
    data: ServiceData
    active: bool = True
    keys: tuple[ServiceKey, ...] = ()
    revision: int = 1

    @property
    def person(self) -> Person:
        """Who acts, in histories and records."""
        return Person(PREFIX + self.id, self.data.name)

    def live_keys(self, day: date) -> tuple[ServiceKey, ...]:
        """Those that open something on the day."""
        return tuple(key for key in self.keys if key.live(day))


def key_digest(secret: str) -> str:
    """What is kept of a key's secret (hex)."""
    return hashlib.sha256(secret.encode()).hexdigest()


def made_secret(seed: bytes, account: str, key: str) -> str:
    """The secret of a key, from 256 bits of chance of whoever asks for it: the same for the same request repeated."""
    return hmac.new(seed, f"{account}/{key}".encode(), hashlib.sha256).hexdigest()


def seen(account: ServiceAccount | None, expected: int) -> ServiceAccount:
    """The account, if nobody changed it since it was read. Raises NotFound; Conflict ``service_account_changed``."""
    if account is None:
        raise NotFound("service_account_not_found", "Este sistema não está cadastrado.")
    if account.revision != expected:
        message = "Outra pessoa alterou este sistema ao mesmo tempo. Confira como ficou e repita."
        raise Conflict("service_account_changed", message)
    return account


def changed(account: ServiceAccount, data: ServiceData) -> ServiceAccount:
    """Raises Refused ``nothing_changed``."""
    if data == account.data:
        raise Refused("nothing_changed", "Nada foi alterado.")
    return _next(replace(account, data=data))


def deactivated(account: ServiceAccount) -> ServiceAccount:
    """It does nothing any more, from the next request on; its keys stay.

    Raises Refused ``service_account_inactive``.
    """
    if not account.active:
        raise Refused("service_account_inactive", "Este sistema já está desativado.")
    return _next(replace(account, active=False))


def reactivated(account: ServiceAccount) -> ServiceAccount:
    """Raises Refused ``service_account_active``."""
    if account.active:
        raise Refused("service_account_active", "Este sistema já está ativo.")
    return _next(replace(account, active=True))


def with_key(account: ServiceAccount, key: ServiceKey, today: date) -> ServiceAccount:
    """Another key, in the place of those that are over.

    Raises Refused ``service_account_inactive``, ``two_keys_live``, ``key_expiry_out_of_range``.
    """
    if not account.active:
        raise Refused("service_account_inactive", "Este sistema está desativado: reative-o antes de criar uma chave.")
    live = account.live_keys(today)
    if len(live) >= LIVE_KEYS:
        raise Refused("two_keys_live", "Já há duas chaves em uso. Revogue a antiga antes de criar outra.")
    if not 0 <= (key.expires_on - today).days <= LONGEST:
        message = "A chave vale de hoje até, no máximo, um ano. Escolha outra data."
        raise Refused("key_expiry_out_of_range", message)
    return _next(replace(account, keys=(*live, key)))


def without_key(account: ServiceAccount, key: str) -> ServiceAccount:
    """It opens nothing any more, from the next request on. Raises NotFound ``service_key_not_found``."""
    if all(one.id != key for one in account.keys):
        raise NotFound("service_key_not_found", "Esta chave não existe ou já foi revogada.")
    return _next(replace(account, keys=tuple(one for one in account.keys if one.id != key)))


def is_its_key(account: ServiceAccount | None, key: str, digest: str) -> bool:
    """In the same time whether there is such an account, such a key, or another secret."""
    found = next((one for one in account.keys if one.id == key), None) if account else None
    equal = hmac.compare_digest(found.digest if found else _NO_KEY, digest)
    return equal and found is not None


def check_use(account: ServiceAccount, key: str, address: str, today: date) -> ServiceKey:
    """What is told only to who showed the right secret.

    Raises Unauthenticated ``service_access_inactive``, ``service_account_expired`` or ``service_key_expired``,
    Forbidden ``network_not_in_scope``.
    """
    used = next(one for one in account.keys if one.id == key)
    if not account.active:
        raise Unauthenticated("service_access_inactive", "O acesso deste sistema foi desativado pela administração.")
    if account.data.valid_until is not None and today > account.data.valid_until:
        raise Unauthenticated("service_account_expired", "O prazo de acesso deste sistema terminou.")
    if not used.live(today):
        raise Unauthenticated("service_key_expired", "Esta chave venceu. Use a nova ou peça outra à administração.")
    if not from_networks(address, account.data.networks):
        message = "Este sistema não pode ser usado deste endereço de rede."
        raise Forbidden("network_not_in_scope", message)
    return used


def from_networks(address: str, networks: tuple[str, ...]) -> bool:
    """Whether the address is in one of them; any is when there are none, and one that is not known is in no other."""
    if not networks:
        return True
    try:
        found = ip_address(address)
    except ValueError:
        return False
    found = getattr(found, "ipv4_mapped", None) or found
    return any(found in ip_network(one) for one in networks)


def _next(account: ServiceAccount) -> ServiceAccount:
    return replace(account, revision=account.revision + 1)
