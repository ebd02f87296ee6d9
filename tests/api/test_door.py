"""One site, several tenants: the address says whose door it is, and nothing crosses (issue 5 §7, security.md §5)."""

import uuid
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from chalicelib.adapters.dynamodb import catalogues
from chalicelib.api import replies
from chalicelib.api.places import PLACES
from chalicelib.background import Background
from infra.local.seed import tenant_row
from tests.world.builders import RESTRICTED, document, process_form, signed
from tests.world.fixtures import forgiven  # noqa: F401
from tests.world.installed import PASSWORD, city
from tests.world.links import mailed_link
from tests.world.operators import operate, reached_at
from tests.world.world import NOBODY, Ask, Person, Reply, World

from .test_processes import fits, problem

pytestmark = pytest.mark.usefixtures("forgiven")
SECRET = "shown-by-the-edge"
LOGIN = "denise.carvalho"


@dataclass(frozen=True, slots=True)
class Door:
    """A tenant and the address it is reached at."""

    world: World
    host: str
    environment: str = ""

    @property
    def shown(self) -> dict[str, str]:
        """What the distribution tells of a request typed here."""
        told = {"X_Edge_Secret": SECRET, "X_Viewer_Host": self.host, "X_Viewer_Address": "198.51.100.7"}
        return told | ({"X_Viewer_Environment": self.environment} if self.environment else {})

    def ask(self, method: str, path: str, body: Any = None, who: Person = NOBODY, **headers: str) -> Reply:
        return self.world.call(who, method, path, body, **self.shown, **headers)

    def enter(self, **headers: str) -> Reply:
        return self.ask("POST", "/sessions", {"login": LOGIN, "password": PASSWORD}, **headers)


@pytest.fixture
def doors(world: World, own_world: World, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Door]]:
    """The installation's own tenant at any host; another at a host of its own and as an environment beside each."""
    place, host = world.installed.place, f"{uuid.uuid4().hex}.example"
    monkeypatch.setattr(place, "settings", replace(place.settings, edge_secret=SECRET))
    reached_at(own_world, [host, "*/vizinha", f"nova.{host}/treinamento"])
    yield [
        Door(world, "localhost"),
        Door(own_world, host),
        Door(own_world, "localhost", "vizinha"),
        Door(own_world, f"nova.{host}", "treinamento"),
    ]
    reached_at(own_world, [])


def cookies(reply: Reply) -> str:
    return reply.headers["Set-Cookie"].split(";")[0]


def test_who_enters_enters_the_tenant_of_the_address_and_no_other(doors: list[Door]):
    """The same login and password exist in both."""
    for door in doors:
        entered = door.enter()
        assert fits(replies.Me, entered.json)["tenant"]["id"] == door.world.tenant
        again = door.ask("GET", "/me", Cookie=cookies(entered))
        assert again.json["tenant"]["id"] == door.world.tenant


@pytest.mark.parametrize("said", [{"X_Edge_Secret": "guess"}, {"X_Edge_Secret": ""}])
def test_nothing_that_a_request_says_of_itself_chooses_a_tenant(doors: list[Door], said: dict[str, str]):
    own, other = doors[0].world, doors[1]
    form = {"login": LOGIN, "password": PASSWORD}
    for path in ("/sessions", f"/sessions?tenant={other.world.tenant}&environment=vizinha"):
        headers = {**other.shown, **said, "Host": other.host, "X_Forwarded_Host": other.host}
        assert own.call(NOBODY, "POST", path, form, **headers).json["tenant"]["id"] == own.tenant
    problem(own.call(NOBODY, "POST", "/sessions", {**form, "tenant": other.world.tenant}), 400, "invalid_request")


def test_session_of_one_tenant_opens_nothing_at_another_s_address_whatever_the_route(doors: list[Door]):
    """No view, no reading and no write is reached: every route, both ways, by the cookie and by the header."""
    sessions = {door.world.tenant: door.world.session("ana.lima", "semad-prot") for door in doors}
    refused = 0
    for method, path, _ in PLACES:
        filled = path.format_map(Filled())
        for door in doors:
            for tenant, who in sessions.items():
                if tenant == door.world.tenant:
                    continue
                reply = door.ask(method, filled, {} if method != "GET" else None, who)
                if reply.status == 401:
                    assert reply.json["code"] in ("session_required", "invalid_credentials"), (path, reply.text)
                    refused += reply.json["code"] == "session_required"
                else:
                    assert path.startswith(OPEN), (method, path, reply.text)
                    assert not tenant or tenant not in reply.text
    assert refused > 4 * 0.9 * len(PLACES)
    mine = doors[1].ask("GET", "/me", who=sessions[doors[1].world.tenant])
    assert mine.status == 200, "at its own address it goes on working"


#: What anybody may ask without a session.
OPEN = ("/public/", "/health", "/sessions", "/login-providers", "/password-links")


class Filled(dict[str, str]):
    """A path with something in each of its places."""

    def __missing__(self, name: str) -> str:
        return "x" * 8


def test_cookies_of_environments_of_one_host_stay_apart(doors: list[Door]):
    """Both people are in, in one browser, and the one who leaves is the only one who is out."""
    own, beside = doors[0], doors[2]
    both = "; ".join(cookies(door.enter()) for door in (own, beside))
    assert both.count("__Host-iperoig=") == both.count("__Host-iperoig.vizinha=") == 1
    for door in (own, beside):
        assert door.ask("GET", "/me", Cookie=both).json["tenant"]["id"] == door.world.tenant
    left = beside.ask("DELETE", "/sessions/current", Cookie=both)
    assert cookies(left) == "__Host-iperoig.vizinha="
    problem(beside.ask("GET", "/me", Cookie=both), 401, "session_expired")
    assert own.ask("GET", "/me", Cookie=both).status == 200


def test_cookie_carried_to_the_neighbour_s_name_opens_nothing(doors: list[Door]):
    own, beside = doors[0], doors[2]
    value = cookies(own.enter()).partition("=")[2]
    problem(beside.ask("GET", "/me", Cookie=f"__Host-iperoig.vizinha={value}"), 401, "session_required")


def test_forgotten_password_is_written_to_the_person_of_the_address_and_the_link_serves_there(doors: list[Door]):
    own, other = doors[0], doors[1]
    for door in doors[:2]:
        door.world.installed.place.identity.forgive(door.world.tenant, ["links.network.198-51-100"])
    assert other.ask("POST", "/password-links", {"login": LOGIN}).status == 202
    link = mailed_link(other.world, LOGIN)
    site = Background(other.world.installed.place).mailing(other.world.tenant).site
    assert site == f"http://{other.host}:8420"
    problem(own.ask("POST", "/password-links/readings", {"link": link}), 409, "link_invalid")
    told = own.ask("POST", "/password-links/uses", {"link": link, "new_password": "cavalo bateria grampo"})
    problem(told, 409, "link_invalid")
    assert other.ask("POST", "/password-links/readings", {"link": link}).json["login"] == LOGIN
    assert own.enter().status == 201, "nobody's password changed"


def test_each_door_offers_who_vouches_for_its_own_people(doors: list[Door]):
    other = doors[1].world
    row = {
        "id": "municipal", "label": "Conta da vizinha", "client": "vizinha", "issuer": "https://id.example",
        "authorise": "https://id.example/a", "token": "https://id.example/t", "keys": "https://id.example/k",
        "scope": "openid", "known_by": "login",
    }  # fmt: skip
    card = {**tenant_row(city()), "id": other.tenant, "login_providers": [row]}
    catalogues.load(other.tenant, "tenant", {other.tenant: card})
    for door in doors:
        offered = door.ask("GET", "/login-providers").json["items"]
        assert [one["label"] for one in offered] == (["Conta da vizinha"] if door.world is other else [])
    begun = doors[1].ask("POST", "/login-providers/municipal/entries", {})
    back = parse_qs(urlsplit(begun.json["url"]).query)["redirect_uri"][0]
    assert back == f"http://{doors[1].host}:8420/entrar/retorno"
    beside = doors[2].ask("POST", "/login-providers/municipal/entries", {})
    assert cookies(beside).startswith("__Host-iperoig-entrada.vizinha=")
    problem(doors[0].ask("POST", "/login-providers/municipal/entries", {}), 409, "oidc_not_offered")


def test_public_pages_are_of_the_tenant_of_the_address(doors: list[Door]):
    own, other = doors[0], doors[1]
    process = own.world.done(Ask(own.world.ana, "POST", "/processes", process_form(**RESTRICTED)))["id"]
    found = document(own.world, signed(own.world, process))
    path = f"/public/authenticity?verifier={found['verifier']}&crc={found['crc']}"
    assert fits(replies.Authenticity, own.ask("GET", path).json)["document"]["number"] == found["number"]
    for door in doors[1:]:
        problem(door.ask("GET", path), 404, "authenticity_not_found")
    kept = [door.ask("GET", "/public/ledger").json["items"] for door in (own, other)]
    assert {one["files"].split("/")[2] for one in kept[1]} == {other.world.tenant}
    assert {one["files"].split("/")[2] for one in kept[0]} == {own.world.tenant}


def test_door_shows_the_environments_of_its_host_and_nobody_else_s(doors: list[Door]):
    shown = [fits(replies.TenantAtTheDoor, door.ask("GET", "/public/tenant").json) for door in doors]
    assert [one["id"] for one in shown] == [door.world.tenant for door in doors]
    paths = [[one["path"] for one in card["environments"]] for card in shown]
    assert paths == [["/", "/ambiente/vizinha/"], [], ["/", "/ambiente/vizinha/"], ["/", "/ambiente/treinamento/"]]
    assert doors[0].world.call(NOBODY, "GET", "/public/tenant").json["environments"] == []


def test_environment_that_does_not_exist_is_nobody_s_door(doors: list[Door]):
    lost = replace(doors[1], environment="outra")
    problem(lost.enter(), 404, "address_unknown")
    who = lost.world.session("ana.lima", "semad-prot")
    problem(lost.ask("GET", "/me", who=who), 404, "address_unknown")


def test_address_that_moves_to_another_tenant_takes_its_door_along(doors: list[Door]):
    own, other = doors[0].world, doors[1]
    entered = cookies(other.enter())
    reached_at(other.world, ["*/vizinha"])
    reached_at(own, [other.host])
    try:
        problem(other.ask("GET", "/me", Cookie=entered), 401, "session_required")
        assert other.enter().json["tenant"]["id"] == own.tenant
    finally:
        reached_at(own, [])


def test_suspended_tenant_lets_nobody_in_and_nobody_go_on_from_the_very_next_request(doors: list[Door]):
    """And its documents are confirmed to the public as ever; the neighbours notice nothing."""
    own, other = doors[0], doors[1]
    browser, system = cookies(other.enter()), other.world.session("ana.lima", "semad-prot")
    assert operate(other.world.installed, "suspend", other.world.tenant, reason="Fim do contrato")["status"] == 200
    problem(other.ask("GET", "/me", Cookie=browser), 403, "tenant_suspended")
    problem(other.world.call(system, "GET", "/inbox"), 403, "tenant_suspended")
    problem(other.enter(), 403, "tenant_suspended")
    assert other.ask("GET", "/public/keys").status == 200
    assert own.enter().status == 201
    assert operate(other.world.installed, "resume", other.world.tenant)["status"] == 200
    assert other.ask("GET", "/me", Cookie=browser).status == 200
