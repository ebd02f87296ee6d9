"""Codes of an authenticator application: RFC 6238's vectors, each code once, recovery codes (ACC-02, A6)."""

import base64
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from chalicelib.domain import second_factor as factors
from chalicelib.domain.errors import Refused, Unauthenticated
from chalicelib.domain.second_factor import SecondFactor, accept, code_at, step_at
from tests.fakes.city import START

#: RFC 6238, Appendix B: the seeds of the three algorithms, and the codes of eight digits at each moment.
SEED = b"12345678901234567890"
SEEDS = {"sha1": SEED, "sha256": (SEED * 2)[:32], "sha512": (SEED * 4)[:64]}
VECTORS = [
    (59, "94287082", "46119246", "90693936"),
    (1111111109, "07081804", "68084774", "25091201"),
    (1111111111, "14050471", "67062674", "99943326"),
    (1234567890, "89005924", "91819424", "93441116"),
    (2000000000, "69279037", "90698825", "38618901"),
    (20000000000, "65353130", "77737706", "47863826"),
]
SECRET = base64.b32encode(SEED).decode()
CODES = factors.recovery_codes(b"s" * 32, "sal")


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: str(vector[0]))
def test_codes_are_those_of_rfc_6238(vector: tuple[int, str, str, str]):
    moment = datetime.fromtimestamp(vector[0], UTC)
    for expected, (algorithm, seed) in zip(vector[1:], SEEDS.items(), strict=True):
        secret = base64.b32encode(seed).decode()
        assert code_at(secret, step_at(moment), 8, algorithm) == expected


def enrolled(**changes: object) -> SecondFactor:
    made = SecondFactor("f1", "ana.lima", SECRET, START, START, recovery=tuple(map(factors.recovery_digest, CODES)))
    return replace(made, **changes)  # type: ignore[arg-type]


def code(at: datetime = START, steps: int = 0) -> str:
    return code_at(SECRET, step_at(at) + steps)


def refused(factor: SecondFactor, typed: str, at: datetime = START, purpose: str = "other") -> None:
    with pytest.raises(Unauthenticated) as refusal:
        accept(factor, typed, at, purpose)
    assert refusal.value.code == "wrong_code"


def test_code_opens_once_and_a_hundred_repetitions_are_refused():
    after = accept(enrolled(), code(), START, "login 1")
    for number in range(100):
        refused(after, code(), START + timedelta(seconds=number % 60), f"login {number + 2}")


def test_older_code_is_refused_after_a_newer_one():
    after = accept(enrolled(), code(steps=1), START, "login")
    refused(after, code())
    refused(after, code(steps=-1))


def test_clock_of_a_telephone_may_be_one_step_away():
    for steps in (-1, 0, 1):
        assert accept(enrolled(), code(steps=steps), START, "x").last_step == step_at(START) + steps
    for steps in (-2, 2, 1000):
        refused(enrolled(), code(steps=steps))


def test_same_request_repeated_may_show_its_code_again():
    after = accept(enrolled(), code(), START, "sign k1")
    assert accept(after, code(), START + timedelta(minutes=9), "sign k1") is after
    refused(after, code(), START + timedelta(minutes=10), purpose="sign k1")
    refused(after, code(), purpose="sign k2")
    refused(after, code(steps=3), purpose="sign k1")


def test_code_is_typed_as_people_type():
    spaced = f" {code()[:3]} {code()[3:]} "
    assert accept(enrolled(), spaced, START, "x").last_step


@pytest.mark.parametrize("typed", ["", " ", "abc", "１２３４５６", "00000", "0000000", "-", "0" * 6])
def test_what_is_no_code_opens_nothing(typed: str):
    refused(enrolled(), typed)


def test_recovery_code_opens_once_and_the_others_remain():
    after = accept(enrolled(), CODES[3].upper().replace("-", " "), START, "login")
    assert len(after.recovery) == 9
    assert after.last_step == 0
    refused(after, CODES[3])
    assert len(accept(after, CODES[4], START, "y").recovery) == 8


def test_ten_recovery_codes_of_fifty_bits_are_kept_hashed():
    assert len(set(CODES)) == 10
    assert all(len(each.replace("-", "")) == 10 for each in CODES)
    kept = repr(enrolled())
    assert not any(each in kept or each.replace("-", "") in kept for each in CODES)
    assert factors.recovery_codes(b"s" * 32, "sal") == CODES
    assert not set(factors.recovery_codes(b"t" * 32, "sal")) & set(CODES)
    assert not set(factors.recovery_codes(b"s" * 32, "outro")) & set(CODES)


def test_enrolment_asks_for_nothing_before_its_first_code():
    begun = factors.begin(None, "f1", "ana.lima", SEED, START)
    assert not begun.asks(START)
    confirmed = factors.confirm(begun, code(), START, "k", CODES)
    assert confirmed.asks(START)
    assert confirmed.revision == begun.revision + 1
    refused(confirmed, code())


def test_enrolment_with_a_wrong_first_code_or_too_late_is_not_in_force():
    begun = factors.begin(None, "f1", "ana.lima", SEED, START)
    with pytest.raises(Unauthenticated):
        factors.confirm(begun, "000000", START, "k", CODES)
    late = START + factors.ENROLLING + timedelta(seconds=1)
    for factor in (None, begun, enrolled()):
        with pytest.raises(Refused) as refusal:
            factors.confirm(factor, code(late), late, "k", CODES)
        assert refusal.value.code == "enrolment_not_begun"


def test_enrolment_never_confirmed_is_begun_anew_and_one_in_force_is_not():
    begun = factors.begin(None, "f1", "ana.lima", SEED, START)
    again = factors.begin(begun, "f2", "ana.lima", b"x" * 20, START)
    assert (again.id, again.revision, again.secret != begun.secret) == ("f2", 2, True)
    with pytest.raises(Refused) as refusal:
        factors.begin(enrolled(), "f2", "ana.lima", SEED, START)
    assert refusal.value.code == "second_factor_enrolled"


def test_pause_of_the_administrator_ends_by_itself():
    paused = factors.pause(enrolled(), START + timedelta(days=2))
    assert not paused.asks(START)
    assert paused.asks(START + timedelta(days=2))


def test_what_the_qr_says_is_what_authenticators_read():
    said = urlsplit(factors.address(enrolled(), "Iperoig · Ubatuba", "ana.lima"))
    assert (said.scheme, said.netloc, unquote(said.path)) == ("otpauth", "totp", "/Iperoig · Ubatuba:ana.lima")
    told = parse_qs(said.query)
    assert (told["secret"], told["issuer"], told["digits"], told["period"]) == (
        [SECRET], ["Iperoig · Ubatuba"], ["6"], ["30"],
    )  # fmt: skip
