"""Following a flow: what each act allows, and what it refuses (issue 4 §7)."""

from dataclasses import replace
from datetime import date

import pytest

from chalicelib.domain.errors import Conflict, InvalidRequest, NotFound
from chalicelib.domain.flow_acts import (
    Completion,
    cancel_flow,
    overdue_step,
    pause_flow,
    resume_flow,
    skip_step,
    start_flow,
)
from chalicelib.domain.flow_run import RunState, StepState
from chalicelib.domain.flow_walk import MOST_REACHED
from chalicelib.domain.handling import conclude
from chalicelib.domain.process import State
from chalicelib.domain.registering import delete
from chalicelib.domain.undoing import undo_sending
from tests.domain.flow_examples import (
    BUILDER,
    CABINET_OFFICE,
    CLERK,
    FLOW,
    GROUND,
    IDENTIFIERS,
    PERSONNEL,
    TODAY,
    TREE,
    begun,
    completed,
    joined,
    parallel,
    then,
    with_documents,
    work,
)
from tests.domain.process_examples import after, refused, sending, sentences, started
from tests.fakes.city import PERSONNEL as PERSONNEL_UNIT
from tests.fakes.city import WORKS


def skipped(state, actor, at, way=None, reason="Já consta dos autos", ground=GROUND):
    process, run = state
    return skip_step(process, actor, run, at, Completion(way, reason), ground, IDENTIFIERS, after(3))


def test_process_remembers_which_version_of_the_flow_it_follows():
    process, run = begun()
    assert (process.flow.code, process.flow.version, process.flow.state) == ("pedido", 3, RunState.RUNNING)
    assert run.flow == FLOW, "a copy, whatever is published later"
    assert [(step.at, step.step, step.unit.id) for step in run.steps] == [("1", "conferir", "semad-prot")]


def test_step_done_sends_the_process_to_every_unit_that_has_one_now_and_leaves_this_one():
    change, run = completed(begun(), CLERK, "1")
    assert sentences(change) == [
        ("SEMAD/PROT", "Concluída a etapa Conferir"),
        ("SEMAD/RH", "Processo remetido pela unidade SEMAD/PROT"),
        ("OBRAS", "Processo remetido pela unidade SEMAD/PROT"),
        ("SEMAD/PROT", "Conclusão automática de processo na unidade"),
    ]
    assert change.process.open_units == {"semad-rh", "obras"}
    assert [routing.id for routing in change.process.routings] == ["s0", "s1"]
    assert change.process.presences["semad-rh"].unread
    assert [(step.at, step.due) for step in run.open_steps] == [
        ("2.0.1", date(2026, 11, 30)),
        ("2.1.1", date(2026, 11, 26)),
    ], "business days: the weekend does not count"


def test_branches_wait_for_one_another_before_the_flow_goes_on():
    change, run = completed(parallel(), PERSONNEL, "2.0.1", first=10)
    assert [step.at for step in run.open_steps] == ["2.1.1", "2.0.2"]
    assert "semad-rh" in change.process.open_units, "it has the next step too"
    change, run = completed(then((change, run)), PERSONNEL, "2.0.2", first=20)
    assert [step.at for step in run.open_steps] == ["2.1.1"]
    assert change.process.open_units == {"obras"}
    _, run = completed(then((change, run)), BUILDER, "2.1.1", first=30)
    assert [(step.at, step.unit.id) for step in run.open_steps] == [("3", "gab")]
    assert run.find("2").state is StepState.DONE


def test_decision_rests_upon_a_signed_document_used_once_and_needs_an_answer():
    with refused("flow_document_missing"):
        completed(joined(), CABINET_OFFICE, "3", way=1)
    with pytest.raises(InvalidRequest):
        completed(joined(), CABINET_OFFICE, "3", ground=with_documents("despacho"))
    change, run = completed(joined(), CABINET_OFFICE, "3", way=1, ground=with_documents("despacho"))
    assert "Concluída a etapa Decidir: Refazer, com o documento 0001" in [
        text for _, text in sentences(change)
    ]
    state = then((change, run))
    for at, actor in (("4", CLERK), ("5.0.1", PERSONNEL), ("5.0.2", PERSONNEL), ("5.1.1", BUILDER)):
        state = then(completed(state, actor, at, first=40 + int(at[-1]) * 10 + len(at)))
    with refused("flow_document_missing"):
        completed(state, CABINET_OFFICE, "6", way=2, ground=with_documents("despacho"))
    _, run = completed(state, CABINET_OFFICE, "6", way=2, ground=with_documents("despacho", "despacho"))
    assert run.find("6").document == "d2"


@pytest.mark.parametrize(
    ("said", "state", "open_at"), [("sim", RunState.RUNNING, ["5"]), ("não", RunState.FINISHED, [])]
)
def test_field_of_a_signed_form_chooses_the_way(said, state, open_at):
    ground = with_documents("despacho", pressa=said)
    change, run = completed(joined(), CABINET_OFFICE, "3", way=0, ground=ground)
    assert (run.state, [step.at for step in run.open_steps]) == (state, open_at)
    if state is RunState.FINISHED:
        assert sentences(change)[-1] == ("GAB", "Encerrado o fluxo Pedido")
        assert change.process.open_units == {"gab"}, "it stays where it ended"


def test_form_that_decides_must_be_signed_first():
    with refused("flow_form_missing"):
        completed(joined(), CABINET_OFFICE, "3", way=0, ground=with_documents("despacho"))


def test_step_is_done_by_its_unit_only_and_once():
    with refused("not_the_step_unit"):
        completed(parallel(), BUILDER, "2.0.1")
    state = then(completed(parallel(), PERSONNEL, "2.0.1", first=10))
    with refused("step_already_done", Conflict):
        completed(state, PERSONNEL, "2.0.1")
    with refused("step_not_found", NotFound):
        completed(state, PERSONNEL, "9")
    with refused("process_not_open_in_unit"):
        completed(joined(), CLERK, "3")


def test_what_a_flow_conducts_is_not_moved_by_hand_unless_it_allows():
    process, _ = parallel()
    with refused("flow_conducts"):
        sending(process, PERSONNEL, WORKS)
    with refused("flow_step_here"):
        conclude(process, PERSONNEL, after(3))
    with refused("flow_conducts"):
        undo_sending(process, CLERK, "s0", after(3))
    free, _ = then(completed(begun(replace(FLOW, free_routing=True)), CLERK, "1"))
    sending(free, PERSONNEL, WORKS, first=50)
    conclude(free, PERSONNEL, after(3))


def test_step_is_skipped_for_a_reason_by_its_unit_or_by_who_started_the_flow():
    with refused("not_the_step_unit"):
        skipped(parallel(), BUILDER, "2.0.1")
    change, run = skipped(parallel(), PERSONNEL, "2.0.1")
    assert sentences(change)[1] == ("SEMAD/RH", "Dispensada a etapa Pessoal (Já consta dos autos)")
    assert run.find("2.0.1").state is StepState.SKIPPED
    _, run = skipped(begun(), CLERK, "1")
    assert len(run.open_steps) == 2
    _, run = skipped(joined(), CABINET_OFFICE, "3", way=2)
    assert run.state is RunState.FINISHED, "no document is asked for"


def test_paused_flow_holds_its_steps_lets_units_send_and_gives_the_days_back():
    process, run = parallel()
    change, run = pause_flow(process, PERSONNEL, run, "Aguarda a Câmara", TODAY, after(3))
    with refused("flow_paused"):
        completed(then((change, run)), PERSONNEL, "2.0.1")
    with refused("flow_paused"):
        pause_flow(change.process, PERSONNEL, run, "outra vez", TODAY, after(3))
    sending(change.process, PERSONNEL, WORKS, first=50)
    later = replace(GROUND, day=date(2026, 12, 1))
    change, run = resume_flow(change.process, PERSONNEL, run, later, after(200))
    assert [step.due for step in run.open_steps] == [date(2026, 12, 8), date(2026, 12, 4)], (
        "six business days more"
    )
    with refused("flow_not_paused"):
        resume_flow(change.process, PERSONNEL, run, later, after(201))


def test_cancelled_flow_lets_the_process_go():
    process, run = parallel()
    change, run = cancel_flow(process, BUILDER, run, "Pedido retirado", after(3))
    assert (run.state, run.open_steps) == (RunState.CANCELLED, ())
    assert change.process.open_units == {"semad-rh", "obras"}
    sending(change.process, PERSONNEL, WORKS, first=50)
    with refused("flow_not_running"):
        completed(then((change, run)), PERSONNEL, "2.0.1")
    _, again = start_flow(change.process, PERSONNEL, FLOW, GROUND, ("r9", *IDENTIFIERS), after(4))
    assert (again.id, again.unit.id) == ("r9", "semad-rh")


def test_whole_flow_is_for_units_with_a_part_in_it():
    process, run = joined()
    elsewhere = sending(replace(process, flow=None), CABINET_OFFICE, PERSONNEL_UNIT, keep_open=True, first=60)
    outside = replace(elsewhere.process, flow=process.flow)
    for act in (
        lambda: pause_flow(outside, PERSONNEL, run, "x", TODAY, after(3)),
        lambda: cancel_flow(outside, PERSONNEL, run, "x", after(3)),
    ):
        with refused("not_the_step_unit"):
            act()


def overdue(state, at="2.0.1", superior="gab"):
    process, run = state
    step = run.find(at)
    system = replace(PERSONNEL, unit=step.unit)
    return overdue_step(process, system, run, step, TREE[superior] if superior else None, "late", after(300))


def test_step_past_its_deadline_goes_to_the_superior_unit_too_which_may_then_do_it():
    change, run = overdue(parallel())
    told = "Vencido em 30/11/2026 o prazo da etapa Pessoal; encaminhada também à unidade GAB"
    assert sentences(change) == [
        ("SEMAD/RH", told),
        ("GAB", "Processo remetido pela unidade SEMAD/RH"),
    ]
    assert change.process.open_units == {"semad-rh", "obras", "gab"}, "nobody loses it"
    _, after_it = completed(then((change, run)), CABINET_OFFICE, "2.0.1", first=70)
    assert after_it.find("2.0.1").by == CABINET_OFFICE.user
    _, other = completed(then((change, run)), PERSONNEL, "2.0.1", first=70)
    assert other.find("2.0.1").state is StepState.DONE


def test_step_taken_to_the_superior_unit_gives_back_no_return_that_is_owed_to_it():
    process, run = parallel()
    (owed, other) = process.routings
    awaited = replace(owed, origin=CABINET_OFFICE.unit, return_due=date(2026, 12, 20))
    change, _ = overdue((replace(process, routings=(awaited, other)), run))
    assert next(one for one in change.process.routings if one.id == owed.id).waits_return


def test_step_that_does_not_escalate_is_only_said_to_be_late():
    change, run = overdue(parallel(), "2.1.1", None)
    assert sentences(change) == [("OBRAS", "Vencido em 26/11/2026 o prazo da etapa Obra")]
    assert run.find("2.1.1").overdue_at == after(300)


def test_flow_starts_only_where_it_fits():
    process, _ = begun()
    with refused("flow_already_running"):
        start_flow(process, CLERK, FLOW, GROUND, IDENTIFIERS, after(2))
    with refused("flow_of_another_type"):
        start_flow(started(), CLERK, replace(FLOW, process_type="obra"), GROUND, IDENTIFIERS, after(2))
    with refused("process_suspended"):
        start_flow(replace(started(), state=State.SUSPENDED), CLERK, FLOW, GROUND, IDENTIFIERS, after(2))
    closed = replace(FLOW, steps=(work("um", unit="extinta"),))
    with refused("unit_cannot_receive"):
        start_flow(started(), CLERK, closed, GROUND, IDENTIFIERS, after(2))


def test_unit_that_owes_a_return_keeps_the_process_when_its_step_is_done():
    process, run = parallel()
    (owed, _) = process.routings
    kept = replace(process, routings=(replace(owed, return_due=date(2026, 12, 20)), process.routings[1]))
    change, _ = skipped((kept, run), PERSONNEL, "2.0.1")
    change, _ = completed((change.process, _), PERSONNEL, "2.0.2", first=80)
    assert "semad-rh" in change.process.open_units


def test_process_that_followed_a_flow_is_not_deleted():
    process, run = begun()
    change, _ = cancel_flow(process, CLERK, run, "Engano", after(2))
    with refused("process_followed_flow"):
        delete(change.process, CLERK, after(3))


def test_flow_that_goes_round_too_often_goes_no_further():
    process, run = begun()
    done = replace(run.steps[0], state=StepState.DONE, way=0)
    worn = replace(run, steps=(*run.steps, *(replace(done, at=f"0.{n}") for n in range(MOST_REACHED - 1))))
    with refused("flow_too_long"):
        completed((process, worn), CLERK, "1")
