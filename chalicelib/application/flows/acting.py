"""What every act on a process's flow shares: load process and run, ask the policy, change both, commit once."""

from collections.abc import Callable

from chalicelib.application.authorisation import allow_on_process
from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import FlowRunKey, ProcessKey
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain.flow_acts import Moved
from chalicelib.domain.flow_checks import MOST_BRANCHES
from chalicelib.domain.flow_run import FlowRun
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.process import Process

Act = Callable[[Process, FlowRun | None], Moved]


def identifiers(ports: Ports) -> tuple[str, ...]:
    """Enough for a run and every sending that one act can make."""
    return tuple(ports.identifier() for _ in range(MOST_BRANCHES + 1))


def act_on_flow(
    ports: Ports, actor: Actor, operation: Operation, process_id: str, action: Action, act: Act
) -> Reply:
    """Do ``act``; -> ``{"version", "state"}``: the length of the history, how the run stands.

    Raises NotFound, Forbidden, whatever ``act`` refuses, Conflict ``process_changed``.
    """

    def attempt(work: Work) -> Reply:
        found, run = work.load(ProcessKey(process_id), FlowRunKey(process_id))
        process = allow_on_process(actor, action, found)
        change, after = act(process, run)
        work.put_flow_run(run, after)
        return {"version": work.change_process(process, change).n, "state": after.state.value}

    return transact(lambda: ports.begin(operation), attempt)
