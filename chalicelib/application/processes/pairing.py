"""What every act over two processes shares: load both, ask the policy, change both, commit once."""

from collections.abc import Callable

from chalicelib.application.authorisation import allow_on_process
from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import ProcessKey
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain.errors import NotFound
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.process import Change, Process

PairAct = Callable[[Process, Process], tuple[Change, Change]]


def act_on_pair(
    ports: Ports,
    actor: Actor,
    operation: Operation,
    pair: tuple[str, str],
    action: Action,
    act: PairAct,
    beside: Action | None = None,
) -> Reply:
    """Do ``act`` on both processes of ``pair``; -> ``{"version"}`` of the first.

    ``action`` is asked of the first, ``beside`` of the second: None when the tie itself is the right. Raises NotFound,
    Forbidden, whatever ``act`` refuses, Conflict ``process_changed``.
    """

    def attempt(work: Work) -> Reply:
        found, loaded = work.load(*(ProcessKey(identifier) for identifier in pair))
        process = allow_on_process(actor, action, found)
        if beside is not None:
            loaded = allow_on_process(actor, beside, loaded)
        if loaded is None:
            raise NotFound()
        change, told = act(process, loaded)
        work.change_process(loaded, told)
        return {"version": work.change_process(process, change).n}

    return transact(lambda: ports.begin(operation), attempt)
