"""Users, sessions, accesses and failed attempts in their tables: ACC-01, ACC-04, ACC-09."""

from dataclasses import replace
from datetime import timedelta

import pytest

from chalicelib.adapters.dynamodb.identity import DynamoIdentity, save_user
from chalicelib.adapters.dynamodb.reader import DynamoReader
from chalicelib.domain.identity import Grant, Session, User
from chalicelib.domain.organisation import Person
from tests.fakes.city import START


@pytest.fixture
def identity(connection):
    return DynamoIdentity(connection)


@pytest.fixture
def ana(tenant):
    user = User("ana.lima", tenant, "Ana Lima", "pmu", "", (Grant("prot", "basic"), Grant("rh", "basic")))
    save_user(user, "hash")
    return user


def opened(identity, user, digest="d1", hours=0, **changes):
    at = START + timedelta(hours=hours)
    session = Session(
        digest, user.tenant, user.id, "prot", 0, at, at, at + timedelta(hours=10), "1.2.3.4", "Firefox"
    )
    session = replace(session, **changes)
    identity.open(session)
    return session


def test_user_comes_back_with_the_password(identity, ana, tenant):
    assert identity.user(tenant, "ana.lima") == (ana, "hash")
    assert identity.user(tenant, "ninguem") == (None, None)
    assert identity.user(tenant + "x", "ana.lima") == (None, None)


def test_user_written_without_a_password_keeps_the_one_before(identity, ana, tenant):
    blocked = replace(ana, blocked=True)
    save_user(blocked, None)
    assert identity.user(tenant, "ana.lima") == (blocked, "hash")


def test_units_list_their_people_and_forget_who_left(connection, ana, tenant):
    reader = DynamoReader(connection, tenant)
    assert reader.users_of_unit("rh") == [Person("ana.lima", "Ana Lima")]
    save_user(replace(ana, grants=(Grant("prot", "basic"),)), None)
    assert reader.users_of_unit("rh") == []
    assert reader.users_of_unit("prot") == [Person("ana.lima", "Ana Lima")]


def test_session_is_resumed_with_its_user(identity, ana, tenant):
    session = opened(identity, ana)
    assert identity.resume(tenant, "ana.lima", "d1") == (session, ana)
    assert identity.resume(tenant, "ana.lima", "d2") == (None, ana)
    assert identity.resume(tenant, "outra", "d1") == (None, None)


def test_session_remembers_its_last_use_and_its_unit(identity, ana, tenant):
    session = opened(identity, ana)
    later = START + timedelta(minutes=9)
    identity.choose_unit(replace(session, unit="rh", last_used_at=later))
    identity.touch(replace(session, last_used_at=later + timedelta(minutes=1)))
    found, _ = identity.resume(tenant, "ana.lima", "d1")
    assert (found.unit, found.last_used_at) == ("rh", later + timedelta(minutes=1))


def test_closed_session_stays_closed_whoever_still_uses_it(identity, ana, tenant):
    session = opened(identity, ana)
    identity.close(session)
    identity.touch(session)
    identity.choose_unit(session)
    identity.close(session)
    assert identity.resume(tenant, "ana.lima", "d1") == (None, ana)


def test_accesses_are_the_last_twenty_newest_first_and_outlive_the_session(identity, ana, tenant):
    sessions = [opened(identity, ana, f"d{number}", number) for number in range(22)]
    identity.close(sessions[-1])
    found = identity.accesses(tenant, "ana.lima")
    assert [access.digest for access in found] == [f"d{number}" for number in range(21, 1, -1)]
    assert identity.accesses(tenant, "outra") == []


# Failed attempts


NAMES = ["account.ana.lima", "network.1-2-3"]


def test_failures_are_counted_by_name(identity, tenant):
    assert identity.failures(tenant, NAMES, START) == [(0, None), (0, None)]
    identity.fail(tenant, NAMES, START)
    identity.fail(tenant, NAMES[:1], START + timedelta(seconds=5))
    assert identity.failures(tenant, NAMES, START) == [(2, START + timedelta(seconds=5)), (1, START)]
    assert identity.failures(tenant + "x", NAMES, START) == [(0, None), (0, None)]


def test_forgiven_name_starts_anew_and_the_other_goes_on(identity, tenant):
    identity.fail(tenant, NAMES, START)
    identity.forgive(tenant, NAMES[:1])
    assert [count for count, _ in identity.failures(tenant, NAMES, START)] == [0, 1]
    identity.forgive(tenant, ["nunca.visto"])


def test_failures_are_forgotten_half_an_hour_after_the_last(identity, tenant):
    for _ in range(6):
        identity.fail(tenant, NAMES, START)
    almost = START + timedelta(minutes=29)
    assert identity.failures(tenant, NAMES, almost)[0][0] == 6
    after = START + timedelta(minutes=30)
    assert identity.failures(tenant, NAMES, after) == [(0, None), (0, None)]
    # The row may still be there for days: it must not count on from six.
    identity.fail(tenant, NAMES, after)
    assert identity.failures(tenant, NAMES, after)[0] == (1, after)
