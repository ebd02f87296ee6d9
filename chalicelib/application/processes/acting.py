"""What every act on a process shares: load it, ask the policy, change it, commit once."""

from collections.abc import Callable

from chalicelib.application.authorisation import allow_on_process
from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import ProcessKey
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.process import Change, Process

Act = Callable[[Process], Change]


def act_on_process(
    ports: Ports, actor: Actor, operation: Operation, process_id: str, action: Action, act: Act
) -> Reply:
    """Do ``act`` on the process; -> ``{"version"}``, the length of its history.

    Raises NotFound, Forbidden, whatever ``act`` refuses, Conflict ``process_changed``.
    """

    def attempt(work: Work) -> Reply:
        (found,) = work.load(ProcessKey(process_id))
        process = allow_on_process(actor, action, found)
        return {"version": work.change_process(process, act(process)).n}

    return transact(lambda: ports.begin(operation), attempt)
