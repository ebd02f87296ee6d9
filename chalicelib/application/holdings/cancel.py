"""Cancel credentials of people who no longer work in their unit (SIG-08)."""

from collections.abc import Sequence

from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import UserKey
from chalicelib.application.session.reauthentication import Typed
from chalicelib.application.transaction import Operation, Reply
from chalicelib.domain import holdings
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.process import Change, Process, then
from chalicelib.domain.value import dataclass

from .acting import act_on_holdings, reach_of


@dataclass(frozen=True, slots=True)
class Chosen:
    """One credential of a process."""

    process: str
    user: str
    unit: str


def cancel_credentials(
    ports: Ports, actor: Actor, operation: Operation, typed: Typed, chosen: Sequence[Chosen]
) -> Reply:
    """All or none; -> ``{"done"}``, how many processes. Raises as ``act_on_holdings``, ``holdings.inactive_credential``
    and ``holdings.cancel``.
    """
    now, reach, wanted = ports.now(), reach_of(actor), list(dict.fromkeys(chosen))
    today, units = now.astimezone(ports.zone).date(), ports.catalogues.units()
    people = list(dict.fromkeys(one.user for one in wanted))

    def act(work: Work, found: Sequence[Process]) -> list[Change]:
        known = dict(zip(people, work.load(*(UserKey(user) for user in people)), strict=True))

        def works(one: Chosen) -> bool:
            user = known[one.user]
            return bool(user and user.works_in(one.unit, today, units))

        def without(process: Process) -> Change:
            change = Change(process)
            for one in wanted:
                if one.process == process.id:
                    held = holdings.inactive_credential(change.process, one.user, one.unit, reach, works(one))
                    gone = holdings.cancel(change.process, actor, held, now)
                    change = then(change, gone.process, *gone.acts)
            return change

        return [without(process) for process in found]

    processes = [one.process for one in wanted]
    return act_on_holdings(ports, actor, operation, Action.HOLDINGS_CANCEL, typed, processes, act)
