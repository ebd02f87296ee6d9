"""Who hears by e-mail of a sending (TRA-01), and of what becomes due (TRA-03, issue 4 §8)."""

from dataclasses import replace

import pytest

from chalicelib.domain.errors import InvalidRequest
from chalicelib.domain.handling import assign
from chalicelib.domain.identity import User
from chalicelib.domain.notice import addresses, audience, in_charge
from tests.domain.process_examples import PERSONNEL_HEAD, after, received
from tests.fakes.city import CABINET, MARINA, PERSONNEL, PROTOCOL, TENANT, WORKS


def test_each_unit_is_told_at_its_first_address_and_those_without_one_are_named():
    told = audience((PERSONNEL, WORKS, CABINET))
    assert told.addresses == ("rh@ubatuba.example", "gab@ubatuba.example")
    assert (told.told, told.silent) == ((PERSONNEL, CABINET), (WORKS,))


def test_units_that_share_an_address_get_one_email():
    shared = replace(CABINET, mailboxes=PERSONNEL.mailboxes)
    assert audience((PERSONNEL, shared)).addresses == ("rh@ubatuba.example",)


def test_a_notice_that_would_reach_nobody_is_refused():
    with pytest.raises(InvalidRequest) as refused:
        audience((WORKS,))
    assert [(one.field, one.code) for one in refused.value.errors] == [
        ("notify_by_email", "nobody_to_notify")
    ]


def test_who_the_process_was_given_to_is_told_in_person_while_it_is_open_there():
    process = assign(received(keep_open=True), PERSONNEL_HEAD, MARINA, after(3)).process
    assert in_charge(process, [PROTOCOL.id, PERSONNEL.id, WORKS.id]) == (MARINA,)
    assert in_charge(process, [PROTOCOL.id]) == ()


def test_due_work_is_told_to_the_unit_and_to_the_person_at_each_address_once():
    marina = User("marina.costa", TENANT, "Marina Costa", "pmu", "marina@ubatuba.example")
    assert addresses([PERSONNEL, WORKS], [marina]) == ("rh@ubatuba.example", "marina@ubatuba.example")
    same = replace(marina, email="rh@ubatuba.example")
    assert addresses([PERSONNEL], [same]) == ("rh@ubatuba.example",)


def test_nobody_is_told_who_may_not_enter_nor_a_unit_that_was_closed():
    blocked = User("marina.costa", TENANT, "Marina Costa", "pmu", "marina@ubatuba.example", blocked=True)
    silent = replace(blocked, blocked=False, email="")
    assert addresses([replace(PERSONNEL, active=False)], [blocked, silent]) == ()
