"""Guesses of whoever holds an open session, of a printed code and of a system's key, sent all at once: no more than the
limit is looked at (ACC-01, ACC-02, DOC-10, DOC-15, SIG-01, ACC-09)."""

from collections import Counter
from collections.abc import Callable
from functools import partial

import pytest

from chalicelib.application.service_accounts import admit
from chalicelib.domain.service_account import ServiceAccount, is_its_key
from tests.races.crowd import THREADS, together
from tests.world.builders import RESTRICTED, document, drafted, process_form, signed, signing
from tests.world.confidential import opening, secret
from tests.world.fixtures import forgiven  # noqa: F401
from tests.world.installed import PASSWORD
from tests.world.scenarios.second_factor import OWN, code, enrolled, newcomer, seed
from tests.world.scenarios.service_accounts import making_key, new_service
from tests.world.world import NOBODY, Ask, Person, Reply, World

pytestmark = pytest.mark.usefixtures("forgiven")
LIMIT = 5


@pytest.fixture
def looked(world: World, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every password that was compared with a hash, in the order of the comparisons."""
    passwords, seen = world.installed.place.passwords, []
    verify = passwords.verify

    def noted(hashed: str | None, password: str) -> bool:
        seen.append(password)
        return verify(hashed, password)

    monkeypatch.setattr(passwords, "verify", noted)
    return seen


def signature(world: World) -> tuple[Person, Ask]:
    who = newcomer(world)
    return who, signing(world, drafted(world, who=who), who)


def confidential(world: World) -> tuple[Person, Ask]:
    who = newcomer(world)
    return who, opening(who, secret(world, who, opened=False))


def new_password(world: World) -> tuple[Person, Ask]:
    who = newcomer(world)
    return who, Ask(who, "PUT", "/me/password", {"password": PASSWORD, "new_password": "cavalo bateria grampo"})


def enrolment(world: World) -> tuple[Person, Ask]:
    who = newcomer(world)
    return who, Ask(who, "POST", OWN, {"password": PASSWORD})


def guesses(world: World, ask: Ask, field: str, words: list[str]) -> list[Callable[[], Reply]]:
    made = [Ask(ask.who, ask.method, ask.path, {**ask.body, field: word}, ask.process) for word in words]
    return [partial(world.send, one) for one in made]


def said(replies: list[Reply]) -> Counter[tuple[int, str]]:
    return Counter((reply.status, reply.json.get("code", "")) for reply in replies)


@pytest.mark.parametrize("act", [signature, confidential, new_password, enrolment], ids=lambda act: act.__name__)
def test_of_64_passwords_guessed_at_once_in_an_act_five_are_looked_at(
    world: World, looked: list[str], act: Callable[[World], tuple[Person, Ask]]
):
    _, ask = act(world)
    looked.clear()
    replies = together(guesses(world, ask, "password", [f"palpite {n}" for n in range(THREADS)]))
    assert said(replies) == {(401, "wrong_password"): LIMIT, (429, "too_many_attempts"): THREADS - LIMIT}
    assert len(looked) == LIMIT
    assert world.send(ask).status == 429
    assert len(looked) == LIMIT, "the right one, too, waits its turn"


def test_guesses_at_the_door_and_inside_are_counted_together(world: World, looked: list[str]):
    who, ask = signature(world)
    looked.clear()
    inside = guesses(world, ask, "password", [f"palpite {n}" for n in range(THREADS // 2)])
    body = {"login": who.login, "password": "palpite"}
    door = [partial(world.call, NOBODY, "POST", "/sessions", body)] * (THREADS // 2)
    replies = together([*inside, *door])
    assert sum(reply.status == 401 for reply in replies) == len(looked) == LIMIT


@pytest.mark.parametrize("guess", [lambda n: f"{n:06d}", lambda n: f"abcde-{n:05d}"], ids=["application", "paper"])
def test_of_64_codes_guessed_at_once_five_are_looked_at(world: World, guess: Callable[[int], str]):
    who, secret_of, recovery = enrolled(world)
    right = {code(world, secret_of, steps) for steps in range(-4, 4)} | set(recovery)
    words = [word for word in map(guess, range(THREADS * 2)) if word not in right][:THREADS]
    ask = Ask(who, "POST", f"{OWN}/removal", {"password": PASSWORD})
    replies = together(guesses(world, ask, "one_time_code", words))
    # The wrong code is answered for what it is; who waits is told so, or to come back after the others.
    assert said(replies)[401, "wrong_code"] == LIMIT
    assert {status for status, _ in said(replies)} <= {401, 429, 503}
    body = {"password": PASSWORD, "one_time_code": code(world, secret_of), "seed": seed()}
    assert world.send(Ask(who, "POST", f"{OWN}/recovery-codes", body)).status == 429


def test_64_right_passwords_at_once_are_no_guesses_and_nothing_stays_counted(world: World):
    _, ask = signature(world)
    replies = together([partial(world.send, ask)] * THREADS)
    assert sum(reply.status == 201 for reply in replies) == 1
    assert not {reply.status for reply in replies} & {401, 429, 503}, said(replies)
    for guess in guesses(world, ask, "password", [f"palpite {n}" for n in range(LIMIT - 1)]):
        assert guess().status == 401
    assert world.send(ask).json["code"] == "already_signed"


def test_of_64_printed_codes_guessed_at_once_from_one_network_thirty_are_looked_at(world: World):
    # Of a restricted one: no PDF is made for who asks.
    process = world.done(Ask(world.ana, "POST", "/processes", process_form(**RESTRICTED)))["id"]
    found = document(world, signed(world, process))
    path = f"/public/authenticity?verifier={found['verifier']}&crc="
    wrong = [f"{n:08X}" for n in range(THREADS * 2) if f"{n:08X}" != found["crc"]][:THREADS]
    replies = together([partial(world.call, NOBODY, "GET", path + crc) for crc in wrong])
    assert said(replies) == {(404, "authenticity_not_found"): 30, (429, "too_many_attempts"): THREADS - 30}
    assert world.call(NOBODY, "GET", path + found["crc"]).status == 429
    world.store.forget_attempts()
    right = together([partial(world.call, NOBODY, "GET", path + found["crc"])] * 40)
    assert said(right) == {(200, ""): 40}
    assert world.call(NOBODY, "GET", path + wrong[0]).status == 404


def test_of_64_keys_guessed_at_once_from_one_network_five_are_looked_at(
    world: World, monkeypatch: pytest.MonkeyPatch
):
    looked: list[str] = []

    def noted(account: ServiceAccount | None, key: str, digest: str) -> bool:
        looked.append(digest)
        return is_its_key(account, key, digest)

    monkeypatch.setattr(admit, "is_its_key", noted)
    made = world.done(making_key(world, new_service(world)))["key"]
    name, _, secret_of = made.partition(".")
    wrong = [f"Bearer {name}.{n:064x}" for n in range(THREADS)]
    assert secret_of not in str(wrong)
    replies = together([partial(world.call, NOBODY, "GET", "/inbox", Authorization=key) for key in wrong])
    assert said(replies) == {(401, "key_refused"): LIMIT, (429, "too_many_attempts"): THREADS - LIMIT}
    assert world.call(NOBODY, "GET", "/inbox", Authorization=f"Bearer {made}").status == 429
    assert len(looked) == LIMIT, "the right one, too, waits its turn"


def test_64_requests_by_a_new_key_at_once_are_no_guesses_and_nothing_stays_counted(world: World):
    made = world.done(making_key(world, new_service(world)))["key"]
    replies = together([partial(world.call, NOBODY, "GET", "/inbox", Authorization=f"Bearer {made}")] * THREADS)
    assert said(replies) == {(200, ""): THREADS}
    for n in range(LIMIT - 1):
        wrong = f"Bearer {made.partition('.')[0]}.{n:064x}"
        assert world.call(NOBODY, "GET", "/inbox", Authorization=wrong).status == 401
    assert world.call(NOBODY, "GET", "/inbox", Authorization=f"Bearer {made}").status == 200
