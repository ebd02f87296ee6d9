"""Coming in by somebody else's word, over HTTP: ACC-01."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from chalicelib.adapters import client_secrets, oidc
from chalicelib.adapters.dynamodb import catalogues
from chalicelib.api import replies
from infra.local.seed import tenant_row
from tests.pki.oidc import SECRET, Provider, provider
from tests.world.installed import city
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
