"""What every act on a process's checklist shares: load both and the ready-made lists, ask, change, commit once."""

from collections.abc import Callable

from chalicelib.application.authorisation import allow_on_process
from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import ChecklistKey, ChecklistShelfKey, ProcessKey
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain.checklist import Checked, Checklist, ChecklistShelf
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.process import Process

Act = Callable[[Process, Checklist, ChecklistShelf], Checked]


def check_process(
    ports: Ports, actor: Actor, operation: Operation, process_id: str, action: Action, act: Act
) -> Reply:
    """Do ``act``; -> ``{"version"}``.

    Raises NotFound, Forbidden, whatever ``act`` refuses, Conflict ``process_changed``.
    """
    unit = actor.unit

    def attempt(work: Work) -> Reply:
        found, kept, ready = work.load(
            ProcessKey(process_id), ChecklistKey(unit.id, process_id), ChecklistShelfKey(unit.id)
        )
        process = allow_on_process(actor, action, found)
        checked = act(process, kept or Checklist(unit, process_id), ready or ChecklistShelf(unit))
        work.put_kept(kept, checked.checklist)
        work.log(checked.organised.entries)
        return {"version": work.change_process(process, checked.organised.change).n}

    return transact(lambda: ports.begin(operation), attempt)
