"""The link by which a person makes the password leaves once, and is kept nowhere as it is (ACC-01, ACC-08)."""

import hashlib

import pytest

from chalicelib.application.mailing.carry import StillWaiting
from chalicelib.application.mailing.carry_link import carry_link
from chalicelib.application.mailing.ports import CarrierRefused, CarrierSilent, NotCarried
from chalicelib.domain.errors import Refused
from chalicelib.domain.mail import CARRYING
from chalicelib.domain.password_link import LinkPurpose, LinkState, PasswordLink, check_link, ordered, used
from tests.application.mailing.post import Death, Post
from tests.domain.test_password_link import LETTER, PERSON


def waiting() -> Post:
    return Post(link=ordered(None, PERSON, LinkPurpose.FIRST_ACCESS, LETTER))


def kept(post: Post) -> PasswordLink:
    assert post.link is not None
    return post.link


def carry(post: Post) -> int:
    return carry_link(post.outside(), "account.0")


def secrets_of(post: Post) -> list[str]:
    """Of each e-mail that left."""
    return [letter.text.partition("/senha#nilo.novais.")[2] for letter in post.letters]


def opens(post: Post, secret: str) -> bool:
    try:
        check_link(post.link, PERSON, hashlib.sha256(secret.encode()).hexdigest(), post.now)
    except Refused:
        return False
    return True


def test_link_leaves_once_and_only_its_digest_is_kept() -> None:
    post = waiting()
    assert carry(post) == 1
    assert carry(post) == 0
    (secret,) = secrets_of(post)
    assert len(secret) >= 43
    assert secret not in repr(post.link)
    assert opens(post, secret)
    assert kept(post).state is LinkState.SENT


@pytest.mark.parametrize("moment", ["dies_before", "dies_after"])
@pytest.mark.parametrize("k", range(1, 5))
def test_whoever_dies_at_any_call_the_last_e_mail_that_came_opens(moment: str, k: int) -> None:
    post = waiting()
    setattr(post, moment, k)
    with pytest.raises(Death):
        carry(post)
    post.dies_before = post.dies_after = -1
    try:
        carry(post)
    except StillWaiting:
        post.now += CARRYING
        carry(post)
    sent = secrets_of(post)
    assert opens(post, sent[-1])
    assert [opens(post, secret) for secret in sent[:-1]] == [False] * (len(sent) - 1)


def test_carrier_that_is_away_leaves_it_for_the_next_delivery() -> None:
    post = waiting()
    post.answer = NotCarried("away")
    with pytest.raises(StillWaiting):
        carry(post)
    assert kept(post).state is LinkState.WAITING
    post.answer = None
    assert carry(post) == 1


def test_what_the_carrier_refuses_is_not_tried_again_and_says_why() -> None:
    post = waiting()
    post.answer = CarrierRefused("O endereço não existe.")
    assert carry(post) == 0
    assert carry(post) == 0
    assert (kept(post).state, kept(post).reason) == (LinkState.REFUSED, "O endereço não existe.")


def test_link_that_may_have_arrived_stays_good() -> None:
    post = waiting()
    post.answer = CarrierSilent()
    assert carry(post) == 1
    assert kept(post).digest


def test_nothing_leaves_for_a_person_without_an_order_or_whose_link_was_used() -> None:
    nobody = Post()
    assert carry(nobody) == 0
    done = waiting()
    done.link = used(kept(done), done.now)
    assert carry(done) == 0
    assert nobody.letters == done.letters == []


def test_who_orders_anew_while_it_leaves_gets_the_new_one() -> None:
    post = waiting()
    older = kept(post)
    post.link = ordered(older, PERSON, LinkPurpose.RESET, LETTER)
    read = post.of
    post.of = lambda _: older  # type: ignore[method-assign]
    with pytest.raises(StillWaiting):
        carry(post)
    assert post.letters == []
    post.of = read  # type: ignore[method-assign]
    assert carry(post) == 1
