"""Number and date informed by hand (PRO-06)."""

from dataclasses import replace
from datetime import date

import pytest

from chalicelib.domain.informed_number import (
    OWN_MASK,
    Informed,
    InformingRule,
    check_begins,
    check_changes,
    number_shape,
    read_filing_date,
    read_number,
)
from chalicelib.domain.numbering import Codes, format_number, parse_mask
from chalicelib.domain.process import Process
from chalicelib.domain.registering import start
from chalicelib.domain.renumbering import renumber
from tests.fakes.city import MASK, START

from .process_examples import (
    PERSONNEL_HEAD,
    PROTOCOL_CLERK,
    REGISTRATION,
    after,
    invalid,
    refused,
    sent,
    started,
)

FEDERAL = parse_mask(MASK)
TODAY = date(2026, 11, 23)
PAPER = "######/####"
CNJ = parse_mask("@seq_anual_cod_orgao_sip_07d@-@dv_mod97_base10_cnj_2d@.@ano_4d@.2.00.0000")


def good(year: int = 2019, sequence: int = 777) -> str:
    return format_number(FEDERAL, Codes(unit_sei="1101"), year, sequence)


def on_paper(number: str | None = None, filed_on: date = date(2019, 3, 7)) -> Process:
    """Just begun by the protocol unit with the number it had on paper."""
    return start("p1", number or good(), PROTOCOL_CLERK, REGISTRATION, START, filed_on=filed_on).process


@pytest.mark.parametrize(
    ("rule", "begins", "begins_protocol", "changes", "changes_protocol"),
    [
        (InformingRule.OFF, False, False, False, False),
        (InformingRule.ANY_UNIT, True, True, True, True),
        (InformingRule.PROTOCOL, False, True, False, True),
        (InformingRule.PROTOCOL_CHANGES, True, True, False, True),
    ],
)
def test_the_four_values_of_the_city_say_who_informs_and_who_changes(
    rule, begins, begins_protocol, changes, changes_protocol
):
    told = (rule.begins(False), rule.begins(True), rule.changes(False), rule.changes(True))
    assert told == (begins, begins_protocol, changes, changes_protocol)


@pytest.mark.parametrize(
    ("check", "rule", "code"),
    [
        (check_begins, InformingRule.OFF, "number_is_automatic"),
        (check_begins, InformingRule.PROTOCOL, "only_protocol_informs"),
        (check_changes, InformingRule.OFF, "number_is_automatic"),
        (check_changes, InformingRule.PROTOCOL, "only_protocol_changes"),
        (check_changes, InformingRule.PROTOCOL_CHANGES, "only_protocol_changes"),
    ],
)
def test_who_may_not_is_told_why(check, rule, code):
    with refused(code):
        check(rule, False)


def test_number_is_read_with_or_without_its_punctuation():
    number = good()
    assert read_number(FEDERAL, "", f"  {number} ", TODAY) == number
    assert read_number(FEDERAL, "", "".join(filter(str.isdigit, number)), TODAY) == number


def test_number_of_another_unit_is_read_as_well():
    number = format_number(FEDERAL, Codes(unit_sei="99999"), 2004, 12)
    assert read_number(FEDERAL, "", number, TODAY) == number


def test_check_digit_in_the_middle_of_a_number_is_judged():
    number = format_number(CNJ, Codes(agency_sip="1"), 2015, 5908)
    assert read_number(CNJ, "", number, TODAY) == number
    with invalid("number", "check_digit_wrong"):
        read_number(CNJ, "", number.replace("0005908-43", "0005908-44"), TODAY)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("1234/2019", "number_shape"),
        ("", "number_shape"),
        (good().replace("/", "-"), "number_shape"),
        (good() + "0", "number_shape"),
        ("".join(filter(str.isdigit, good()))[:-1], "number_shape"),
        (good()[:-1] + str((int(good()[-1]) + 1) % 10), "check_digit_wrong"),
        (good(2027), "year_in_the_future"),
        ("٠١١٠١.000777/2019-12", "number_shape"),
    ],
)
def test_number_that_is_not_of_the_mask_is_refused_in_its_field(text, code):
    with invalid("number", code):
        read_number(FEDERAL, "", text, TODAY)


def test_refusal_shows_the_form_of_the_number():
    with pytest.raises(Exception) as refusal:
        read_number(FEDERAL, "", "12", TODAY)
    assert refusal.value.errors[0].message == "Escreva o número na forma 00000.000000/0000-00."


def test_city_may_have_a_mask_for_its_paper():
    assert number_shape(FEDERAL, PAPER) == "000000/0000"
    assert read_number(FEDERAL, PAPER, "001234/1998", TODAY) == "001234/1998"
    assert read_number(FEDERAL, PAPER, "0012341998", TODAY) == "001234/1998"
    with invalid("number", "number_shape"):
        read_number(FEDERAL, PAPER, good(), TODAY)


def test_digits_that_the_mask_itself_prints_must_be_there():
    assert read_number(FEDERAL, "17.####", "170042", TODAY) == "17.0042"
    with invalid("number", "number_shape"):
        read_number(FEDERAL, "17.####", "180042", TODAY)


@pytest.mark.parametrize("mask", ["####/####", "17.###-##", "# #"])
def test_mask_of_digits_and_signs_is_a_mask(mask):
    assert OWN_MASK.fullmatch(mask)


@pytest.mark.parametrize("mask", ["", "1234", "PMU/####", "@ano_4d@/####"])
def test_mask_without_places_or_with_letters_is_none(mask):
    assert not OWN_MASK.fullmatch(mask)


def test_filing_date_is_asked_for_and_never_in_the_future():
    assert read_filing_date(TODAY, TODAY) == TODAY
    with invalid("filed_on", "required"):
        read_filing_date(None, TODAY)
    with invalid("filed_on", "in_the_future"):
        read_filing_date(date(2026, 11, 24), TODAY)


def test_process_begins_here_today_and_keeps_the_date_it_has_on_paper():
    process = on_paper()
    assert process.started_at == START
    assert process.informed == Informed(date(2019, 3, 7))
    change = start("p1", good(), PROTOCOL_CLERK, REGISTRATION, START, filed_on=date(2019, 3, 7))
    assert [act.fact.sentence() for act in change.acts] == ["Processo público gerado (autuado em 07/03/2019)"]


def test_change_of_number_and_date_is_told_in_the_history():
    process = on_paper()
    change = renumber(process, PROTOCOL_CLERK, InformingRule.PROTOCOL, good(sequence=778), date(2019, 3, 8), after(1))
    assert [(act.fact.number, act.fact.sentence()) for act in change.acts] == [
        (128, f'Alterado número do processo de "{good()}" para "{good(sequence=778)}"'),
        (129, 'Alterada data de autuação do processo de "07/03/2019" para "08/03/2019"'),
    ]
    assert change.process.nup == good(sequence=778)
    assert change.process.informed == Informed(date(2019, 3, 8), (good(),))


def test_only_what_changed_is_told():
    process = on_paper()
    moved = renumber(process, PROTOCOL_CLERK, InformingRule.PROTOCOL, process.nup, date(2018, 1, 1), after(1))
    assert [act.fact.number for act in moved.acts] == [129]
    with refused("nothing_changed"):
        renumber(process, PROTOCOL_CLERK, InformingRule.PROTOCOL, process.nup, date(2019, 3, 7), after(1))


def test_number_that_comes_back_is_no_longer_a_former_one():
    rule, day = InformingRule.ANY_UNIT, date(2019, 3, 7)
    there = renumber(on_paper(), PROTOCOL_CLERK, rule, good(sequence=778), day, after(1)).process
    back = renumber(there, PROTOCOL_CLERK, rule, good(), day, after(2)).process
    assert (back.nup, back.informed.former) == (good(), (good(sequence=778),))


def test_number_given_by_the_system_never_changes():
    with refused("number_not_informed"):
        renumber(started(), PROTOCOL_CLERK, InformingRule.ANY_UNIT, good(), date(2019, 3, 7), after(1))


def test_unit_where_it_is_not_open_changes_no_number():
    process = replace(sent(), informed=Informed(date(2019, 3, 7)))
    with refused("process_not_open_in_unit"):
        renumber(process, PROTOCOL_CLERK, InformingRule.ANY_UNIT, good(), date(2019, 3, 7), after(1))
    with refused("only_protocol_changes"):
        renumber(process, PERSONNEL_HEAD, InformingRule.PROTOCOL_CHANGES, good(), date(2019, 3, 7), after(1))
