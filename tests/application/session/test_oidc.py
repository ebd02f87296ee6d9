"""Coming in by somebody else's word, and every way in which nobody comes in: ACC-01 (security.md §1.3, A7)."""

from dataclasses import replace
from datetime import timedelta

import pytest

from chalicelib.adapters import oidc
from chalicelib.application.session.oidc_code import Awaited, finish_with_code
from chalicelib.application.session.second_step import Showing
from chalicelib.domain.errors import DomainError, TooManyAttempts, Unauthenticated
from chalicelib.domain.identity import Session, Strength, User
from chalicelib.domain.login_provider import NOT_BELIEVED, WORDS, refusal
from chalicelib.domain.second_factor import SecondFactor, code_at, step_at
from tests.fakes.people import ANA_USER
from tests.pki.oidc import CLIENT, OWN, listed

from .gate import Gate

# Who comes in


def test_person_is_found_by_taxpayer_number_and_gets_a_session_of_our_own(gate: Gate):
    session, user = gate.enter()
    assert (user.id, session.user, session.agent) == ("ana.lima", "ana.lima", "Firefox")
    assert session.expires_at - session.created_at == timedelta(seconds=36_000)
    assert gate.people.opened == [session]


@pytest.mark.parametrize("written", ["52998224725", "529.982.247-25", "529982247-25"])
def test_taxpayer_number_is_read_in_any_writing(gate: Gate, written: str):
    gate.vouching.claims["sub"] = written
    assert gate.enter()[1].id == "ana.lima"


def test_address_asks_with_state_nonce_and_proof_of_who_asked(gate: Gate):
    flow, asked = gate.leave()
    assert asked["code_challenge_method"] == "S256"
    assert flow.verifier not in asked.values()
    assert (asked["state"], asked["nonce"], asked["client_id"]) == ("state", "nonce", CLIENT)
    assert asked["redirect_uri"] == "https://iperoig.example/entrar/retorno"


def test_city_s_own_provider_knows_people_by_verified_mail_or_by_login(gate: Gate):
    mail = gate.vouching.row(id="city", known_by="email", domain="ubatuba.example", level="")
    gate.offer(mail, gate.vouching.row(id="login", known_by="login", level=""))
    gate.vouching.claims = {"sub": "x", "email": "Ana.Lima@ubatuba.example", "email_verified": True}
    assert gate.enter("city")[1].id == "ana.lima"
    gate.vouching.claims = {"sub": "x", "preferred_username": "ana.lima"}
    assert gate.enter("login")[1].id == "ana.lima"


def test_gold_enters_where_silver_is_asked_and_bronze_where_nothing_is(gate: Gate):
    gate.vouching.claims["reliability_info"] = {"level": "gold"}
    gate.enter()
    gate.vouching.claims["reliability_info"] = {"level": "bronze"}
    gate.offer(gate.vouching.row(level=""))
    gate.enter()


def test_keys_are_kept_and_a_new_one_is_asked_for_once_a_minute(gate: Gate, monkeypatch: pytest.MonkeyPatch):
    gate.enter()
    gate.enter()
    assert gate.vouching.asked.count("/jwk") == 1
    gate.vouching.kid, gate.vouching.keys = "prova-2", [listed(OWN, "prova-2")]
    gate.nobody("oidc_key_unknown", gate.enter)
    monkeypatch.setattr(oidc, "AGAIN_SECONDS", -1)
    gate.enter()
    assert gate.vouching.asked.count("/jwk") == 2


# Who does not: the flow


def test_flow_that_this_browser_did_not_begin_is_refused(gate: Gate):
    flow, asked = gate.leave()
    for kept, state in ((None, "state"), (flow, "another"), (flow, ""), (replace(flow, state=""), "")):
        gate.nobody("oidc_state_mismatch", lambda k=kept, s=state: gate.back(gate.vouching.code(asked), k, s))
    assert gate.vouching.asked == []


@pytest.mark.parametrize("late", [timedelta(minutes=10, seconds=1), timedelta(seconds=-1)])
def test_flow_that_took_too_long_is_refused(gate: Gate, late: timedelta):
    flow, asked = gate.leave()
    gate.outside.now += late
    gate.nobody("oidc_state_mismatch", lambda: gate.back(gate.vouching.code(asked), flow))


def test_code_is_good_once(gate: Gate):
    flow, asked = gate.leave()
    code = gate.vouching.code(asked)
    gate.back(code, flow)
    gate.nobody("oidc_code_refused", lambda: gate.back(code, flow))


def test_code_of_another_flow_does_not_enter_without_its_proof(gate: Gate):
    flow, asked = gate.leave()
    stolen = gate.vouching.code(asked)
    gate.nobody("oidc_code_refused", lambda: gate.back(stolen, replace(flow, verifier="w" * 43)))
    gate.nobody("oidc_code_refused", lambda: gate.back(gate.vouching.code(asked), replace(flow, verifier="")))
    gate.nobody("oidc_nonce", lambda: gate.back(gate.vouching.code(asked), replace(flow, nonce="another")))


def test_provider_that_the_city_does_not_have_is_refused(gate: Gate):
    flow, asked = gate.leave()
    gate.nobody("oidc_not_offered", lambda: gate.leave("another"))
    gate.nobody(
        "oidc_not_offered", lambda: gate.back(gate.vouching.code(asked), replace(flow, provider="another"))
    )
    gate.offer()
    gate.nobody("oidc_not_offered", lambda: gate.leave())


def test_word_of_one_provider_is_not_taken_for_that_of_another(gate: Gate):
    gate.offer(gate.vouching.row(), gate.vouching.row(id="other", issuer="https://other.example"))
    flow, asked = gate.leave()
    gate.nobody(
        "oidc_issuer", lambda: gate.back(gate.vouching.code(asked), replace(flow, provider="other"))
    )


def test_system_with_a_wrong_secret_gets_no_token(gate: Gate):
    gate.nobody("oidc_code_refused", lambda: gate.enter(secret="wrong"))


# Who does not: the person


@pytest.mark.parametrize(
    ("claims", "code"),
    [
        ({"reliability_info": {"level": "bronze"}}, "oidc_level_too_low"),
        ({"reliability_info": {"level": "platinum"}}, "oidc_level_too_low"),
        ({"reliability_info": "gold"}, "oidc_level_too_low"),
        ({"reliability_info": None}, "oidc_level_too_low"),
        ({"agent": True, "grantor_account": "11144477735"}, "oidc_agent"),
        ({"sub": "52998224724"}, "oidc_taxpayer_invalid"),
        ({"sub": "11111111111"}, "oidc_taxpayer_invalid"),
        ({"sub": "ana.lima"}, "oidc_taxpayer_invalid"),
        ({"sub": "11144477735"}, "oidc_person_unknown"),
    ],
)
def test_account_that_does_not_enter_here_is_told_why(gate: Gate, claims: dict, code: str):
    gate.vouching.claims.update(claims)
    gate.nobody(code, gate.enter)


@pytest.mark.parametrize(
    ("claims", "code"),
    [
        ({"email": "ana.lima@ubatuba.example"}, "oidc_email_unverified"),
        ({"email": "ana.lima@ubatuba.example", "email_verified": "false"}, "oidc_email_unverified"),
        ({"email_verified": True}, "oidc_email_unverified"),
        ({"email": "ana.lima@another.example", "email_verified": True}, "oidc_person_unknown"),
        ({"email": "ana.lima@ubatuba.example@another.example", "email_verified": True}, "oidc_person_unknown"),
        ({"email": "ana#lima@ubatuba.example", "email_verified": True}, "oidc_person_unknown"),
        ({"email": "nobody@ubatuba.example", "email_verified": True}, "oidc_person_unknown"),
    ],
)
def test_mail_that_is_not_proven_to_be_the_users_does_not_enter(gate: Gate, claims: dict, code: str):
    gate.offer(gate.vouching.row(id="city", known_by="email", domain="ubatuba.example", level=""))
    gate.vouching.claims = {"sub": "x", **claims}
    gate.nobody(code, lambda: gate.enter("city"))


def test_user_with_another_mail_registered_is_not_the_one_vouched_for(gate: Gate):
    gate.offer(gate.vouching.row(id="city", known_by="email", domain="ubatuba.example", level=""))
    gate.people.hire(replace(ANA_USER, email="a.lima@ubatuba.example"))
    gate.vouching.claims = {"sub": "x", "email": "ana.lima@ubatuba.example", "email_verified": True}
    gate.nobody("oidc_person_unknown", lambda: gate.enter("city"))


def test_blocked_user_and_user_of_no_unit_do_not_enter(gate: Gate):
    gate.people.hire(replace(ANA_USER, blocked=True))
    gate.nobody("oidc_person_blocked", gate.enter)
    gate.people.hire(User("ana.lima", ANA_USER.tenant, "Ana Lima", "pmu"))
    gate.nobody("oidc_no_unit", gate.enter)


def test_refusals_are_counted_against_the_network(gate: Gate):
    gate.vouching.claims["sub"] = "11144477735"
    told: list[type[Exception]] = []
    for _ in range(32):
        with pytest.raises(DomainError) as refusal_told:
            gate.enter()
        told.append(refusal_told.type)
    assert told == [Unauthenticated] * 30 + [TooManyAttempts] * 2


def test_words_are_whole_sentences_and_what_is_technical_is_not_shown():
    assert all(words[0].isupper() and words.endswith(".") for words in (*WORDS.values(), NOT_BELIEVED))
    assert refusal("oidc_signature").message == NOT_BELIEVED


# Who is enrolled


SEED = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"


@pytest.fixture
def enrolled(gate: Gate) -> SecondFactor:
    factor = SecondFactor("f1", "ana.lima", SEED, gate.outside.now, gate.outside.now)
    gate.people.factors["ana.lima"] = factor
    return factor


def with_code(gate: Gate, code: str, word: str = "w1", digest: str = "d2", trusted: str = "") -> Session:
    showing = Showing(code, "k1", trusted, "200.144.10.7", "Firefox")
    return finish_with_code(gate.outside.ports, Awaited("ana.lima", word, digest, 36_000), showing)[0]


def refused(gate: Gate, code: str, word: str = "w1") -> str:
    with pytest.raises(DomainError) as told:
        with_code(gate, code, word)
    return told.value.code


def shown(gate: Gate, steps: int = 0) -> str:
    return code_at(SEED, step_at(gate.outside.now) + steps)


def test_word_of_a_provider_alone_opens_no_session_of_who_is_enrolled(gate: Gate, enrolled: SecondFactor):
    assert gate.enter() == (None, gate.people.users["ana.lima"][0])
    assert gate.people.open_ones == {}
    assert refused(gate, "") == "one_time_code_required"
    assert refused(gate, "000000") == "wrong_code"
    assert with_code(gate, shown(gate)).strength is Strength.SECOND_FACTOR


def test_word_is_spent_with_the_session_and_is_good_for_ten_minutes(gate: Gate, enrolled: SecondFactor):
    gate.enter()
    with_code(gate, shown(gate))
    assert refused(gate, shown(gate, 1)) == "oidc_word_over"
    gate.enter()
    gate.outside.now += timedelta(minutes=10)
    assert refused(gate, shown(gate)) == "oidc_word_over"


def test_code_without_a_word_opens_nothing(gate: Gate, enrolled: SecondFactor):
    assert refused(gate, shown(gate)) == "oidc_word_over"
    gate.enter()
    assert refused(gate, shown(gate), "another") == "oidc_word_over"


def test_guesses_of_the_code_stop_at_the_limit_here_too(gate: Gate, enrolled: SecondFactor):
    gate.enter()
    assert [refused(gate, "000000") for _ in range(5)] == ["wrong_code"] * 5
    with pytest.raises(TooManyAttempts):
        with_code(gate, shown(gate))


def test_browser_that_is_trusted_and_a_pause_are_asked_for_no_code(gate: Gate, enrolled: SecondFactor):
    gate.enter()
    with_code(gate, shown(gate), trusted="t1")
    session, _ = gate.enter(device=lambda login: "t1" if login == "ana.lima" else "")
    assert session.strength is Strength.SECOND_FACTOR
    until = gate.outside.now + timedelta(hours=1)
    gate.people.factors["ana.lima"] = replace(gate.people.factors["ana.lima"], paused_until=until)
    session, _ = gate.enter()
    assert (session.strength, session.expires_at) == (Strength.PAUSED, until)
