"""Let the training environment that was filled take the place of the one that was reset (issue 5 §7)."""

from chalicelib.application.tenants.ports import Operating, OperatorWork
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain.operating import OperatorAct, OperatorRecord, described, known_place
from chalicelib.domain.resetting import replaced


def replace_training(outside: Operating, operation: Operation, tenant: str) -> Reply:
    """-> the tenant that is there from now on: from this moment everybody at the address is in it, and in no other.

    Raises NotFound ``tenant_unknown``, Refused ``not_training``, ``not_filling``.
    """
    at = outside.now()

    def attempt(work: OperatorWork) -> Reply:
        before = known_place(work.find(tenant)[0])
        after = replaced(before)
        work.replace_place(before, after)
        told = OperatorRecord(after.tenant, OperatorAct.REPLACED, operation.user, at, (tenant,), (after.tenant,))
        work.record(told)
        return described(after)

    reply = transact(lambda: outside.begin(operation), attempt)
    outside.forget()
    return reply
