"""Check digits and foreign numbers: PRO-05, norms.md §1 and its acceptance test 1."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from chalicelib.domain.check_digit import (
    CheckDigit,
    NumberKind,
    digits,
    modulo_11_federal,
    modulo_11_one,
    modulo_97,
    validate_foreign,
)
from chalicelib.domain.errors import InvalidRequest

VECTORS = [
    ("50300.018905/2018-67", NumberKind.NUP_17),
    ("00261.000004/2026-64", NumberKind.NUP_17),
    ("25410.014122/2018-10", NumberKind.NUP_17),
    ("17.137001.000001/2026-21", NumberKind.NIPE_20),
    ("0005908-43.2015.2.00.0000", NumberKind.CNJ_20),
]


@pytest.mark.parametrize(("number", "kind"), VECTORS)
def test_numbers_of_the_norms_are_recognised(number, kind):
    assert validate_foreign(number) is kind
    assert validate_foreign(f"  {digits(number)} ") is kind


@pytest.mark.parametrize(
    ("base", "check"),
    [
        ("503000189052018", "67"),
        ("002610000042026", "64"),
        ("254100141222018", "10"),
        ("171370010000012026", "21"),
    ],
)
def test_federal_modulo_11_gives_the_worked_digits(base, check):
    assert CheckDigit.MOD11_FEDERAL.of(base) == check


def test_cnj_modulo_97_gives_the_worked_digits():
    assert CheckDigit.MOD97_CNJ.of("000590820152000000") == "43"


def test_single_digit_modulo_11_gives_the_sample_of_the_city_of_sao_paulo():
    assert CheckDigit.MOD11_ONE.of("607420220000902") == "7"


@pytest.mark.parametrize("base", ["0", "00000", "5", "6"])
def test_single_digit_modulo_11_writes_ten_and_eleven_as_zero(base):
    total = sum(int(digit) * weight for digit, weight in zip(reversed(base), range(2, 10), strict=False))
    assert modulo_11_one(base) == ("0" if total % 11 < 2 else str(11 - total % 11))


def test_revoked_21_digit_number_is_still_checked_when_imported():
    base = "0001234" + "00000042" + "2015"
    number = f"{base[:7]}.{base[7:15]}/{base[15:]}-{modulo_97(base)}"
    assert validate_foreign(number) is NumberKind.NUP_21
    wrong = f"{(int(number[-2:]) + 1) % 100:02d}"
    with pytest.raises(InvalidRequest) as refusal:
        validate_foreign(number[:-2] + wrong)
    assert refusal.value.errors[0].code == "check_digit_wrong"


@pytest.mark.parametrize(
    "number", ["", "abc", "12345", "50300-018905/2018.67", "५०३००.०१८९०५/२०१८-६७", "1" * 22]
)
def test_number_of_no_known_shape_is_of_no_kind(number):
    assert validate_foreign(number) is None


@pytest.mark.parametrize(("number", "kind"), VECTORS)
def test_wrong_check_digit_is_named(number, kind):
    place = number.index("-") + 1
    wrong = number[:place] + str((int(number[place]) + 1) % 10) + number[place + 1 :]
    with pytest.raises(InvalidRequest) as refusal:
        validate_foreign(wrong)
    assert refusal.value.errors[0].code == "check_digit_wrong"
    assert refusal.value.errors[0].field == "number"


def test_bare_twenty_digits_are_the_kind_whose_check_digits_agree():
    nipe = "171370010000012026" + "21"
    cnj = digits("0005908-43.2015.2.00.0000")
    assert (validate_foreign(nipe), validate_foreign(cnj)) == (NumberKind.NIPE_20, NumberKind.CNJ_20)


def test_check_digits_are_of_digits_only():
    with pytest.raises(ValueError, match="digits only"):
        CheckDigit.MOD97_CNJ.of("12a4")


@st.composite
def one_digit_changed(draw, length):
    base = "".join(draw(st.lists(st.sampled_from("0123456789"), min_size=length, max_size=length)))
    place = draw(st.integers(0, length - 1))
    digit = draw(st.sampled_from("0123456789"))
    assume(digit != base[place])
    return base, base[:place] + digit + base[place + 1 :]


@given(one_digit_changed(19))
def test_modulo_97_detects_any_changed_digit(pair):
    base, changed = pair
    assert modulo_97(base) != modulo_97(changed)


@given(st.text("0123456789", min_size=19, max_size=19), st.integers(0, 17))
def test_modulo_97_detects_any_swap_of_neighbours(base, place):
    swapped = base[:place] + base[place + 1] + base[place] + base[place + 2 :]
    assume(swapped != base)
    assert modulo_97(base) != modulo_97(swapped)


def _remainders(base):
    first = sum(int(d) * w for w, d in enumerate(reversed(base), 2)) % 11
    second = sum(int(d) * w for w, d in enumerate(reversed(base + modulo_11_federal(base)[0]), 2)) % 11
    return {first, second}


@given(one_digit_changed(15))
def test_federal_modulo_11_detects_any_changed_digit_where_it_writes_apart(pair):
    """Remainders 0 and 10 are both written 1 (11 → 1): there, and only there, it promises nothing."""
    base, changed = pair
    assume(not (_remainders(base) | _remainders(changed)) & {0, 10})
    assert modulo_11_federal(base) != modulo_11_federal(changed)


def test_federal_modulo_11_detects_changed_digits_of_a_real_number_almost_always():
    base, check = "503000189052018", "67"
    changed = [
        base[:place] + digit + base[place + 1 :]
        for place in range(len(base))
        for digit in "0123456789"
        if digit != base[place]
    ]
    missed = [other for other in changed if modulo_11_federal(other) == check]
    assert len(changed) == 135
    assert missed == []


@given(one_digit_changed(12))
def test_single_digit_modulo_11_detects_any_changed_digit_where_it_writes_apart(pair):
    base, changed = pair
    assume(not modulo_11_one(base) == modulo_11_one(changed) == "0")
    assert modulo_11_one(base) != modulo_11_one(changed)


def _answer(number):
    try:
        return validate_foreign(number)
    except InvalidRequest as refusal:
        return refusal.errors[0].code


@given(st.text(max_size=40))
def test_any_text_gets_an_answer_or_the_named_refusal(text):
    assert _answer(text) in {None, *NumberKind, "check_digit_wrong"}
