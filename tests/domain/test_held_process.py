"""What stands still, suspended, annexed or locked, admits no act but the way out (features.md §1.1; PRO-16, PRO-17,
TRA-01 to TRA-07, TRA-16)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from chalicelib.domain import handling, planning, registering, sending, suspending, tying, undoing
from chalicelib.domain.process import Process, State
from tests.domain.plan_examples import PLAN
from tests.domain.process_examples import (
    DUE,
    PERSONNEL_HEAD,
    PROTOCOL_CLERK,
    REGISTRATION,
    after,
    received,
    refused,
    sent,
    started,
)
from tests.domain.process_examples import sending as send_on
from tests.fakes.city import CABINET, DIEGO

LATER = DUE + timedelta(days=9)
Act = Callable[[Process], object]


def awaited() -> Process:
    return received(keep_open=True, return_due=DUE)


def concluded() -> Process:
    return handling.conclude(started(), PROTOCOL_CLERK, after(1)).process


def other() -> Process:
    return replace(started(), id="p2", nup="01101.000002/2026-71")


#: name -> (a process on which the act is possible, the act).
ACTS: dict[str, tuple[Callable[[], Process], Act]] = {
    "receive": (sent, lambda process: handling.receive(process, PERSONNEL_HEAD, after(3))),
    "send": (received, lambda process: send_on(process, PERSONNEL_HEAD, CABINET, first=9, hours=3)),
    "extend a return": (
        awaited,
        lambda process: sending.extend_return(process, PROTOCOL_CLERK, "r1", LATER, after(3)),
    ),
    "withdraw a return": (
        awaited,
        lambda process: sending.withdraw_return(process, PROTOCOL_CLERK, "r1", after(3)),
    ),
    "extend every return": (
        awaited,
        lambda process: sending.extend_every_return(process, PROTOCOL_CLERK, LATER, after(3)),
    ),
    "withdraw every return": (
        awaited,
        lambda process: sending.withdraw_every_return(process, PROTOCOL_CLERK, after(3)),
    ),
    "conclude": (received, lambda process: handling.conclude(process, PERSONNEL_HEAD, after(3))),
    "reopen": (sent, lambda process: handling.reopen(process, PROTOCOL_CLERK, after(3))),
    "reopen on its day": (
        sent,
        lambda process: handling.reopen(process, PROTOCOL_CLERK, after(3), scheduled=True),
    ),
    "assign": (received, lambda process: handling.assign(process, PERSONNEL_HEAD, DIEGO, after(3))),
    "record progress": (
        received,
        lambda process: handling.record_progress(process, PERSONNEL_HEAD, "Visto", after(3)),
    ),
    "mark as unread": (received, lambda process: undoing.mark_unread(process, PERSONNEL_HEAD, after(3))),
    "undo a conclusion": (
        concluded,
        lambda process: undoing.undo_conclusion(process, PROTOCOL_CLERK, after(3)),
    ),
    "undo a sending": (
        sent,
        lambda process: undoing.undo_sending(process, PROTOCOL_CLERK, "r1", after(3)),
    ),
    "undo the last sending": (
        sent,
        lambda process: undoing.undo_last_sending(process, PROTOCOL_CLERK, after(3)),
    ),
    "suspend": (started, lambda process: suspending.suspend(process, PROTOCOL_CLERK, "Laudo", after(3))),
    "relate": (started, lambda process: tying.relate(process, other(), PROTOCOL_CLERK, after(3))),
    "lock": (started, lambda process: tying.lock(process, PROTOCOL_CLERK, "Ordem", after(3))),
    "acknowledge": (started, lambda process: tying.acknowledge(process, PROTOCOL_CLERK, after(3))),
    "edit": (
        started,
        lambda process: registering.edit(
            process, PROTOCOL_CLERK, replace(REGISTRATION, specification="Outra"), after(3)
        ),
    ),
    "remark": (started, lambda process: registering.remark(process, PROTOCOL_CLERK, "Ver", after(3))),
    "delete": (started, lambda process: registering.delete(process, PROTOCOL_CLERK, after(3))),
    "adopt a plan": (
        started,
        lambda process: planning.replace_plan(process, PROTOCOL_CLERK, PLAN, None, after(3)),
    ),
}


@pytest.mark.parametrize("name", ACTS)
def test_act_is_possible_on_a_process_under_way(name: str):
    arrange, act = ACTS[name]
    act(arrange())


@pytest.mark.parametrize("state", [State.SUSPENDED, State.ANNEXED, State.LOCKED])
@pytest.mark.parametrize("name", ACTS)
def test_act_is_refused_on_a_process_held_still(name: str, state: State):
    arrange, act = ACTS[name]
    with refused(f"process_{state.value}"):
        act(replace(arrange(), state=state))
