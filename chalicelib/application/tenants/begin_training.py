"""Give a city a training environment beside its real one (issue 5 §7)."""

from collections.abc import Sequence

from chalicelib.application.tenants.ports import Operating, OperatorWork
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain.operating import OperatorAct, OperatorRecord, described
from chalicelib.domain.resetting import beginning
from chalicelib.domain.site_address import TenantPlace, read_addresses
from chalicelib.domain.training import training_name


def begin_training(
    outside: Operating, operation: Operation, city: str, kit: str, texts: Sequence[str]
) -> Reply:
    """-> the tenant as it is while it is filled with what ``kit`` holds.

    Raises InvalidRequest, Conflict ``training_exists``, ``address_taken``.
    """
    wanted, at, first = read_addresses(texts), outside.now(), training_name(city, 0)

    def attempt(work: OperatorWork) -> Reply:
        known = [place.tenant for place in outside.places()]
        _, owners = work.find(first, wanted)
        after = beginning(city, kit, wanted, known, owners)
        work.put_place(TenantPlace(first), after)
        told = tuple(one.text for one in wanted)
        work.record(OperatorRecord(first, OperatorAct.TRAINING_BEGUN, operation.user, at, (), told))
        return described(after)

    reply = transact(lambda: outside.begin(operation), attempt)
    outside.forget()
    outside.fill(first)
    return reply
