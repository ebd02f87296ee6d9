"""Put a training environment back to its invented data (issue 5 §7)."""

from chalicelib.application.tenants.ports import Operating, OperatorWork
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain.operating import OperatorAct, OperatorRecord, described, known_place
from chalicelib.domain.resetting import resetting


def reset_training(outside: Operating, operation: Operation, tenant: str) -> Reply:
    """-> the tenant as it is while another is filled; people go on in it until that one takes its place.

    Raises NotFound ``tenant_unknown``, Refused ``not_training``, ``reset_under_way``.
    """
    at = outside.now()

    def attempt(work: OperatorWork) -> Reply:
        before = known_place(work.find(tenant)[0])
        after = resetting(before)
        work.put_place(before, after)
        work.record(OperatorRecord(tenant, OperatorAct.RESET, operation.user, at))
        return described(after)

    reply = transact(lambda: outside.begin(operation), attempt)
    outside.forget()
    outside.fill(tenant)
    return reply
