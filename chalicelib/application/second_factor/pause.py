"""Let somebody who lost the telephone in without the second factor, for a while (ACC-02)."""

from datetime import timedelta

from chalicelib.application.authorisation import allow
from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import SecondFactorKey
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain import second_factor as factors
from chalicelib.domain.account import AccountChange, AccountEvent
from chalicelib.domain.errors import Refused
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action


def pause_second_factor(
    ports: Ports, actor: Actor, operation: Operation, user: str, hours: int, reason: str
) -> Reply:
    """Pause it for some hours, or end a pause with none; -> ``{}``.

    Raises Forbidden, Refused ``second_factor_absent`` or ``own_second_factor``.
    """
    allow(actor, Action.SECOND_FACTOR_PAUSE)
    if user == actor.user.id:
        raise Refused("own_second_factor", "Ninguém pausa a própria verificação: peça a outro administrador.")
    now = ports.now()
    until = now + timedelta(hours=hours)

    def attempt(work: Work) -> Reply:
        (found,) = work.load(SecondFactorKey(user))
        factor = factors.enrolled(found)
        work.put_second_factor(factor, factors.pause(factor, until))
        ends = until.astimezone(ports.zone).strftime("%d/%m/%Y %H:%M")
        note = f"até {ends}. {reason}" if hours else f"encerrada. {reason}"
        work.remember(AccountEvent(user, AccountChange.FACTOR_PAUSED, actor.user, now, actor.address, note))
        return {}

    return transact(lambda: ports.begin(operation), attempt)
