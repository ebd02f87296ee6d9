"""Beginning with a number of its own, changing it, and the counter that reaches it (PRO-05, PRO-06)."""

from dataclasses import replace
from datetime import date

import pytest

from chalicelib.application.find.by_number import find_by_number
from chalicelib.application.processes.change_number import change_number
from chalicelib.application.processes.delete import delete_process
from chalicelib.application.processes.informing import FormerRecord, informable_shape
from chalicelib.application.processes.see import see_process
from chalicelib.application.processes.start import StartForm, start_process
from chalicelib.application.references import CounterKey
from chalicelib.domain.numbering import Codes, format_number, parse_mask
from chalicelib.domain.policy import Action
from tests.application.under_way import CLERK, FORM, HEAD, invalid, refused
from tests.fakes.city import MASK
from tests.fakes.outside import Outside

FILED = date(2019, 3, 7)


def number(sequence: int, year: int = 2019, code: str = "1101") -> str:
    return format_number(parse_mask(MASK), Codes(unit_sei=code), year, sequence)


@pytest.fixture
def city(outside: Outside) -> Outside:
    """Where any unit informs and only the protocol changes."""
    return ruled(outside, "protocol_changes")


def ruled(outside: Outside, rule: str) -> Outside:
    outside.tables = replace(outside.tables, parameters={"informed_number": rule})
    return outside


def begin(outside: Outside, text: str | None = None, actor=CLERK, filed_on: date | None = FILED):
    record = FormerRecord(text, filed_on) if text is not None else None
    form = StartForm(FORM, record=record)
    return start_process(outside.ports, actor, outside.operation(actor.user.id), form)


def change(outside: Outside, process: str, text: str, actor=CLERK, filed_on: date = FILED):
    return change_number(
        outside.ports, actor, outside.operation(actor.user.id), process, FormerRecord(text, filed_on)
    )


def test_paper_process_begins_with_its_number_and_date(city: Outside):
    made = begin(city, number(777))
    assert made["nup"] == number(777)
    process = city.memory.process(made["id"])
    assert (process.informed.filed_on, process.started_at) == (FILED, city.now)


def test_informed_number_never_moves_the_counter(city: Outside):
    first = begin(city)["nup"]
    begin(city, number(40, 2026))
    assert (first, begin(city)["nup"]) == (number(1, 2026), number(2, 2026))


@pytest.mark.parametrize("informed", [(1,), (2, 3, 4), tuple(range(2, 80))])
def test_counter_passes_over_the_numbers_that_were_informed_and_leaves_none_out(city: Outside, informed):
    for sequence in informed:
        begin(city, number(sequence, 2026))
    given = [begin(city)["nup"] for _ in range(4)]
    free = [sequence for sequence in range(1, 90) if sequence not in informed]
    assert given == [number(sequence, 2026) for sequence in free[:4]]


def test_number_informed_between_reading_and_writing_costs_the_counter_nothing(city: Outside):
    turns = iter([True])

    def meanwhile() -> None:
        if next(turns, False):
            begin(city, number(1, 2026), HEAD)

    city.memory.interrupt = meanwhile
    assert begin(city)["nup"] == number(2, 2026)


def test_counter_at_its_end_says_so_even_after_a_lost_race(city: Outside):
    city.memory.things[CounterKey("nup.unidade_sei.1101.2026")] = 999_998
    begin(city, number(999_999, 2026))
    with refused("sequence_exhausted"):
        begin(city)


def test_number_in_use_is_refused_whoever_has_it(city: Outside):
    taken = begin(city)["nup"]
    begin(city, number(777))
    for text in (taken, number(777)):
        with invalid(("number", "number_taken")):
            begin(city, text, HEAD)


def test_number_that_a_deleted_process_got_from_the_system_stays_taken(city: Outside):
    made = begin(city)
    delete_process(city.ports, CLERK, city.operation(CLERK.user.id), made["id"])
    with invalid(("number", "number_taken")):
        begin(city, made["nup"])


def test_informed_numbers_of_a_deleted_process_may_be_informed_again(city: Outside):
    made = begin(city, number(777))
    change(city, made["id"], number(778))
    delete_process(city.ports, CLERK, city.operation(CLERK.user.id), made["id"])
    assert [begin(city, number(sequence))["nup"] for sequence in (777, 778)] == [number(777), number(778)]


def test_one_of_number_and_date_does_not_come_alone(city: Outside):
    with invalid(("filed_on", "required")):
        begin(city, number(777), filed_on=None)
    with invalid(("number", "number_shape")):
        begin(city, "")


@pytest.mark.parametrize(
    ("rule", "actor", "code"),
    [("off", CLERK, "number_is_automatic"), ("protocol", HEAD, "only_protocol_informs")],
)
def test_unit_that_may_not_inform_is_refused_and_sees_no_field(outside: Outside, rule, actor, code):
    city = ruled(outside, rule)
    assert informable_shape(city.ports, actor) is None
    with refused(code):
        begin(city, number(777), actor)


def test_unit_that_may_inform_is_told_the_form_of_the_number(city: Outside):
    assert informable_shape(city.ports, HEAD) == "00000.000000/0000-00"


def test_process_is_found_by_the_number_it_has_and_by_those_it_had(city: Outside):
    made = begin(city, number(777))
    assert change(city, made["id"], number(778))["nup"] == number(778)
    for text in (number(777), number(778)):
        found = find_by_number(city.ports, CLERK, text)
        assert (found.process, found.title) == (made["id"], number(778))


def test_former_number_is_of_no_other_process_and_may_come_back_to_its_own(city: Outside):
    made = begin(city, number(777))
    change(city, made["id"], number(778))
    with invalid(("number", "number_taken")):
        begin(city, number(777))
    other = begin(city, number(900))
    with invalid(("number", "number_taken")):
        change(city, other["id"], number(778))
    assert change(city, made["id"], number(777))["nup"] == number(777)


def test_screen_offers_the_change_only_where_it_is_possible(city: Outside):
    on_paper, automatic = begin(city, number(777)), begin(city)
    answers = [
        see_process(city.ports, CLERK, made["id"]).actions[Action.PROCESS_RENUMBER] for made in (on_paper, automatic)
    ]
    assert [(one.allowed, one.code) for one in answers] == [(True, None), (False, "number_not_informed")]
    theirs = begin(city, number(778), HEAD)
    seen = see_process(city.ports, HEAD, theirs["id"]).actions[Action.PROCESS_RENUMBER]
    assert (seen.allowed, seen.code) == (False, "only_protocol_changes")
    with refused("only_protocol_changes"):
        change(city, theirs["id"], number(779), HEAD)
