"""Acts of a job that find by themselves what they are about: the unit's returns, its last sending, its step of the
flow, the follow-ups chosen (demands 4; PRO-15, PRO-17, TRA-01, TRA-03, TRA-10, issue 4 §7)."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from chalicelib.application.bulk.acts import ACTS
from chalicelib.application.follow_ups.follow import follow_process
from chalicelib.application.processes.annex import annex_process
from chalicelib.application.processes.record_progress import record_progress
from chalicelib.application.processes.suspend import suspend_process
from chalicelib.application.references import FlowRunKey, FollowUpKey, ProcessKey
from chalicelib.application.routing.receive import receive_process
from chalicelib.application.routing.send import SendForm, send_process
from chalicelib.domain.access import Profile
from chalicelib.domain.errors import Forbidden, NotFound
from chalicelib.domain.flow import Branch, Flow, Role, Step, Way
from chalicelib.domain.flow_acts import start_flow
from chalicelib.domain.flow_run import FlowRun, RunState
from chalicelib.domain.identity import Actor
from chalicelib.domain.process import State
from tests.application.under_way import CLERK, DUE, HEAD, refused, sent, started, unchanged, with_document
from tests.domain.flow_examples import GROUND, IDENTIFIERS, work
from tests.fakes.city import ANA, CABINET, PERSONNEL, PROTOCOL, at_work
from tests.fakes.outside import Outside

ADMINISTRATOR = at_work(ANA, PROTOCOL, Profile.BASIC, Profile.ADMINISTRATOR)
REASON = {"reason": "Aguarda a lei"}


def do(
    outside: Outside, act: str, process: str, actor: Actor = CLERK, /, key: str | None = None, **form: Any
) -> Any:
    """As a job does it to one process."""
    return ACTS[act].on_one(outside.ports, actor, outside.operation(actor.user.id, key), process, form)


def until(day: date) -> dict[str, Any]:
    return {"return_due": {"date": day.isoformat(), "days": None, "business": False}}


def dues(outside: Outside, process: str) -> dict[str, date | None]:
    """Unit -> until when it must give the process back."""
    awaited = [each for each in outside.memory.process(process).routings if each.waits_return]
    return {each.destination.id: each.return_due for each in awaited}


def told(outside: Outside, process: str) -> list[str]:
    return [entry.fact.kind() for entry in outside.memory.histories[process]]


# TRA-03


def test_every_return_that_the_unit_awaits_is_extended_and_given_up(outside: Outside):
    process = sent(outside, PERSONNEL.id, CABINET.id, due=DUE)
    do(outside, "extend_return", process, **until(date(2026, 12, 8)))
    assert dues(outside, process) == dict.fromkeys((PERSONNEL.id, CABINET.id), date(2026, 12, 8))
    assert told(outside, process).count("return_extended") == 2
    do(outside, "withdraw_return", process)
    assert dues(outside, process) == {}
    assert told(outside, process).count("return_withdrawn") == 2


def test_return_that_has_as_much_time_already_stays_as_it_is(outside: Outside):
    process = sent(outside, PERSONNEL.id, keep_open=True, due=DUE)
    do(outside, "extend_return", process, **until(date(2026, 12, 20)))
    send_process(outside.ports, CLERK, outside.operation(), process, SendForm((CABINET.id,), True, DUE))
    do(outside, "extend_return", process, **until(date(2026, 12, 8)))
    assert dues(outside, process) == {PERSONNEL.id: date(2026, 12, 20), CABINET.id: date(2026, 12, 8)}
    with refused("return_only_extends"):
        do(outside, "extend_return", process, **until(date(2026, 12, 8)))


@pytest.mark.parametrize(("act", "form"), [("extend_return", until(date(2026, 12, 8))), ("withdraw_return", {})])
def test_unit_that_awaits_no_return_is_told_so(outside: Outside, act: str, form: dict[str, Any]):
    process = sent(outside, due=DUE)
    with refused("no_return_awaited"):
        do(outside, act, process, HEAD, **form)
    with refused("no_return_awaited"):
        do(outside, act, started(outside), **form)
    unchanged(outside, process, lambda: do(outside, act, process, HEAD, **form))


# TRA-01


def test_last_sending_of_the_unit_is_undone_and_no_other(outside: Outside):
    process = sent(outside, PERSONNEL.id, keep_open=True)
    outside.now += timedelta(hours=1)
    send_process(outside.ports, CLERK, outside.operation(), process, SendForm((CABINET.id,), False, None))
    do(outside, "undo_sending", process)
    assert outside.memory.process(process).open_units == {PROTOCOL.id, PERSONNEL.id}


def test_sending_that_was_received_is_not_undone(outside: Outside):
    process = sent(outside)
    receive_process(outside.ports, HEAD, outside.operation(HEAD.user.id), process)
    with refused("no_sending_to_undo"):
        do(outside, "undo_sending", process)
    both = sent(outside, PERSONNEL.id, CABINET.id)
    receive_process(outside.ports, HEAD, outside.operation(HEAD.user.id), both)
    with refused("sending_received"):
        do(outside, "undo_sending", both)


def test_act_asked_for_again_by_the_job_answers_as_it_did(outside: Outside):
    """A worker that died after the act asks once more with the same operation: nothing is refused nor done twice."""
    process = sent(outside, keep_open=True)
    send_process(outside.ports, CLERK, outside.operation(), process, SendForm((CABINET.id,), True, None))
    once = do(outside, "undo_sending", process, key="trabalho-1")
    assert do(outside, "undo_sending", process, key="trabalho-1") == once
    assert told(outside, process).count("sending_undone") == 1
    gone = started(outside)
    do(outside, "delete", gone, key="trabalho-2")
    do(outside, "delete", gone, key="trabalho-2")


# PRO-15, PRO-17


def test_process_without_documents_is_deleted_and_another_is_not(outside: Outside):
    process, written = started(outside), started(outside)
    do(outside, "delete", process)
    assert ProcessKey(process) not in outside.memory.things
    with_document(outside, written)
    with refused("process_has_documents"):
        do(outside, "delete", written)
    with refused("process_not_open_here", Forbidden):
        do(outside, "delete", sent(outside))


def test_administrator_takes_processes_out_of_one_and_nobody_else_does(outside: Outside):
    main, part = started(outside), started(outside)
    with_document(outside, part)
    annex_process(outside.ports, CLERK, outside.operation(), main, part)
    with pytest.raises(Forbidden):
        do(outside, "unannex", part, process=main, **REASON)
    do(outside, "unannex", part, ADMINISTRATOR, process=main, **REASON)
    assert outside.memory.process(part).state is State.NORMAL
    with refused("annex_not_found", NotFound):
        do(outside, "unannex", part, ADMINISTRATOR, process=main, **REASON)


# issue 4 §7

TWO_STEPS = (
    work("conferir", "guardar", unit=None, role=Role.STARTER),
    work("guardar", unit=None, role=Role.STARTER),
)
ELSEWHERE = (work("conferir"),)
DECIDES = (Step("decidir", "Deferir o pedido", (Way(None, "Sim"), Way(None, "Não")), unit=PROTOCOL.id),)
SIDE_BY_SIDE = (
    Step(
        "ouvir",
        "Ouvir",
        (Way(None),),
        branches=(
            Branch("Um", (work("um", unit=PROTOCOL.id),)),
            Branch("Outro", (work("outro", unit=PROTOCOL.id),)),
        ),
    ),
)


def followed(outside: Outside, steps: tuple[Step, ...] = TWO_STEPS) -> str:
    """A process of Ana's under a flow."""
    process = started(outside)
    flow = Flow("pedido", "Pedido", "", "pedido", False, steps)
    change, run = start_flow(outside.memory.process(process), CLERK, flow, GROUND, IDENTIFIERS, outside.now)
    outside.memory.things[ProcessKey(process)] = change.process
    outside.memory.things[FlowRunKey(process)] = run
    return process


def run_of(outside: Outside, process: str) -> FlowRun:
    run = outside.memory.things[FlowRunKey(process)]
    assert isinstance(run, FlowRun)
    return run


def test_open_step_of_the_unit_is_completed_and_the_next_one_begins(outside: Outside):
    process = followed(outside)
    do(outside, "complete_step", process, note="Conferido em lote")
    run = run_of(outside, process)
    assert [(step.step, step.state.value) for step in run.steps] == [("conferir", "done"), ("guardar", "open")]
    assert run.steps[0].note == "Conferido em lote"
    do(outside, "complete_step", process, note="")
    assert run_of(outside, process).state is RunState.FINISHED


def paused(outside: Outside) -> str:
    process = followed(outside)
    do(outside, "pause_flow", process, **REASON)
    return process


def held(outside: Outside) -> str:
    process = followed(outside)
    suspend_process(outside.ports, CLERK, outside.operation(), process, "Aguarda o laudo", None)
    return process


def beyond(outside: Outside) -> str:
    """The step is Personnel's; Ana's unit was given the process back to read."""
    process = followed(outside, ELSEWHERE)
    do(outside, "reopen", process)
    return process


@pytest.mark.parametrize(
    ("arrange", "code"),
    [
        (started, "flow_not_running"),
        (beyond, "no_step_here"),
        (lambda outside: followed(outside, DECIDES), "step_decides"),
        (lambda outside: followed(outside, SIDE_BY_SIDE), "several_steps_here"),
        (paused, "flow_paused"),
        (held, "process_suspended"),
    ],
)
def test_step_is_not_completed_where_it_is_not_plain_whose_or_how(
    outside: Outside, arrange: Callable[[Outside], str], code: str
):
    process = arrange(outside)
    with refused(code):
        do(outside, "complete_step", process, note="")
    unchanged(outside, process, lambda: do(outside, "complete_step", process, note=""))


def test_flow_is_paused_resumed_and_cancelled_and_each_only_when_it_can_be(outside: Outside):
    process = followed(outside)
    with refused("flow_not_paused"):
        do(outside, "resume_flow", process)
    do(outside, "pause_flow", process, **REASON)
    with refused("flow_paused"):
        do(outside, "pause_flow", process, **REASON)
    do(outside, "resume_flow", process)
    assert run_of(outside, process).state is RunState.RUNNING
    do(outside, "cancel_flow", process, **REASON)
    for act in ("pause_flow", "resume_flow", "cancel_flow"):
        with refused("flow_not_running"):
            do(outside, act, process, **REASON)
    kinds = told(outside, process)
    assert [kind for kind in kinds if kind.startswith("flow_")] == ["flow_paused", "flow_resumed", "flow_cancelled"]


# TRA-10


def test_only_the_follow_ups_chosen_are_seen_and_let_go(outside: Outside):
    process, other = started(outside), started(outside)

    def follow(which: str, group: str) -> str:
        made = follow_process(outside.ports, HEAD, outside.operation(HEAD.user.id), which, group, "")
        return str(made["id"])

    first, second, third = (follow(process, group) for group in ("Obras", "Praças", "Ruas"))
    record_progress(outside.ports, CLERK, outside.operation(), process, "Vistoria feita")
    chosen = {"follow_ups": {process: [first, second]}}

    def news() -> dict[str, int]:
        length = outside.memory.process(process).n
        kept = outside.ports.reader.follow_ups_of(process, PERSONNEL.id)
        return {each.id: each.news(length) for each in kept}

    do(outside, "see_news", process, HEAD, **chosen)
    assert news() == {first: 0, second: 0, third: 1}
    do(outside, "unfollow", process, HEAD, **chosen)
    assert news() == {third: 1}
    for act in ("see_news", "unfollow"):
        with refused("not_found", NotFound):
            do(outside, act, process, HEAD, **chosen)
        with refused("not_found", NotFound):
            do(outside, act, other, HEAD, **chosen)
    assert FollowUpKey(PERSONNEL.id, process, third) in outside.memory.things
