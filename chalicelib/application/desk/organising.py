"""What every act of organisation shares: load the process and the unit's arrangement, ask, change, commit once."""

from collections.abc import Callable

from chalicelib.application.authorisation import allow_on_process
from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import ArrangementKey, ProcessKey
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain.arrangement import Arrangement
from chalicelib.domain.identity import Actor
from chalicelib.domain.organising import Organised
from chalicelib.domain.policy import Action
from chalicelib.domain.process import Process

Act = Callable[[Process, Arrangement], tuple[Organised, Arrangement]]


def organise_process(
    ports: Ports, actor: Actor, operation: Operation, process_id: str, action: Action, act: Act
) -> Reply:
    """Do ``act``, which may also mark a label or checkpoint as used; -> ``{"version"}``.

    Raises NotFound, Forbidden, whatever ``act`` refuses, Conflict ``process_changed``.
    """

    def attempt(work: Work) -> Reply:
        found, kept = work.load(ProcessKey(process_id), ArrangementKey(actor.unit.id))
        process = allow_on_process(actor, action, found)
        before = kept or Arrangement(actor.unit.id)
        organised, after = act(process, before)
        if after != before:
            work.put_arrangement(kept, after)
        work.log(organised.entries)
        return {"version": work.change_process(process, organised.change).n}

    return transact(lambda: ports.begin(operation), attempt)
