"""What a new password must be (ACC-01; ASVS 5.0, 6.2): long, not guessed first, made of whatever one likes."""

from pathlib import Path

import pytest

from chalicelib.adapters import argon2
from chalicelib.adapters.argon2 import Argon2Passwords
from chalicelib.domain.errors import InvalidRequest
from chalicelib.domain.password import FILLING, SHORTEST, check_new_password, house_words

COMMON = Argon2Passwords(8, 1).is_common
HOUSE = house_words(
    ["Prefeitura Municipal da Estância Balneária de Ubatuba", "Empresa de Obras"], ["PMU", "EM"]
)


def refusal(password: str) -> str:
    with pytest.raises(InvalidRequest) as refused:
        check_new_password(password, "ana.lima", COMMON, HOUSE)
    (only,) = refused.value.errors
    assert only.field == "new_password"
    return only.code


@pytest.mark.parametrize(
    "password",
    [
        "cavalo bateria grampo",
        "aaaaaaaaaabcde",
        "chuva em setembro",
        "七転び八起き七転び八起き",
        " 1 espaço a mais ",
        "Ubatuba tem chuva",
        "obras no quintal",
        "pmu pede paciência",
    ],
)
def test_any_twelve_characters_that_are_not_guessed_first_will_do(password: str):
    check_new_password(password, "ana.lima", COMMON, HOUSE)


@pytest.mark.parametrize(
    ("password", "code"),
    [
        ("curta demais"[:11], "password_too_short"),
        ("", "password_too_short"),
        ("aaaaaaaaaaaaaa", "password_too_simple"),
        ("121212121212", "password_too_simple"),
        ("minha ana.lima aqui", "password_has_login"),
        ("minhaANALIMAaqui", "password_has_login"),
        ("1qaz2wsx3edc", "password_too_common"),
        ("prefeitura2026", "password_too_common"),
        ("Senha12345678", "password_too_common"),
        ("!!Password2026!!", "password_too_common"),
        ("123456789123", "password_too_common"),
        ("Estância-2026!", "password_of_the_house"),
        ("ESTANCIAbalneária", "password_of_the_house"),
        ("prefeitura de ubatuba", "password_of_the_house"),
        ("pmu.pmu.2026.sei", "password_of_the_house"),
        ("obras e sistema", "password_of_the_house"),
    ],
)
def test_what_guessers_try_first_is_refused(password: str, code: str):
    assert refusal(password) == code


LEAKED = Path(argon2.__file__).with_name("common_passwords.txt").read_text("utf-8").split()


def test_what_leaked_is_refused_as_it_leaked_and_with_digits_and_signs_beside_it():
    """ASVS 6.2.12, of the 24,000 most seen, without asking anybody; a year or a mark saves none of them."""
    assert len(LEAKED) > 20_000
    for word in LEAKED:
        for password in (word, f"{word}2026", f"{word.title()}!!12345678"):
            known = COMMON(password.casefold()) or COMMON(password.casefold().strip(FILLING))
            assert known or word.strip(FILLING) != word, word
    whole = [word for word in LEAKED if len(word) >= SHORTEST and "ana" not in word]
    assert len(whole) > 300
    assert {refusal(word) for word in whole} <= {"password_too_common", "password_too_simple"}


def test_words_of_the_house_are_those_of_its_names_and_whole_acronyms():
    """ASVS 6.1.2: short words of a name are no name."""
    assert {"ubatuba", "estancia", "empresa", "pmu"} <= HOUSE
    assert not {"de", "da", "em"} & HOUSE
