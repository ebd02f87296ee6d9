"""Ask for the code again on every device (ACC-02)."""

from chalicelib.application.authorisation import allow
from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import SecondFactorKey
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain.account import AccountChange, AccountEvent
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.second_factor import distrust_devices, enrolled


def distrust_every_device(ports: Ports, actor: Actor, operation: Operation) -> Reply:
    """At once and whatever their number; -> ``{}``. Raises Refused ``second_factor_absent``."""
    allow(actor, Action.SECOND_FACTOR_KEEP)

    def attempt(work: Work) -> Reply:
        (found,) = work.load(SecondFactorKey(actor.user.id))
        factor = enrolled(found)
        work.put_second_factor(factor, distrust_devices(factor))
        change = AccountChange.DEVICES_DISTRUSTED
        work.remember(AccountEvent(actor.user.id, change, actor.user, ports.now(), actor.address))
        return {}

    return transact(lambda: ports.begin(operation), attempt)
