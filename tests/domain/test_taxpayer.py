"""CPF and CNPJ check digits, also of the CNPJ with letters (CON-01; Nota Conjunta COCAD/SUARA/RFB 49/2024)."""

from itertools import product

import pytest

from chalicelib.domain.taxpayer import bare, is_cnpj, is_cpf

#: Published examples: Receita Federal's own (12.ABC.345/01DE-35) and public bodies' registrations.
CNPJS = ("12ABC34501DE35", "00000000000191", "33000167000101", "11222333000181")
CPFS = ("52998224725", "11144477735", "99999901000")


def test_published_numbers_check():
    assert all(is_cnpj(number) for number in CNPJS)
    assert all(is_cpf(number) for number in CPFS)


def test_punctuation_and_case_are_put_aside():
    assert bare(" 12.abc.345/01de-35 ") == "12ABC34501DE35"
    assert bare("529.982.247-25") == "52998224725"


@pytest.mark.parametrize("number", CPFS + CNPJS)
def test_each_digit_taken_for_another_is_found(number: str):
    places = [place for place, character in enumerate(number) if character.isdigit()]
    for place, digit in product(places, "0123456789"):
        if digit != number[place]:
            wrong = number[:place] + digit + number[place + 1 :]
            assert not is_cpf(wrong)
            assert not is_cnpj(wrong)


@pytest.mark.parametrize("digit", "0123456789")
def test_number_of_one_repeated_digit_is_none(digit: str):
    assert not is_cpf(digit * 11)
    assert not is_cnpj(digit * 14)


@pytest.mark.parametrize(
    "number",
    [
        "",
        "5299822472",
        "529982247255",
        "5299822472x",
        "５２９９８２２４７２５",
        "12ABC34501DE3X",
        "12abc34501de35",
    ],
)
def test_what_has_not_the_shape_is_none(number: str):
    assert not is_cpf(number)
    assert not is_cnpj(number)
