"""How guessing is slowed down (ACC-01, DOC-15, security.md §1.5), under a clock of the test's."""

from datetime import timedelta

import pytest

from chalicelib.domain.errors import TooManyAttempts
from chalicelib.domain.login import check_attempts, network, wait_seconds
from tests.fakes.city import START


def test_first_five_mistakes_cost_nothing():
    assert [wait_seconds(failures) for failures in range(5)] == [0] * 5


def test_wait_doubles_up_to_fifteen_minutes_and_is_never_for_ever():
    waits = [wait_seconds(failures) for failures in range(5, 13)]
    assert waits == [15, 30, 60, 120, 240, 480, 900, 900]
    assert wait_seconds(10**6) == 900


def test_sixth_guess_waits_and_is_told_for_how_long():
    with pytest.raises(TooManyAttempts) as refusal:
        check_attempts([(5, START)], START + timedelta(seconds=5))
    assert refusal.value.retry_after == 10
    assert "10 segundos" in refusal.value.message


def test_wait_ends_by_itself():
    check_attempts([(5, START)], START + timedelta(seconds=15))
    with pytest.raises(TooManyAttempts):
        check_attempts([(5, START)], START + timedelta(seconds=14.5))


def test_longest_wait_of_account_and_network_holds():
    with pytest.raises(TooManyAttempts) as refusal:
        check_attempts([(5, START), (32, START)], START)
    assert refusal.value.retry_after == 60


def test_mistakes_of_a_building_behind_one_address_make_nobody_wait():
    check_attempts([(0, None), (29, START)], START)
    with pytest.raises(TooManyAttempts):
        check_attempts([(0, None), (30, START)], START)


def test_who_never_failed_does_not_wait():
    check_attempts([], START)
    check_attempts([(0, None), (4, START)], START)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("200.144.10.1", "200.144.10.254"),
        ("2804:14c:5b1:8a5d::1", "2804:14c:5b1:8a5d:ffff:1:2:3"),
        ("2804:14c::1", "2804:014c:0:0:9:9:9:9"),
        ("::ffff:200.144.10.1", "200.144.10.9"),
    ],
)
def test_one_guesser_with_many_addresses_is_one_network(one, other):
    assert network(one) == network(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("200.144.10.1", "200.144.11.1"),
        ("2804:14c:5b1:8a5d::1", "2804:14c:5b1:8a5e::1"),
        ("2804:14c::1", "2804:14c:0:1::1"),
    ],
)
def test_neighbours_are_other_networks(one, other):
    assert network(one) != network(other)


@pytest.mark.parametrize("address", ["", "unknown", "1.2.3", "#", "::g"])
def test_what_is_no_address_counts_as_one_network(address):
    assert network(address) == "local"
