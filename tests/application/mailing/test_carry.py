"""E-mails are carried at most once, and none is forgotten, wherever who carries them dies (DOC-22, TRA-01)."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from chalicelib.application.mailing.carry import StillWaiting, carry_mails
from chalicelib.application.mailing.ports import CarrierRefused, CarrierSilent, NotCarried
from chalicelib.domain.mail import CARRYING, Attachment, Mail, MailState
from tests.application.mailing.post import Death, Post
from tests.domain.mail_examples import LETTER


def waiting() -> Post:
    attached = replace(LETTER, id="m2", attachments=(Attachment("um.pdf", "application/pdf", 3, "k1"),))
    return Post({"m1": LETTER, "m2": attached})


def test_what_waits_is_carried_with_its_files_and_only_once() -> None:
    post = waiting()
    assert carry_mails(post.outside(), "p1") == 2
    assert carry_mails(post.outside(), "p1") == 0
    assert post.delivered == [("m1", []), ("m2", [b"one"])]
    assert {mail.state for mail in post.mails.values()} == {MailState.SENT}
    assert post.mails["m1"].receipt == "receipt of m1"


@pytest.mark.parametrize("moment", ["dies_before", "dies_after"])
@pytest.mark.parametrize("k", range(1, 8))
def test_whoever_dies_at_any_call_nothing_is_sent_twice_nor_forgotten(moment: str, k: int) -> None:
    post = waiting()
    setattr(post, moment, k)
    with pytest.raises(Death):
        carry_mails(post.outside(), "p1")
    post.dies_before = post.dies_after = -1
    try:
        carry_mails(post.outside(), "p1")
    except StillWaiting:
        post.now += CARRYING
        carry_mails(post.outside(), "p1")
    sent = [identifier for identifier, _ in post.delivered]
    assert len(sent) == len(set(sent)), "sent twice"
    for mail in post.mails.values():
        assert mail.state in (MailState.SENT, MailState.UNCONFIRMED)
        assert mail.state is MailState.UNCONFIRMED or mail.id in sent


def test_a_carrier_that_is_away_leaves_it_waiting_for_the_next_delivery() -> None:
    post = waiting()
    post.answer = NotCarried("ThrottlingException")
    with pytest.raises(StillWaiting):
        carry_mails(post.outside(), "p1")
    assert {mail.state for mail in post.mails.values()} == {MailState.WAITING}
    post.answer = None
    assert carry_mails(post.outside(), "p1") == 2


@pytest.mark.parametrize(
    ("answer", "state", "reason"),
    [
        (CarrierRefused("Remetente não habilitado."), MailState.REFUSED, "Remetente não habilitado."),
        (CarrierSilent(), MailState.UNCONFIRMED, None),
    ],
)
def test_what_the_carrier_will_not_take_or_does_not_answer_is_told_and_not_tried_again(
    answer, state, reason
) -> None:
    post = waiting()
    post.answer = answer
    carry_mails(post.outside(), "p1")
    assert [(mail.state, mail.reason) for mail in post.mails.values()] == [(state, reason)] * 2
    post.answer = None
    assert carry_mails(post.outside(), "p1") == 0
    assert post.delivered == []


def test_one_that_somebody_else_carries_right_now_is_left_to_them() -> None:
    post = Post({"m1": LETTER})
    outside = post.outside()
    inner = post.carry

    def carry(mail: Mail, files: Sequence[bytes]) -> str:
        with pytest.raises(StillWaiting):
            carry_mails(outside, "p1")
        return inner(mail, files)

    post.carry = carry
    assert carry_mails(outside, "p1") == 1
    assert len(post.delivered) == 1
