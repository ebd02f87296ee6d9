"""Let people enter a suspended tenant again (issue 5 §7)."""

from chalicelib.application.tenants.ports import Operating, OperatorWork
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain.operating import OperatorAct, OperatorRecord, described, known_place, resumed


def resume_tenant(outside: Operating, operation: Operation, tenant: str) -> Reply:
    """-> the tenant as it is then. Raises NotFound ``tenant_unknown``, Refused ``tenant_not_suspended``."""
    at = outside.now()

    def attempt(work: OperatorWork) -> Reply:
        before = known_place(work.find(tenant)[0])
        after = resumed(before)
        work.put_place(before, after)
        work.record(OperatorRecord(tenant, OperatorAct.RESUMED, operation.user, at))
        return described(after)

    reply = transact(lambda: outside.begin(operation), attempt)
    outside.forget()
    return reply
