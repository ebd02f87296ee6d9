"""Say where a tenant is reached, from now on (issue 5 §7)."""

from collections.abc import Sequence

from chalicelib.application.tenants.ports import Operating, OperatorWork
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain.operating import OperatorAct, OperatorRecord, described, known_place, reached_at
from chalicelib.domain.site_address import read_addresses


def set_addresses(outside: Operating, operation: Operation, tenant: str, texts: Sequence[str]) -> Reply:
    """-> the tenant as it is then; the same addresses again change nothing.

    Raises InvalidRequest, NotFound ``tenant_unknown``, Conflict ``address_taken``.
    """
    wanted, at = read_addresses(texts), outside.now()

    def attempt(work: OperatorWork) -> Reply:
        found, owners = work.find(tenant, wanted)
        before = known_place(found)
        after = reached_at(before, wanted, owners)
        if after != before:
            work.put_place(before, after)
            old, new = (tuple(one.text for one in place.addresses) for place in (before, after))
            work.record(OperatorRecord(tenant, OperatorAct.ADDRESSES, operation.user, at, old, new))
        return described(after)

    reply = transact(lambda: outside.begin(operation), attempt)
    outside.forget()
    return reply
