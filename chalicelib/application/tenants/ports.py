"""What the acts of operators need from outside: the list of tenants, and the transaction that changes it."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from chalicelib.application.transaction import Operation, Reply
from chalicelib.domain.operating import OperatorRecord
from chalicelib.domain.site_address import SiteAddress, TenantPlace
from chalicelib.domain.value import dataclass


class OperatorWork(Protocol):
    """One act: everything it writes, or nothing."""

    def find(
        self, tenant: str, wanted: Sequence[SiteAddress] = ()
    ) -> tuple[TenantPlace | None, Mapping[SiteAddress, str]]:
        """The tenant, and whose the wanted addresses are; those that nobody has are missing."""

    def put_place(self, before: TenantPlace, after: TenantPlace) -> None:
        """Write the tenant's line and whose its addresses are, on condition that they are still as they were."""

    def replace_place(self, before: TenantPlace, after: TenantPlace) -> None:
        """Put a tenant on the list where another was, at its addresses, on condition that it is still as it was.

        Nobody enters the other any more.
        """

    def record(self, record: OperatorRecord) -> None:
        """Keep what was done, for ever."""

    def commit(self, reply: Reply) -> None: ...


@dataclass(frozen=True, slots=True)
class Operating:
    """The outside of an operator's act. ``places`` is the list as it is now; ``forget`` drops what is kept of it.

    ``fill`` starts whoever fills the training environment that takes the place of this one; who is not reached hears of
    it later.
    """

    begin: Callable[[Operation], OperatorWork]
    places: Callable[[], Sequence[TenantPlace]]
    history: Callable[[str], Sequence[OperatorRecord]]
    forget: Callable[[], None]
    now: Callable[[], datetime]
    fill: Callable[[str], None]
