"""Which acts the screen may offer on a process, and why not the others: the policy, then the rules of the domain.

The rules are asked by trying the act on the loaded process, which changes nothing: a precondition is written once.
"""

from collections.abc import Callable, Mapping
from datetime import datetime

from chalicelib.application.authorisation import process_resource, subject
from chalicelib.domain import handling, registering
from chalicelib.domain.errors import Refused
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action, Decision, visible_actions
from chalicelib.domain.process import Change, Process, touch

Trial = Callable[[Process, Actor, datetime], Change]

TRIALS: Mapping[Action, Trial] = {
    Action.PROCESS_RECEIVE: handling.receive,
    Action.PROCESS_CONCLUDE: handling.conclude,
    Action.PROCESS_REOPEN: handling.reopen,
    Action.PROCESS_DELETE: registering.delete,
    Action.PROCESS_EDIT: touch,
    Action.PROCESS_REMARK: touch,
    Action.PROCESS_RECORD_PROGRESS: touch,
    Action.PROCESS_SEND: touch,
    Action.PROCESS_ASSIGN: touch,
    Action.PROCESS_NOTE: touch,
    Action.PROCESS_LABEL: touch,
    Action.PROCESS_DEADLINE: touch,
    Action.PROCESS_CHECKPOINT: touch,
}


def possible_acts(process: Process, actor: Actor, at: datetime) -> dict[Action, Decision]:
    """Every act on a process with its decision."""
    decisions = visible_actions(subject(actor), process_resource(process))
    return {action: _tried(action, decision, process, actor, at) for action, decision in decisions.items()}


def _tried(action: Action, decision: Decision, process: Process, actor: Actor, at: datetime) -> Decision:
    trial = TRIALS.get(action)
    if not decision.allowed or trial is None:
        return decision
    try:
        trial(process, actor, at)
    except Refused as refusal:
        return Decision(False, refusal.code, refusal.message)
    return decision
