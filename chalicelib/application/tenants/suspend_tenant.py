"""Let nobody enter or work in a tenant until it is resumed; nothing of it is lost (issue 5 §7)."""

from chalicelib.application.tenants.ports import Operating, OperatorWork
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain.operating import OperatorAct, OperatorRecord, described, known_place, suspended


def suspend_tenant(outside: Operating, operation: Operation, tenant: str, reason: str) -> Reply:
    """-> the tenant as it is then. It acts on everybody's very next request.

    Raises InvalidRequest, NotFound ``tenant_unknown``, Refused ``already_suspended``.
    """
    at = outside.now()

    def attempt(work: OperatorWork) -> Reply:
        before = known_place(work.find(tenant)[0])
        after = suspended(before, reason)
        work.put_place(before, after)
        work.record(OperatorRecord(tenant, OperatorAct.SUSPENDED, operation.user, at, reason=reason.strip()))
        return described(after)

    reply = transact(lambda: outside.begin(operation), attempt)
    outside.forget()
    return reply
