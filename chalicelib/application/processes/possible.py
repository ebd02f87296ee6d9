"""Which acts the screen may offer on a process, and why not the others: the policy, then the rules of the domain.

The rules are asked by trying the act on the loaded process, which changes nothing: a precondition is written once.
"""

from collections.abc import Callable, Mapping
from datetime import datetime

from chalicelib.application.authorisation import process_resource, subject
from chalicelib.domain import handling, registering, renumbering, suspending, tying, undoing
from chalicelib.domain.errors import NotFound, Refused
from chalicelib.domain.flow_run import LIVE
from chalicelib.domain.identity import Actor
from chalicelib.domain.informed_number import InformingRule
from chalicelib.domain.policy import Action, Decision, visible_actions
from chalicelib.domain.process import Change, Process, check_free, touch

_ACKNOWLEDGED = Decision(False, "already_acknowledged", tying.ALREADY_ACKNOWLEDGED)
Trial = Callable[[Process, Actor, datetime], Change]


def _send(process: Process, actor: Actor, at: datetime) -> Change:
    check_free(process)
    return touch(process, actor, at)


def _in_flow(process: Process, actor: Actor, at: datetime) -> Change:
    if process.flow is None or process.flow.state not in LIVE:
        raise Refused("flow_not_running", "O processo não segue fluxo nenhum.")
    return touch(process, actor, at)


def _out_of_flow(process: Process, actor: Actor, at: datetime) -> Change:
    if process.flow and process.flow.state in LIVE:
        raise Refused("flow_already_running", f"O processo já segue o fluxo {process.flow.name}.")
    return touch(process, actor, at)


def _undo_sending(process: Process, actor: Actor, at: datetime) -> Change:
    mine = [routing for routing in process.routings if routing.origin.id == actor.unit.id]
    return undoing.undo_sending(process, actor, mine[-1].id if mine else "", at)


def _unrelate(process: Process, actor: Actor, at: datetime) -> Change:
    tying.check_keeps_ties(process)
    return Change(process)


TRIALS: Mapping[Action, Trial] = {
    Action.PROCESS_RECEIVE: handling.receive,
    Action.PROCESS_CONCLUDE: handling.conclude,
    Action.PROCESS_REOPEN: handling.reopen,
    Action.PROCESS_DELETE: registering.delete,
    Action.PROCESS_EDIT: touch,
    Action.PROCESS_ORDER: touch,
    Action.PROCESS_MAIL: touch,
    Action.PROCESS_REMARK: touch,
    Action.PROCESS_RECORD_PROGRESS: touch,
    Action.PROCESS_SEND: _send,
    Action.FLOW_START: _out_of_flow,
    Action.FLOW_ADVANCE: _in_flow,
    Action.FLOW_SKIP: _in_flow,
    Action.FLOW_HOLD: _in_flow,
    Action.FLOW_CANCEL: _in_flow,
    Action.PROCESS_ASSIGN: touch,
    Action.PROCESS_SUSPEND: lambda process, actor, at: suspending.suspend(process, actor, "-", at)[0],
    Action.PROCESS_RESUME: lambda process, actor, at: suspending.resume(process, actor, at)[0],
    Action.PROCESS_RELATE: touch,
    Action.PROCESS_UNRELATE: _unrelate,
    Action.PROCESS_ANNEX: touch,
    Action.PROCESS_LOCK: lambda process, actor, at: tying.lock(process, actor, "-", at),
    Action.PROCESS_UNLOCK: lambda process, actor, at: tying.unlock(process, actor),
    Action.PROCESS_ACKNOWLEDGE: tying.acknowledge,
    Action.PROCESS_MARK_UNREAD: undoing.mark_unread,
    Action.PROCESS_UNDO_CONCLUSION: undoing.undo_conclusion,
    Action.PROCESS_UNDO_SENDING: _undo_sending,
    Action.PROCESS_NOTE: touch,
    Action.PROCESS_LABEL: touch,
    Action.PROCESS_DEADLINE: touch,
    Action.PROCESS_CHECKPOINT: touch,
    Action.PROCESS_PLAN: touch,
    Action.PROCESS_CHECKLIST: touch,
}


def possible_acts(
    process: Process, actor: Actor, at: datetime, informing: InformingRule, acknowledged: bool = False
) -> dict[Action, Decision]:
    """Every act on a process with its decision; ``informing`` is the city's rule (PRO-06), ``acknowledged``: the actor
    has said to have read it (PRO-24).
    """

    def may_renumber(process: Process, actor: Actor, at: datetime) -> Change:
        return renumbering.may_renumber(process, actor, informing, at)

    trials = {**TRIALS, Action.PROCESS_RENUMBER: may_renumber}
    decisions = visible_actions(subject(actor), process_resource(process))
    answers = {
        action: _tried(trials.get(action), decision, process, actor, at) for action, decision in decisions.items()
    }
    if acknowledged and answers[Action.PROCESS_ACKNOWLEDGE].allowed:
        answers[Action.PROCESS_ACKNOWLEDGE] = _ACKNOWLEDGED
    return answers


def _tried(trial: Trial | None, decision: Decision, process: Process, actor: Actor, at: datetime) -> Decision:
    if not decision.allowed or trial is None:
        return decision
    try:
        trial(process, actor, at)
    except (Refused, NotFound) as refusal:
        return Decision(False, refusal.code, refusal.message)
    return decision
