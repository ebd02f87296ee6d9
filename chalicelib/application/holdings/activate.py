"""Give somebody a credential of processes of the holdings (SIG-08)."""

from collections.abc import Sequence

from chalicelib.application.credentials.holder import named_holder
from chalicelib.application.ports import Ports, Work
from chalicelib.application.session.reauthentication import Typed
from chalicelib.application.transaction import Operation, Reply
from chalicelib.domain import holdings
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.process import Change, Process

from .acting import act_on_holdings, reach_of


def activate_credentials(
    ports: Ports,
    actor: Actor,
    operation: Operation,
    typed: Typed,
    processes: Sequence[str],
    user: str,
    unit: str,
) -> Reply:
    """All or none; -> ``{"done"}``, how many. Raises as ``act_on_holdings``, ``named_holder``, ``holdings.check_place``
    and ``holdings.activate``.
    """
    now = ports.now()

    def act(_: Work, found: Sequence[Process]) -> list[Change]:
        person, place = named_holder(ports, user, unit)
        holdings.check_place(place, reach_of(actor))
        return [holdings.activate(each, actor, person, place, now) for each in found]

    return act_on_holdings(ports, actor, operation, Action.HOLDINGS_ACTIVATE, typed, processes, act)
