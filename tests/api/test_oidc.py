"""Coming in by somebody else's word, over HTTP: ACC-01."""


from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from chalicelib.adapters import client_secrets, oidc
from chalicelib.adapters.dynamodb import catalogues, keys
from chalicelib.adapters.dynamodb.items import MainItem
from chalicelib.api import replies
from infra.local.seed import tenant_row
from tests.pki.oidc import SECRET, Provider, provider
from tests.world.installed import city
from tests.world.scenarios.second_factor import code, enrolled
from tests.world.world import NOBODY, Ask, Reply, World

from .test_processes import fits, get, problem


@pytest.fixture(scope="module")
def at_work() -> Iterator[Provider]:
    with provider() as found:
        yield found


def offer(world: World, *rows: dict[str, Any]) -> None:
    # Logins belong to the installation's own tenant.
    tenant = world.installed.place.settings.tenant
    card = {**tenant_row(city()), "id": tenant, "login_providers": rows}
    catalogues.load(tenant, "tenant", {tenant: card})


@pytest.fixture
def offered(world: World, at_work: Provider, monkeypatch: pytest.MonkeyPatch) -> Iterator[World]:
    at_work.reset()
    oidc.forget()
    place = world.installed.place
    monkeypatch.setattr(client_secrets.ClientSecrets, "read", lambda *_: SECRET)
    monkeypatch.setattr(place, "settings", replace(place.settings, tenant=world.tenant))
    offer(world, at_work.row())
    yield world
    offer(world)


def went(world: World) -> tuple[str, dict[str, str]]:
    reply = world.call(NOBODY, "POST", "/login-providers/govbr/entries", {})
    cookie = reply.headers["Set-Cookie"]
    for word in ("__Host-iperoig-entrada=", "Secure", "HttpOnly", "SameSite=Strict", "Max-Age=600"):
        assert word in cookie
    address = urlsplit(fits(replies.OidcEntry, reply.json)["url"])
    return cookie.split(";")[0], {key: values[0] for key, values in parse_qs(address.query).items()}


def back(world: World, code: str, state: str, cookie: str) -> Reply:
    body = {"code": code, "state": state}
    return world.send(Ask(NOBODY, "POST", "/login-providers/returns", body, headers={"Cookie": cookie}))


def test_person_comes_in_and_the_session_is_ours(offered: World, at_work: Provider):
    cookie, asked = went(offered)
    reply = back(offered, at_work.code(asked), asked["state"], cookie)
    assert (reply.status, fits(replies.Me, reply.json)["user"]["id"]) == (201, "ana.lima")
    session = reply.headers["Set-Cookie"]
    assert session.startswith("__Host-iperoig=")
    assert "HttpOnly; SameSite=Strict" in session
    mine = offered.raw("GET", "/me", {"Cookie": session.split(";")[0]}, b"")
    assert mine.json["user"]["id"] == "ana.lima"


def test_login_screen_knows_who_vouches(offered: World, at_work: Provider):
    found = fits(replies.LoginProviders, get(offered, "/login-providers", NOBODY).json)["items"]
    assert found == [{"id": "govbr", "label": "Entrar com gov.br", "leave": f"{at_work.address}/logout"}]
    offer(offered)
    assert get(offered, "/login-providers", NOBODY).json["items"] == []
    problem(offered.call(NOBODY, "POST", "/login-providers/govbr/entries", {}), 409, "oidc_not_offered")


@pytest.mark.parametrize("value", ["", "x", "MQ==", "WzEsMiwzLDQsNV0="])
def test_return_without_the_cookie_of_this_browser_opens_nothing(offered: World, at_work: Provider, value: str):
    _, asked = went(offered)
    reply = back(offered, at_work.code(asked), asked["state"], f"__Host-iperoig-entrada={value}")
    problem(reply, 409, "oidc_state_mismatch")
    assert "Set-Cookie" not in reply.headers


def test_refusal_opens_nothing_and_says_nothing_of_the_token(offered: World, at_work: Provider):
    cookie, asked = went(offered)
    at_work.forge = lambda claims: at_work.signed({**claims, "aud": "another"})
    reply = back(offered, at_work.code(asked), asked["state"], cookie)
    problem(reply, 401, "oidc_audience")
    assert "Set-Cookie" not in reply.headers
    assert "52998224725" not in reply.text


def cookies_of(reply: Reply) -> dict[str, str]:
    pairs = [part.partition(";")[0] for part in reply.headers["Set-Cookie"].split(", ")]
    return dict(pair.split("=", 1) for pair in pairs if "=" in pair)


def coded(world: World, cookie: str, one_time_code: str) -> Reply:
    body = {"one_time_code": one_time_code, "trust_device": True}
    return world.send(Ask(NOBODY, "POST", "/login-providers/codes", body, headers={"Cookie": cookie}))


def test_who_is_enrolled_shows_the_code_after_the_providers_word(offered: World, at_work: Provider):
    who, seed, _ = enrolled(offered)
    number = "11144477735"
    MainItem(*keys.taxpayer(offered.tenant, number), body=who.login).save()
    at_work.claims["sub"] = number
    cookie, asked = went(offered)
    waiting = back(offered, at_work.code(asked), asked["state"], cookie)
    problem(waiting, 401, "one_time_code_required")
    (word,) = cookies_of(waiting).items()
    assert word[0] == "__Host-iperoig-palavra"
    assert "Max-Age=600" in waiting.headers["Set-Cookie"]
    kept = "=".join(word)
    problem(offered.raw("GET", "/me", {"Cookie": f"__Host-iperoig={word[1]}"}, b""), 401, "session_expired")
    problem(coded(offered, "", code(offered, seed)), 409, "oidc_word_over")
    problem(coded(offered, kept, "000000"), 401, "wrong_code")
    shown = code(offered, seed)
    entered = coded(offered, kept, shown)
    assert (entered.status, fits(replies.Me, entered.json)["user"]["id"]) == (201, who.login)
    assert entered.json["asks_code"] is True
    assert cookies_of(entered)["__Host-iperoig-palavra"] == ""
    problem(coded(offered, kept, shown), 409, "oidc_word_over")
