"""argon2id, and the same work for who does not exist (ACC-01, DOC-10; security.md §1.5, ASVS 6.3.8)."""

import statistics
import time

import pytest

from chalicelib.adapters.argon2 import Argon2Passwords

PASSWORDS = Argon2Passwords(1024, 1)


def test_right_password_and_no_other():
    hashed = PASSWORDS.hash("Senha-1234")
    assert PASSWORDS.verify(hashed, "Senha-1234")
    for wrong in ("senha-1234", "Senha-1234 ", "", "Senha-1234\0", "x" * 100_000):
        assert not PASSWORDS.verify(hashed, wrong)


def test_hash_is_argon2id_with_the_configured_cost_and_salt_of_its_own():
    one, other = Argon2Passwords(2048, 3).hash("x"), Argon2Passwords(2048, 3).hash("x")
    assert one.startswith("$argon2id$v=19$m=2048,t=3,p=1$")
    assert one != other


def test_hash_made_with_an_older_cost_still_opens():
    assert Argon2Passwords(2048, 2).verify(PASSWORDS.hash("x"), "x")


@pytest.mark.parametrize("hashed", ["", "nada", "$argon2id$", "$2b$12$abc"])
def test_hash_that_is_none_opens_nothing(hashed):
    assert not PASSWORDS.verify(hashed, "x")


@pytest.mark.parametrize("password", ["nobody", "", "x"])
def test_nobody_has_no_password(password):
    assert not PASSWORDS.verify(None, password)


def test_nobody_costs_as_much_as_somebody():
    passwords = Argon2Passwords(8192, 1)
    hashed = passwords.hash("x")
    passwords.verify(None, "x")

    def seconds(of: str | None) -> float:
        taken = []
        for _ in range(9):
            began = time.thread_time()
            passwords.verify(of, "errada")
            taken.append(time.thread_time() - began)
        return statistics.median(taken)

    somebody, nobody = seconds(hashed), seconds(None)
    assert 0.3 < nobody / somebody < 3
