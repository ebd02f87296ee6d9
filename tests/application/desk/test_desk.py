"""Organising the unit's processes (TRA-08, TRA-09, TRA-11, TRA-12, TRA-15)."""

from dataclasses import replace
from datetime import date

import pytest

from chalicelib.application.arrangement.change_label import LabelChanges, change_label
from chalicelib.application.arrangement.create_label import create_label
from chalicelib.application.arrangement.define_checkpoints import define_checkpoints
from chalicelib.application.arrangement.delete_label import delete_label
from chalicelib.application.arrangement.read_arrangement import read_arrangement
from chalicelib.application.desk.attach_label import attach_label
from chalicelib.application.desk.conclude_deadline import conclude_deadline
from chalicelib.application.desk.detach_label import detach_label
from chalicelib.application.desk.move_label import move_label
from chalicelib.application.desk.read_desk import read_desk
from chalicelib.application.desk.set_checkpoint import set_checkpoint
from chalicelib.application.desk.set_deadline import set_deadline
from chalicelib.application.desk.write_note import NoteForm, write_note
from chalicelib.application.inbox.read import read_inbox
from chalicelib.application.ports import InboxFilter
from chalicelib.domain.access import Profile
from chalicelib.domain.arrangement import Checkpoint, Colour
from chalicelib.domain.deadline import InDays, OnDate
from chalicelib.domain.errors import Conflict, Forbidden, NotFound, Refused
from tests.application.under_way import CHIEF, CLERK, HEAD, TECHNICIAN, invalid, received, refused, started
from tests.fakes.city import ANA, PROTOCOL, at_work
from tests.fakes.outside import Outside

ADMINISTRATOR = at_work(ANA, PROTOCOL, Profile.ADMINISTRATOR)


def label(outside: Outside, name: str = "Urgente", actor=CLERK) -> str:
    return str(create_label(outside.ports, actor, outside.operation(), name, Colour.RED)["id"])


def phases(outside: Outside) -> list[str]:
    wanted = [Checkpoint("", "Análise"), Checkpoint("", "Decisão")]
    define_checkpoints(outside.ports, ADMINISTRATOR, outside.operation(), PROTOCOL.id, wanted)
    return [each.id for each in read_arrangement(outside.ports, CLERK).checkpoints]


def shown(outside: Outside, due: str | None = None, **wanted: str) -> list[str]:
    page = read_inbox(outside.ports, CLERK, InboxFilter(**wanted), None, due).page
    return [row.process for row in page.items]


def test_inbox_row_shows_what_the_unit_keeps(outside: Outside):
    process, urgent = started(outside), label(outside)
    write_note(outside.ports, CLERK, outside.operation(), process, NoteForm("Ligar", True))
    attach_label(outside.ports, CLERK, outside.operation(), process, urgent, "Sexta")
    set_deadline(outside.ports, CLERK, outside.operation(), process, OnDate(date(2026, 12, 10)))
    (row,) = read_inbox(outside.ports, CLERK, InboxFilter(), None).page.items
    assert row.desk.note is not None
    assert (row.desk.note.text, row.desk.labels[0].text) == ("Ligar", "Sexta")
    assert row.desk.deadline is not None


def test_other_unit_sees_nothing_of_it(outside: Outside):
    process = received(outside, keep_open=True)
    write_note(outside.ports, HEAD, outside.operation(), process, NoteForm("Só nossa"))
    assert read_desk(outside.ports, CLERK, process).desk.note is None
    assert read_desk(outside.ports, HEAD, process).desk.note is not None
    assert read_desk(outside.ports, CLERK, process).log == []


def test_nothing_of_it_enters_the_history(outside: Outside):
    process, urgent = started(outside), label(outside)
    before = outside.memory.sentences(process)
    attach_label(outside.ports, CLERK, outside.operation(), process, urgent, "")
    write_note(outside.ports, CLERK, outside.operation(), process, NoteForm("Ligar"))
    set_checkpoint(outside.ports, CLERK, outside.operation(), process, phases(outside)[0])
    assert outside.memory.sentences(process) == before


def test_colleagues_do_not_overwrite_each_other_s_note_unseen(outside: Outside):
    process = started(outside)
    first = NoteForm("Ligar", expected=None, compares=True)
    write_note(outside.ports, CLERK, outside.operation(), process, first)
    with refused("note_changed", Conflict):
        write_note(outside.ports, CHIEF, outside.operation(), process, replace(first, text="Outra"))
    seen = NoteForm("Outra", expected=outside.now, compares=True)
    write_note(outside.ports, CHIEF, outside.operation(), process, seen)


def test_log_is_the_unit_s_and_tells_the_newest_first(outside: Outside):
    process, urgent = started(outside), label(outside)
    attach_label(outside.ports, CLERK, outside.operation(), process, urgent, "")
    write_note(outside.ports, CLERK, outside.operation(), process, NoteForm("Ligar"))
    detach_label(outside.ports, CHIEF, outside.operation(), process, urgent)
    log = read_desk(outside.ports, CLERK, process).log
    assert [(line.sentence(), line.by.name) for line in log] == [
        ("Marcador retirado: Urgente", "Carlos Moura"),
        ("Marcador incluído: Urgente", "Ana Lima"),
    ]


def test_renamed_label_is_renamed_everywhere(outside: Outside):
    process, urgent = started(outside), label(outside)
    attach_label(outside.ports, CLERK, outside.operation(), process, urgent, "")
    change_label(outside.ports, CLERK, outside.operation(), urgent, LabelChanges(name="Para ontem"))
    inbox = read_inbox(outside.ports, CLERK, InboxFilter(), None)
    assert inbox.arrangement.label(inbox.page.items[0].desk.labels[0].label).name == "Para ontem"


def test_label_that_was_put_on_a_process_cannot_be_deleted(outside: Outside):
    process, urgent = started(outside), label(outside)
    attach_label(outside.ports, CLERK, outside.operation(), process, urgent, "")
    detach_label(outside.ports, CLERK, outside.operation(), process, urgent)
    with refused("label_used", Refused):
        delete_label(outside.ports, CLERK, outside.operation(), urgent)
    delete_label(outside.ports, CLERK, outside.operation(), label(outside, "Sem uso"))


def test_label_deleted_while_it_is_being_put_on_a_process_is_not_put(outside: Outside):
    process, urgent = started(outside), label(outside)

    def meanwhile() -> None:
        outside.memory.interrupt = lambda: None
        delete_label(outside.ports, CHIEF, outside.operation(), urgent)

    outside.memory.interrupt = meanwhile
    with refused("label_not_found", NotFound):
        attach_label(outside.ports, CLERK, outside.operation(), process, urgent, "")
    assert read_desk(outside.ports, CLERK, process).desk.labels == ()


def test_label_of_another_unit_is_not_found(outside: Outside):
    process, theirs = started(outside), label(outside, "Deles", HEAD)
    with refused("label_not_found", NotFound):
        attach_label(outside.ports, CLERK, outside.operation(), process, theirs, "")


def test_inactive_label_is_not_put_but_is_taken_off(outside: Outside):
    process, urgent = started(outside), label(outside)
    attach_label(outside.ports, CLERK, outside.operation(), process, urgent, "")
    change_label(outside.ports, CLERK, outside.operation(), urgent, LabelChanges(active=False))
    with refused("label_inactive", Refused):
        attach_label(outside.ports, CLERK, outside.operation(), started(outside), urgent, "")
    move_label(outside.ports, CLERK, outside.operation(), process, urgent, None)
    assert read_desk(outside.ports, CLERK, process).desk.labels == ()


@pytest.mark.parametrize(
    ("rule", "due"),
    [
        (OnDate(date(2026, 12, 10)), date(2026, 12, 10)),
        (InDays(5), date(2026, 11, 28)),
        # Monday 23 + 4 business days, where the city of the fakes rests on Friday 27.
        (InDays(4, business=True), date(2026, 11, 30)),
    ],
)
def test_deadline_counts_by_the_agency_s_calendar(outside: Outside, rule, due: date):
    process = started(outside)
    set_deadline(outside.ports, CLERK, outside.operation(), process, rule)
    deadline = read_desk(outside.ports, CLERK, process).desk.deadline
    assert deadline is not None
    assert deadline.due == due


def test_deadline_in_the_past_is_refused(outside: Outside):
    with invalid(("deadline", "date_in_the_past")):
        rule = OnDate(date(2026, 11, 22))
        set_deadline(outside.ports, CLERK, outside.operation(), started(outside), rule)


def test_inbox_is_filtered_by_label_by_phase_and_by_deadline_at_once(outside: Outside):
    urgent, (first, second) = label(outside), phases(outside)
    one, two, three = (started(outside) for _ in range(3))
    for process in (one, two):
        attach_label(outside.ports, CLERK, outside.operation(), process, urgent, "")
    set_checkpoint(outside.ports, CLERK, outside.operation(), one, first)
    set_checkpoint(outside.ports, CLERK, outside.operation(), three, second)
    assert set(shown(outside, label=urgent)) == {one, two}
    assert shown(outside, label="none") == [three]
    assert shown(outside, label=urgent, checkpoint=first) == [one]
    assert shown(outside, checkpoint="none") == [two]
    assert shown(outside, label="none", checkpoint=first) == []


def test_inbox_is_filtered_by_what_is_due(outside: Outside):
    soon, later, done = (started(outside) for _ in range(3))
    for process, days in ((soon, 2), (later, 9), (done, 2)):
        set_deadline(outside.ports, CLERK, outside.operation(), process, InDays(days))
    conclude_deadline(outside.ports, CLERK, outside.operation(), done)
    started(outside)
    assert set(shown(outside, "any")) == {soon, later}
    assert shown(outside, "soon") == [soon]
    assert shown(outside, "overdue") == []
    outside.later(days=3)
    assert shown(outside, "overdue") == [soon]


def test_who_only_cares_for_the_system_arranges_nothing_of_the_unit(outside: Outside):
    for act in (
        lambda: label(outside, actor=TECHNICIAN),
        lambda: read_arrangement(outside.ports, TECHNICIAN),
        lambda: read_arrangement(outside.ports, CLERK, PROTOCOL.id),
        lambda: define_checkpoints(outside.ports, CLERK, outside.operation(), PROTOCOL.id, []),
    ):
        with pytest.raises(Forbidden):
            act()
    with pytest.raises(NotFound):
        define_checkpoints(outside.ports, ADMINISTRATOR, outside.operation(), "nenhuma", [])


def test_what_is_invisible_is_not_organised(outside: Outside):
    with pytest.raises(NotFound):
        write_note(outside.ports, CLERK, outside.operation(), "nenhum", NoteForm("x"))
    process = received(outside)
    with refused("process_not_open_here"):
        write_note(outside.ports, CLERK, outside.operation(), process, NoteForm("x"))
