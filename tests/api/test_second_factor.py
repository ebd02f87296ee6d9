"""Two steps at the door: what each answer says, what a device is worth, what a required factor opens (ACC-02)."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from chalicelib.adapters.dynamodb import catalogues
from chalicelib.api import replies
from tests.races.crowd import together
from tests.world.builders import drafted, signing
from tests.world.confidential import opening, secret
from tests.world.fixtures import forgiven  # noqa: F401
from tests.world.installed import PASSWORD
from tests.world.items import body as body_of
from tests.world.scenarios.second_factor import OWN, begun, code, confirming, enrolled, newcomer, typed
from tests.world.world import NOBODY, Person, Reply, World

from .test_processes import fits, get, problem

pytestmark = pytest.mark.usefixtures("forgiven")


def enter(world: World, who: Person, **form: Any) -> Reply:
    body = {"login": who.login, "password": PASSWORD, "transport": "bearer", **form}
    return world.call(NOBODY, "POST", "/sessions", body)


def with_device(world: World, who: Person, cookie: str) -> Reply:
    headers = {"Content-Type": "application/json", "Cookie": cookie}
    sent = json.dumps({"login": who.login, "password": PASSWORD}).encode()
    return world.raw("POST", "/sessions", headers, sent)


def device_cookie(reply: Reply) -> str:
    (found,) = [part for part in reply.headers["Set-Cookie"].split(", ") if "-device-" in part]
    name_and_value, *attributes = found.split("; ")
    assert set(attributes) == {"Path=/", "Secure", "HttpOnly", "SameSite=Strict", "Max-Age=2592000"}
    return name_and_value


def test_code_is_asked_only_of_who_knows_the_password_and_opens_no_session_alone(world: World):
    who, secret, _ = enrolled(world)
    problem(enter(world, who, password="errada"), 401, "invalid_credentials")
    problem(enter(world, who, password="errada", one_time_code=code(world, secret)), 401, "invalid_credentials")
    asked = enter(world, who)
    problem(asked, 401, "one_time_code_required")
    assert "Set-Cookie" not in asked.headers
    assert "token" not in asked.json
    done = enter(world, who, one_time_code=code(world, secret))
    assert (done.status, fits(replies.Me, done.json)["asks_code"]) == (201, True)


def test_of_a_hundred_logins_at_once_with_one_code_one_enters(world: World):
    who, secret, _ = enrolled(world)
    shown = code(world, secret)
    attempts = [lambda: enter(world, who, one_time_code=shown)] * 100
    answers = [reply.status for start in range(0, 100, 25) for reply in together(attempts[start : start + 25])]
    assert answers.count(201) == 1
    assert set(answers) <= {201, 401, 429}
    # The limit counts tries before they are looked at: five before the one that entered, five after it.
    assert answers.count(401) <= 10


def test_sixth_guess_of_a_code_is_not_looked_at_even_if_right(world: World):
    who, secret, _ = enrolled(world)
    for _ in range(5):
        problem(enter(world, who, one_time_code="000000"), 401, "wrong_code")
    waiting = enter(world, who, one_time_code=code(world, secret))
    problem(waiting, 429, "too_many_attempts")
    assert 590 <= int(waiting.headers["Retry-After"]) <= 600


def test_recovery_code_enters_once(world: World):
    who, _, codes = enrolled(world)
    assert enter(world, who, one_time_code=codes[0].upper()).status == 201
    problem(enter(world, who, one_time_code=codes[0]), 401, "wrong_code")
    assert fits(replies.SecondFactor, get(world, OWN, who).json)["recovery_left"] == 9


def test_neither_secret_nor_recovery_codes_lie_in_any_kept_reply(world: World):
    who, secret, codes = enrolled(world)
    operations = world.store.everything("main", f"T#{world.tenant}#OP#{who.login}")
    kept = str(operations + world.store.partition(f"T#{world.tenant}#ACCOUNT#{who.login}", "history"))
    assert operations
    assert secret not in kept
    assert not any(each in kept for each in codes)


def test_trusted_device_is_not_asked_until_it_is_revoked(world: World):
    who, secret, _ = enrolled(world)
    entered = enter(world, who, one_time_code=code(world, secret), trust_device=True, transport="cookie")
    cookie = device_cookie(entered)
    assert with_device(world, who, cookie).status == 201
    problem(with_device(world, who, cookie + "x"), 401, "one_time_code_required")
    problem(with_device(world, enrolled(world)[0], cookie), 401, "one_time_code_required")
    (device,) = get(world, OWN, who).json["devices"]
    assert world.call(who, "DELETE", f"/me/devices/{device['id']}").status == 204
    problem(with_device(world, who, cookie), 401, "one_time_code_required")


def test_all_devices_are_distrusted_at_once(world: World):
    who, secret, _ = enrolled(world)
    entered = enter(world, who, one_time_code=code(world, secret), trust_device=True, transport="cookie")
    assert world.call(who, "DELETE", "/me/devices").status == 204
    problem(with_device(world, who, device_cookie(entered)), 401, "one_time_code_required")
    standing = get(world, OWN, who).json
    assert standing["devices"] == []
    assert standing["events"][0]["text"] == "Todos os dispositivos de confiança retirados"


def test_who_turned_it_off_enters_by_the_password_and_the_device_means_nothing(world: World):
    who, secret, _ = enrolled(world)
    wrong = world.call(who, "POST", f"{OWN}/removal", {"password": PASSWORD, "one_time_code": "000000"})
    problem(wrong, 401, "wrong_code")
    assert world.call(who, "POST", f"{OWN}/removal", typed(world, secret)).status == 204
    assert get(world, "/me", who).json["asks_code"] is False
    assert enter(world, who).json["asks_code"] is False
    assert get(world, OWN, who).json["enrolled_at"] is None


def test_pause_lets_in_for_its_time_and_everybody_concerned_sees_it(world: World):
    who, *_ = enrolled(world)
    chief = newcomer(world, "administrator")
    pause = f"/users/{who.login}/second-factor/pause"
    problem(world.call(who, "POST", pause, {"hours": 2, "reason": "Perdi tudo"}), 403, "profile_required")
    assert world.call(chief, "POST", pause, {"hours": 2, "reason": "Perdeu o telefone"}).status == 204
    me = enter(world, who).json
    assert me["asks_code"] is False
    assert me["session"]["expires_at"] <= get(world, OWN, who).json["paused_until"]
    told = fits(replies.SecondFactorOfUser, get(world, pause.removesuffix("/pause"), chief).json)["events"][0]
    assert told["text"].endswith("Perdeu o telefone")
    assert world.call(chief, "POST", pause, {"hours": 0, "reason": "Achou o telefone"}).status == 204
    problem(enter(world, who), 401, "one_time_code_required")


def test_nobody_pauses_the_own_factor(world: World):
    who = enrolled(world, "administrator")[0]
    reply = world.call(who, "POST", f"/users/{who.login}/second-factor/pause", {"hours": 2, "reason": "Perdi tudo"})
    problem(reply, 409, "own_second_factor")


def test_administrator_of_nobody_is_told_so(world: World):
    chief = newcomer(world, "administrator")
    problem(get(world, "/users/ninguem/second-factor", chief), 404, "user_not_found")


@pytest.fixture
def demanding(own_world: World) -> Iterator[World]:
    """A city that asks its administrators for the second factor."""
    tenant = own_world.installed.place.ports(own_world.tenant).catalogues.tenant()
    place = (own_world.tenant, "tenant")
    kept = catalogues._kept[place]
    demands = {**tenant, "second_factor_profiles": ["administrator"]}
    catalogues._kept[place] = (kept[0] + 3600, *kept[1:-1], [demands])
    yield own_world
    catalogues.forget()


def test_session_that_lacks_a_required_factor_may_only_enrol(demanding: World):
    who, secret = begun(demanding, "basic", "administrator")
    me = get(demanding, "/me", who).json
    assert me["must_enrol"] is True
    assert set(me["actions"]) == {
        "session.read", "session.end", "session.change_unit", "session.list_accesses",
        "password.change", "second_factor.read", "second_factor.keep",
    }  # fmt: skip
    for path in ("/inbox", "/units", "/jobs", "/panel"):
        problem(get(demanding, path, who), 403, "second_factor_required")
    assert get(demanding, OWN, who).json["required"] is True
    demanding.done(confirming(demanding, who, secret))
    assert get(demanding, "/inbox", who).status == 200
    assert get(demanding, "/inbox", newcomer(demanding)).status == 200


def test_secret_of_who_is_enrolled_is_shown_to_nobody_again(world: World):
    who, secret, _ = enrolled(world)
    problem(world.call(who, "POST", OWN, {"password": PASSWORD}), 409, "second_factor_enrolled")
    assert secret not in get(world, OWN, who).text
    kept = body_of(world.store.partition(f"T#{world.tenant}#USER#{who.login}")[1])
    assert kept["secret"] == secret  # else the line above proves nothing


def test_signing_asks_for_both(world: World):
    who, secret, _ = enrolled(world)
    ask = signing(world, drafted(world, who=who), who)
    problem(world.send(ask), 401, "one_time_code_required")
    signed = world.call(who, "POST", ask.path, {**ask.body, "one_time_code": code(world, secret)})
    assert signed.status == 201


def test_confidential_process_asks_who_is_enrolled_for_the_code_too(world: World):
    who, seed, _ = enrolled(world)
    process = secret(world, who, opened=False)
    ask = opening(who, process)
    problem(world.send(ask), 401, "one_time_code_required")
    wrong = world.call(who, "POST", ask.path, {**ask.body, "one_time_code": "000000"})
    problem(wrong, 401, "wrong_code")
    assert wrong.json["detail"].endswith("O processo não foi aberto.")
    problem(get(world, f"/processes/{process}", who), 403, "confidential_password_required")
    shown = code(world, seed)
    assert world.call(who, "POST", ask.path, {**ask.body, "one_time_code": shown}).status == 201
    assert get(world, f"/processes/{process}", who).status == 200
    problem(world.call(who, "POST", ask.path, {**ask.body, "one_time_code": shown}), 401, "wrong_code")
