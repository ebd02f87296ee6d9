"""The unit's control panel (TRA-13)."""

from datetime import date

import pytest

from chalicelib.application.arrangement.create_label import create_label
from chalicelib.application.desk.attach_label import attach_label
from chalicelib.application.desk.conclude_deadline import conclude_deadline
from chalicelib.application.desk.set_checkpoint import set_checkpoint
from chalicelib.application.desk.set_deadline import set_deadline
from chalicelib.application.inbox.read import read_inbox
from chalicelib.application.panel.read_panel import read_panel
from chalicelib.application.ports import InboxFilter
from chalicelib.application.references import ArrangementKey
from chalicelib.application.routing.assign import Assignment, assign_process
from chalicelib.application.routing.conclude import conclude_process
from chalicelib.application.routing.reopen import reopen_process
from chalicelib.domain.arrangement import Arrangement, Checkpoint, Colour
from chalicelib.domain.deadline import InDays
from chalicelib.domain.errors import Forbidden
from chalicelib.domain.figures import Due, due_by_status, figures
from tests.application.under_way import CLERK, DUE, HEAD, TECHNICIAN, sent, started
from tests.fakes.city import PROTOCOL
from tests.fakes.outside import Outside


def listed(outside: Outside, actor=CLERK, due: str | None = None, **wanted: str) -> int:
    return len(read_inbox(outside.ports, actor, InboxFilter(**wanted), None, due).page.items)


def test_each_figure_is_the_length_of_the_list_it_leads_to(outside: Outside):
    urgent = str(create_label(outside.ports, CLERK, outside.operation(), "Urgente", Colour.RED)["id"])
    made = [started(outside) for _ in range(5)]
    for process in made[:3]:
        attach_label(outside.ports, CLERK, outside.operation(), process, urgent, "")
    assign_process(outside.ports, CLERK, outside.operation(), made[0], Assignment("carlos.moura"))
    panel = read_panel(outside.ports, CLERK)
    assert [(each.name, each.count) for each in panel.labels] == [("Urgente", 3), ("", 2)]
    for each in panel.labels:
        assert listed(outside, label=each.id) == each.count
    for each in panel.assignees:
        assert listed(outside, assigned=each.id) == each.count
    for each in panel.types:
        assert listed(outside, type=each.id) == each.count
    assert panel.counters["generated"] == listed(outside, tab="generated")


def test_deadlines_are_told_by_how_they_stand_today(outside: Outside):
    made = [started(outside) for _ in range(4)]
    for process, days in zip(made, (1, 2, 9, 9), strict=True):
        set_deadline(outside.ports, CLERK, outside.operation(), process, InDays(days))
    conclude_deadline(outside.ports, CLERK, outside.operation(), made[3])
    panel = read_panel(outside.ports, CLERK)
    assert (panel.deadlines, panel.concluded_deadlines) == (Due(soon=2, on_time=1), 1)
    outside.later(days=2)
    assert read_panel(outside.ports, CLERK).deadlines == Due(overdue=1, soon=1, on_time=1)
    assert listed(outside, due="overdue") == 1


def test_returns_are_told_on_both_sides(outside: Outside):
    sent(outside, keep_open=True, due=DUE)
    mine, theirs = read_panel(outside.ports, CLERK), read_panel(outside.ports, HEAD)
    assert (mine.returns_awaited, mine.returns_to_give) == (Due(on_time=1), Due())
    assert (theirs.returns_awaited, theirs.returns_to_give) == (Due(), Due(on_time=1))
    assert listed(outside, returns="awaited") == listed(outside, HEAD, returns="to_give") == 1
    assert listed(outside, returns="to_give") == listed(outside, HEAD, returns="awaited") == 0


def test_concluded_process_is_in_no_figure(outside: Outside):
    process = started(outside)
    conclude_process(outside.ports, CLERK, outside.operation(), process, None)
    panel = read_panel(outside.ports, CLERK)
    assert (panel.types, panel.assignees, panel.labels) == ([], [], [])


def test_phase_counts_after_the_process_left_until_it_is_taken_off(outside: Outside):
    """TRA-12: concluded, it is in no list of the inbox, and still in the chart."""
    phases = (Checkpoint("f1", "Análise"), Checkpoint("f2", "Decisão"))
    outside.memory.things[ArrangementKey(PROTOCOL.id)] = Arrangement(PROTOCOL.id, checkpoints=phases)
    here, gone = started(outside), started(outside)
    for process in (here, gone):
        set_checkpoint(outside.ports, CLERK, outside.operation(), process, "f1")
    conclude_process(outside.ports, CLERK, outside.operation(), gone, None)
    panel = read_panel(outside.ports, CLERK)
    assert [(each.name, each.count) for each in panel.checkpoints] == [("Análise", 1)]
    assert [(each.name, each.count) for each in panel.checkpoints_left] == [("Análise", 1)]
    reopen_process(outside.ports, CLERK, outside.operation(), gone)
    set_checkpoint(outside.ports, CLERK, outside.operation(), gone, None)
    conclude_process(outside.ports, CLERK, outside.operation(), gone, None)
    assert read_panel(outside.ports, CLERK).checkpoints_left == []


def test_counter_that_fell_to_zero_or_lost_its_name_is_not_shown():
    counts = {"due:2026-12-01": 2, "due:2026-11-01": 0, "due:concluded": 1, "label:l1": 3}
    assert due_by_status(counts, "due", date(2026, 12, 30)) == Due(overdue=2)


def test_figures_of_a_process_say_everything_once(outside: Outside):
    process = outside.memory.process(started(outside))
    assert figures(process, process.presences["semad-prot"]) == {
        "type:pedido",
        "label:none",
        "checkpoint:none",
        "assignee:none",
    }


def test_panel_costs_the_same_however_many_there_are(outside: Outside):
    def calls() -> int:
        outside.memory.calls = 0
        read_panel(outside.ports, CLERK)
        return outside.memory.calls

    few = calls()
    for _ in range(30):
        started(outside)
    assert calls() == few == 3


def test_who_only_cares_for_the_system_sees_no_panel(outside: Outside):
    with pytest.raises(Forbidden):
        read_panel(outside.ports, TECHNICIAN)
