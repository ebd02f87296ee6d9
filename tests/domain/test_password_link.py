"""Links by which people make their own passwords: one at a time, for a while, once (ACC-01, ACC-08)."""

from dataclasses import replace
from datetime import timedelta

import pytest

from chalicelib.domain.errors import Refused
from chalicelib.domain.identity import User
from chalicelib.domain.mail import CARRYING, PersonalMail
from chalicelib.domain.password_link import (
    LIVES,
    LinkPurpose,
    LinkState,
    PasswordLink,
    check_link,
    held_back,
    leaving,
    ordered,
    ordered_too_often,
    refused,
    sent,
    used,
)
from tests.fakes.city import START

PERSON = User("nilo.novais", "ubatuba", "Nilo Novais", "pmu", "nilo@ubatuba.example")
LETTER = PersonalMail("nao-responda@ubatuba.example", "Prefeitura", ("nilo@ubatuba.example",), "Senha", "{link}", START)
DIGEST = "d" * 64


def gone(purpose: LinkPurpose = LinkPurpose.RESET, before: PasswordLink | None = None) -> PasswordLink:
    return sent(leaving(ordered(before, PERSON, purpose, LETTER), DIGEST, START), START)


def refuses(link: PasswordLink | None, user: User | None = PERSON, digest: str = DIGEST, late: timedelta = timedelta()):
    with pytest.raises(Refused) as refusal:
        check_link(link, user, digest, START + late)
    assert refusal.value.code == "link_invalid"
    return refusal.value.message


@pytest.mark.parametrize("purpose", LinkPurpose)
def test_link_opens_until_its_time_is_over(purpose: LinkPurpose):
    link, life = gone(purpose), LIVES[purpose]
    assert check_link(link, PERSON, DIGEST, START + life - timedelta(seconds=1)) == (link, PERSON)
    refuses(link, late=life)


def test_everything_wrong_with_a_link_is_told_by_the_same_words():
    said = {
        refuses(None),
        refuses(None, None),
        refuses(gone(), None),
        refuses(gone(), replace(PERSON, blocked=True)),
        refuses(gone(), digest="e" * 64),
        refuses(gone(), digest=""),
        refuses(gone(), late=timedelta(days=4)),
        refuses(used(gone(), START)),
    }
    assert len(said) == 1


def test_what_was_ordered_anew_takes_the_place_of_what_was_there():
    first = gone()
    second = ordered(first, PERSON, LinkPurpose.RESET, LETTER)
    assert second.revision > first.revision
    refuses(second)


@pytest.mark.parametrize("waits", [held_back, used])
def test_link_without_a_secret_opens_for_nobody_who_shows_none(waits):
    refuses(waits(gone(), START), digest="")


def test_link_is_good_from_the_moment_it_leaves_whoever_dies_meanwhile():
    leaves = leaving(ordered(None, PERSON, LinkPurpose.RESET, LETTER), DIGEST, START)
    assert check_link(leaves, PERSON, DIGEST, START)[0].state is LinkState.SENDING
    assert not leaves.due(START + CARRYING - timedelta(seconds=1))
    assert leaves.due(START + CARRYING)


def test_refused_link_says_why_and_opens_nothing():
    link = refused(gone(), START, "O serviço de e-mail recusou a mensagem.")
    assert link.reason
    refuses(link)
    assert not link.due(START + timedelta(days=1))


def test_fifth_order_of_an_hour_is_too_many_and_the_hour_ends():
    link = None
    for n in range(4):
        assert not ordered_too_often(link, START + timedelta(minutes=n))
        letter = replace(LETTER, at=START + timedelta(minutes=n))
        link = ordered(link, PERSON, LinkPurpose.RESET, letter)
    assert ordered_too_often(link, START + timedelta(minutes=59))
    assert not ordered_too_often(link, START + timedelta(minutes=60))
    later = ordered(link, PERSON, LinkPurpose.RESET, replace(LETTER, at=START + timedelta(minutes=60)))
    assert (later.orders, later.since) == (1, START + timedelta(minutes=60))
