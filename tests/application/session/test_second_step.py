"""The second step of a login, with people and tables in memory: ACC-02 (security.md §1.5)."""

from dataclasses import replace
from datetime import timedelta

import pytest

from chalicelib.application.session.open import Credentials, SessionTerms, open_session
from chalicelib.domain.errors import TooManyAttempts, Unauthenticated
from chalicelib.domain.identity import Session, Strength
from chalicelib.domain.second_factor import SecondFactor, code_at, recovery_digest, step_at
from tests.fakes.city import START
from tests.fakes.outside import Outside
from tests.fakes.people import SECRET

SEED = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
HOME = Credentials("ana.lima", SECRET, None, "200.144.10.7", "Firefox")
LIFE = 36_000


@pytest.fixture(autouse=True)
def enrolled(outside: Outside) -> SecondFactor:
    outside.identity.hire()
    factor = SecondFactor("f1", "ana.lima", SEED, START, START, recovery=(recovery_digest("abcde-fghij"),))
    outside.identity.factors["ana.lima"] = factor
    return factor


def enter(outside: Outside, code: str = "", purpose: str = "k1", trusted: str = "", **more: str) -> Session:
    terms = SessionTerms("d1", LIFE, purpose, trusted)
    return open_session(outside.ports, replace(HOME, one_time_code=code, **more), terms)[0]


def refused(outside: Outside, *given: str, **more: str) -> str:
    with pytest.raises(Unauthenticated) as refusal:
        enter(outside, *given, **more)
    return refusal.value.code


def code(outside: Outside) -> str:
    return code_at(SEED, step_at(outside.now))


def test_nothing_is_open_before_both_steps(outside: Outside):
    assert refused(outside) == "one_time_code_required"
    assert refused(outside, "000000") == "wrong_code"
    assert outside.identity.open_ones == {}
    assert enter(outside, code(outside)).strength is Strength.SECOND_FACTOR


def test_wrong_password_is_answered_as_ever_whatever_the_code(outside: Outside):
    assert refused(outside, code(outside), password="errada") == "invalid_credentials"
    assert refused(outside, code(outside), login="ninguem") == "invalid_credentials"


def test_code_that_entered_enters_no_more_but_in_the_very_same_request(outside: Outside):
    shown = code(outside)
    enter(outside, shown, "k1")
    assert refused(outside, shown, "k2") == "wrong_code"
    assert enter(outside, shown, "k1").strength is Strength.SECOND_FACTOR


def test_code_spent_by_somebody_else_at_the_same_moment_opens_nothing(outside: Outside, monkeypatch):
    genuine = outside.identity.account

    def overtaken(*given: str):
        found = genuine(*given)
        outside.identity.factors["ana.lima"] = replace(found.factor, revision=found.factor.revision + 1)
        return found

    monkeypatch.setattr(outside.identity, "account", overtaken)
    assert refused(outside, code(outside)) == "wrong_code"
    assert outside.identity.open_ones == {}


def test_trusted_device_is_asked_for_no_code_for_thirty_days(outside: Outside):
    enter(outside, code(outside), trusted="device")
    assert enter(outside, device="device").strength is Strength.SECOND_FACTOR
    assert refused(outside, device="another") == "one_time_code_required"
    outside.now += timedelta(days=30)
    assert refused(outside, device="device") == "one_time_code_required"


def test_device_trusted_under_an_enrolment_that_ended_means_nothing(outside: Outside, enrolled: SecondFactor):
    enter(outside, code(outside), trusted="device")
    for changed in (replace(enrolled, id="f2"), replace(enrolled, devices=2)):
        outside.identity.factors["ana.lima"] = changed
        assert refused(outside, device="device") == "one_time_code_required"


def test_pause_lets_in_by_the_password_and_the_session_ends_with_it(outside: Outside, enrolled: SecondFactor):
    until = outside.now + timedelta(hours=2)
    outside.identity.factors["ana.lima"] = replace(enrolled, paused_until=until)
    session = enter(outside)
    assert (session.strength, session.expires_at) == (Strength.PAUSED, until)
    outside.now = until
    assert refused(outside) == "one_time_code_required"


def test_enrolment_never_confirmed_asks_for_nothing_and_counts_for_nothing(outside: Outside, enrolled: SecondFactor):
    outside.identity.factors["ana.lima"] = replace(enrolled, confirmed_at=None)
    assert enter(outside).strength is Strength.PASSWORD


def test_recovery_code_enters_once(outside: Outside):
    assert enter(outside, "ABCDE FGHIJ", "k1").strength is Strength.SECOND_FACTOR
    assert refused(outside, "abcde-fghij", "k2") == "wrong_code"


def test_guesses_of_codes_stop_at_five_and_the_password_is_no_way_around(outside: Outside):
    for number in range(5):
        assert refused(outside, "000000", f"k{number}") == "wrong_code"
        assert refused(outside) == "one_time_code_required"  # the right password alone forgives no code
    with pytest.raises(TooManyAttempts):
        enter(outside, code(outside))
    outside.now += timedelta(minutes=10)
    assert enter(outside, code(outside)).strength is Strength.SECOND_FACTOR
