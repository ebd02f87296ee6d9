"""Where a tenant is reached: the host that people type and, where several share one, an environment on it.

Before anybody has entered, the address alone says whose door it is; from then on the session does, and it works at no
other tenant's address (issue 5 §7, security.md §5).
"""

import re
from collections.abc import Iterator, Sequence

from chalicelib.domain.value import dataclass

from .errors import FieldError, InvalidRequest, NotFound
from .training import Training

#: Whatever host has no row of its own: the one of ``make run``, or of a city with a single installation.
ANY_HOST = "*"
#: Below this path every environment but the host's own has its pages and its API.
ENVIRONMENTS = "/ambiente/"
HOST = re.compile(r"(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*")
ENVIRONMENT = re.compile(r"[a-z0-9][a-z0-9-]{0,29}")
MOST_ADDRESSES = 20
WRONG = "Escreva o endereço como sei.cidade.sp.gov.br, sei.cidade.sp.gov.br/treinamento ou */treinamento."


@dataclass(frozen=True, slots=True)
class SiteAddress:
    """A host, and the environment on it; empty is the host's own."""

    host: str
    environment: str = ""

    @property
    def text(self) -> str:
        """As it is written down."""
        return f"{self.host}/{self.environment}" if self.environment else self.host

    @property
    def path(self) -> str:
        """Where its pages begin, without the last bar."""
        return ENVIRONMENTS + self.environment if self.environment else ""


@dataclass(frozen=True, slots=True)
class TenantPlace:
    """A tenant of the installation and where it is reached; the first address is the one that links carry.

    While it is ``suspended`` nobody enters or works there. ``training`` is None for a real one.
    """

    tenant: str
    addresses: tuple[SiteAddress, ...] = ()
    suspended: bool = False
    training: Training | None = None


@dataclass(frozen=True, slots=True)
class AddressBook:
    """Every tenant's addresses, and the tenant of an installation that has no other."""

    places: tuple[TenantPlace, ...]
    default: str

    def tenant_at(self, shown: SiteAddress) -> str:
        """Whose address this is. Raises NotFound ``address_unknown``."""
        known = {address: place.tenant for place, address in self._all()}
        asked = self._row(shown)
        if asked in known:
            return known[asked]
        if not asked.environment:
            return self.default
        raise NotFound("address_unknown", "Este endereço não é de nenhum ambiente desta instalação.")

    def beside(self, shown: SiteAddress) -> tuple[tuple[SiteAddress, str], ...]:
        """The environments that share the host, its own first, each with its tenant."""
        host = self._row(shown).host
        found = {address: place.tenant for place, address in self._all() if address.host == host}
        found.setdefault(SiteAddress(host), self.default)
        return tuple(sorted(found.items(), key=lambda one: one[0].environment))

    def first_of(self, tenant: str) -> SiteAddress | None:
        """The address that the links of a tenant carry; None for who has none."""
        return next((address for place, address in self._all() if place.tenant == tenant), None)

    def _all(self) -> Iterator[tuple[TenantPlace, SiteAddress]]:
        return ((place, address) for place in self.places for address in place.addresses)

    def _row(self, shown: SiteAddress) -> SiteAddress:
        own = any(address.host == shown.host for _, address in self._all())
        return shown if own else SiteAddress(ANY_HOST, shown.environment)


def host_of(shown: str) -> str:
    """A host as it is kept, from what a browser says: lower case, no port; empty when it is none."""
    name = shown.strip().lower().rpartition(":")[0] if re.search(r":\d+$", shown) else shown.strip().lower()
    return name if HOST.fullmatch(name) else ""


def read_addresses(texts: Sequence[str]) -> tuple[SiteAddress, ...]:
    """As an operator writes them. Raises InvalidRequest."""
    if len(texts) > MOST_ADDRESSES:
        wrong = FieldError("addresses", "too_many", f"Um ambiente tem até {MOST_ADDRESSES} endereços.")
        raise InvalidRequest(wrong)
    return tuple(dict.fromkeys(_read(text, f"addresses[{at}]") for at, text in enumerate(texts)))


def _read(text: str, field: str) -> SiteAddress:
    host, bar, environment = text.strip().lower().partition("/")
    well = (host == ANY_HOST or HOST.fullmatch(host)) and (not bar or ENVIRONMENT.fullmatch(environment))
    if not well:
        raise InvalidRequest(FieldError(field, "invalid", WRONG))
    return SiteAddress(host, environment)
