"""Who hears of a sending by e-mail (TRA-01)."""

from dataclasses import replace

import pytest

from chalicelib.domain.errors import InvalidRequest
from chalicelib.domain.notice import audience
from tests.fakes.city import CABINET, PERSONNEL, WORKS


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
