"""An e-mail on its way: who it may go to, and what is known of it (DOC-22)."""

from datetime import timedelta

import pytest

from chalicelib.domain.errors import InvalidRequest
from chalicelib.domain.mail import CARRYING, MailState, check_addresses, moved
from tests.domain.mail_examples import LETTER
from tests.fakes.city import START


@pytest.mark.parametrize(
    "address", ["eva", "eva@", "@x.br", "eva@x", "e v@x.br", "eva@x.br\nBcc: y@z.br", "eva@x..br"]
)
def test_what_is_no_address_is_refused_with_its_place(address: str) -> None:
    with pytest.raises(InvalidRequest) as refused:
        check_addresses(to=("ana@ubatuba.example", address))
    assert [(each.field, each.code) for each in refused.value.errors] == [("to.1", "address_invalid")]


def test_somebody_must_receive_it_and_not_a_crowd() -> None:
    with pytest.raises(InvalidRequest) as nobody:
        check_addresses(to=(), copies=())
    assert nobody.value.errors[0].code == "required"
    with pytest.raises(InvalidRequest) as crowd:
        check_addresses(to=("ana@ubatuba.example",) * 40, blind=("eva@example.com",) * 11)
    assert crowd.value.errors[0].code == "too_many_addresses"


def test_addresses_as_people_write_them_pass() -> None:
    check_addresses(to=("Eva.Maria+x@mail.ubatuba.sp.gov.br",), copies=("a@b.co",))


def test_who_carries_it_has_two_minutes_to_tell() -> None:
    sending = moved(LETTER, MailState.SENDING, START)
    assert not sending.abandoned(START + CARRYING - timedelta(seconds=1))
    assert sending.abandoned(START + CARRYING)
    assert not LETTER.abandoned(START + timedelta(days=9))
    assert (LETTER.open, sending.open) == (True, True)
    assert not moved(sending, MailState.SENT, START, receipt="1").open


def test_each_step_is_another_revision() -> None:
    sent = moved(moved(LETTER, MailState.SENDING, START), MailState.SENT, START, receipt="ses-1")
    assert (sent.revision, sent.receipt, sent.reason) == (3, "ses-1", None)
