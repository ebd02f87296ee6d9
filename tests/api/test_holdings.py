"""Acervo de sigilosos through the API: what the unit and the coordinator see, give back and cancel (SIG-08)."""

from chalicelib.api import replies
from chalicelib.application.holdings.acting import MAXIMUM
from tests.world.confidential import opening, secret, shared
from tests.world.holding import abandoned, activating, cancelling, keeper, lines, moved
from tests.world.world import Ask, Person, World

from .test_processes import fits, problem


def seats(world: World, who: Person, scope: str = "unit") -> list[tuple[str, str, str]]:
    return sorted((each["process"], each["user"]["id"], each["state"]) for each in lines(world, who, scope))


def test_the_unit_sees_its_own_credentials_and_the_coordinator_those_of_the_agency(own_world: World):
    world = own_world
    process = shared(world)
    own, all_of_them = keeper(world), keeper(world, profile="holdings_coordinator")
    page = fits(replies.Holdings, world.done(Ask(own, "GET", "/holdings/unit")))
    assert [(each["process"], each["user"]["id"], each["unit"]["id"]) for each in page["items"]] == [
        (process, "marina.costa", "semad-rh")
    ]
    assert page["items"][0]["granted_by"]["id"] == "ana.lima"
    assert "specification" not in page["items"][0], "what it is about is for who holds a credential"
    ana, marina = (process, "ana.lima", "active"), (process, "marina.costa", "active")
    assert seats(world, all_of_them, "agency") == [ana, marina]
    assert seats(world, keeper(world, "ipmu-ben", "holdings_coordinator", "ipmu"), "agency") == []
    problem(world.call(own, "GET", "/holdings/agency"), 403, "profile_required")
    problem(world.call(world.ana, "GET", "/holdings/unit"), 403, "profile_required")
    for path in (f"/processes/{process}", f"/processes/{process}/credentials"):
        assert world.call(own, "GET", path).status == 404, "it shows that they exist, and opens none"


def test_the_spreadsheet_says_what_the_screen_says(own_world: World):
    world = own_world
    process = secret(world)
    abandoned(world, "rita.moura", process)
    sheet = fits(replies.Spreadsheet, world.done(Ask(keeper(world), "GET", "/holdings/unit/export")))
    nup = world.check(process).nup
    heading, line, end = sheet["content"].removeprefix("\ufeff").split("\r\n")
    assert (sheet["rows"], sheet["complete"], end) == (1, True, "")
    assert heading.split(";")[:5] == ["Processo", "Tipo", "Unidade", "Pessoa", "Situação da credencial"]
    assert line.split(";")[:1] + line.split(";")[2:5] == [nup, "SEMAD/RH", "Rita.Moura", "Inativa"]


def test_somebody_is_let_into_many_at_once_and_opens_each(own_world: World):
    """The count of what they have at hand is one item of the transaction, however many the processes."""
    world = own_world
    processes = [shared(world) for _ in range(MAXIMUM)]
    who = keeper(world)
    problem(world.send(activating(who, "ana.lima", "semad-prot", *processes)), 403, "holdings_of_another_unit")
    assert world.done(activating(who, "diego.alves", "semad-rh", *processes)) == {"done": MAXIMUM}
    diego = world.person("diego.alves", "semad-rh")
    held = world.done(Ask(diego, "GET", "/confidential?at_hand=true"))
    assert sorted(each["process"] for each in held["items"]) == sorted(processes)
    assert world.done(Ask(diego, "GET", "/inbox"))["counters"]["confidential"] == MAXIMUM
    world.done(opening(diego, processes[0]))
    told = world.done(Ask(diego, "GET", f"/processes/{processes[0]}/history"))["items"]
    assert any("ativada por Coordenador de Acervo" in each["sentence"] for each in told)
    problem(world.send(activating(who, "diego.alves", "semad-rh", *processes[:2])), 409, "credential_held")


def test_inactive_credentials_go_all_or_none(own_world: World):
    world = own_world
    processes = [secret(world) for _ in range(MAXIMUM)]
    abandoned(world, "rita.moura", *processes)
    who = keeper(world)
    assert {each["state"] for each in lines(world, who)} == {"inactive"}
    every = [(each, "rita.moura", "semad-rh") for each in processes]
    active = shared(world)
    mixed = (*every[1:], (active, "marina.costa", "semad-rh"))
    problem(world.send(cancelling(who, *mixed)), 409, "credential_active")
    assert len(lines(world, who)) == MAXIMUM + 1
    assert world.done(cancelling(who, *every[1:], every[1])) == {"done": MAXIMUM - 1}
    assert world.done(cancelling(who, every[0])) == {"done": 1}
    assert seats(world, who) == [(active, "marina.costa", "active")]
    problem(world.send(cancelling(who, every[0])), 404, "not_found")
    problem(world.send(cancelling(who, (active, "rita.moura", "semad-rh"))), 404, "credential_not_found")


def test_the_password_comes_before_anything_is_said(own_world: World):
    """A keeper who types it wrong learns nothing, and nothing out of reach exists."""
    world = own_world
    process, who = shared(world), keeper(world, "gab")
    wrong = activating(who, "helena.prado", "gab", process)
    problem(world.send(Ask(who, "POST", wrong.path, {**wrong.body, "password": "não é esta"})), 401, "wrong_password")
    far, absent = world.send(wrong), world.send(activating(who, "helena.prado", "gab", "a" * 26))
    assert (far.status, far.json["code"]) == (absent.status, absent.json["code"]) == (404, "not_found")
    assert seats(world, keeper(world, profile="holdings_coordinator"), "agency") == [
        (process, "ana.lima", "active"),
        (process, "marina.costa", "active"),
    ]


def test_a_dismissed_holder_is_inactive_and_comes_back_active(own_world: World):
    world = own_world
    shared(world)
    who = keeper(world)
    moved(world, "marina.costa")
    assert [each["state"] for each in lines(world, who)] == ["inactive"]
    moved(world, "marina.costa", "semad-rh")
    assert [each["state"] for each in lines(world, who)] == ["active"]
