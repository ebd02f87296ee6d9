"""First access and forgotten passwords: one link at a time, once; nobody learns who exists (ACC-01, ACC-08)."""

import uuid
from datetime import timedelta

import pytest

from chalicelib.adapters.dynamodb import keys
from chalicelib.adapters.dynamodb.identity import save_user
from chalicelib.api import replies
from chalicelib.domain.account import letters_of
from chalicelib.domain.identity import User
from chalicelib.domain.login import LINKS_OF_A_NETWORK, LINKS_WINDOW, network
from chalicelib.domain.retention import Kept, period
from tests.faults.sweep import attempt
from tests.world.fixtures import forgiven  # noqa: F401
from tests.world.installed import PASSWORD
from tests.world.links import carried, link_of, mailed_link
from tests.world.scenarios.administration import USERS, WHY, act_on, administrator, new_user, user_form
from tests.world.scenarios.password_links import NEW, asking, linked, making, sending
from tests.world.scenarios.second_factor import code, enrolled, newcomer
from tests.world.world import NOBODY, Ask, Reply, World

from .test_processes import fits, get, problem

pytestmark = pytest.mark.usefixtures("forgiven")


def enter(world: World, login: str, password: str, **more: str) -> Reply:
    return world.call(NOBODY, "POST", "/sessions", {"login": login, "password": password, **more})


def forgot(world: World, login: str) -> Reply:
    return world.send(asking(login))


def card(world: World, login: str) -> dict:
    return fits(replies.UserRecord, world.done(Ask(administrator(world), "GET", f"{USERS}/{login}")))


def test_who_is_registered_gets_an_e_mail_makes_the_password_and_enters(world: World):
    login, _ = new_user(world, {"unit": "semad-rh", "profile": "basic"})
    assert (card(world, login)["has_password"], card(world, login)["password_link"]["state"]) == (False, "waiting")
    (letter,) = carried(world, login)
    assert letter.to == ("nilo@ubatuba.example",)
    assert login in letter.text
    assert "{" not in letter.text + letter.subject
    link = link_of(letter)
    read = world.done(Ask(NOBODY, "POST", "/password-links/readings", {"link": link}))
    assert read == {"login": login, "name": "Nilo Novais", "purpose": "first_access"}
    assert card(world, login)["password_link"]["state"] == "sent"
    assert world.send(making(link)).status == 204
    assert enter(world, login, NEW).status == 201
    assert (card(world, login)["has_password"], card(world, login)["password_link"]["state"]) == (True, "used")


def test_link_serves_once(world: World):
    _, link = linked(world)
    world.done(making(link))
    problem(world.send(making(link, "outra frase bem longa")), 409, "link_invalid")
    problem(world.send(Ask(NOBODY, "POST", "/password-links/readings", {"link": link})), 409, "link_invalid")


@pytest.mark.parametrize(("hours", "opens"), [(71, True), (72, False)])
def test_first_link_lasts_three_days(world: World, hours: int, opens: bool):
    _, link = linked(world)
    with world.clock.moved(timedelta(hours=hours, minutes=1 if hours == 72 else 0)):
        assert (world.send(making(link)).status == 204) is opens


def test_forgotten_password_is_made_anew_and_every_session_ends_on_the_next_request(world: World):
    here = newcomer(world)
    assert forgot(world, here.login).status == 202
    assert get(world, "/me", here).status == 200
    assert world.send(making(mailed_link(world, here.login))).status == 204
    problem(get(world, "/me", here), 401, "session_expired")
    problem(enter(world, here.login, PASSWORD), 401, "invalid_credentials")
    assert enter(world, here.login, NEW).status == 201
    events = [event["text"] for event in _log(world, here.login)]
    assert events[:2] == ["Senha criada pelo link do e-mail", "Link por e-mail para criar a senha"]


def _log(world: World, login: str) -> list[dict]:
    return world.done(Ask(newcomer(world, "administrator"), "GET", f"/users/{login}/second-factor"))["events"]


def test_new_link_takes_the_place_of_the_one_before(world: World):
    who = newcomer(world).login
    forgot(world, who)
    older = mailed_link(world, who)
    forgot(world, who)
    newer = mailed_link(world, who)
    assert older != newer
    problem(world.send(making(older)), 409, "link_invalid")
    assert world.send(making(newer)).status == 204


def test_link_opens_no_session_and_who_is_enrolled_still_shows_a_code(world: World):
    who, secret, _ = enrolled(world)
    forgot(world, who.login)
    reply = world.send(making(mailed_link(world, who.login)))
    assert "Set-Cookie" not in reply.headers
    problem(enter(world, who.login, NEW), 401, "one_time_code_required")
    assert enter(world, who.login, NEW, one_time_code=code(world, secret)).status == 201


def test_device_that_was_trusted_is_asked_for_the_code_again(world: World):
    who, secret, _ = enrolled(world)
    form = {"login": who.login, "password": PASSWORD, "one_time_code": code(world, secret), "trust_device": True}
    cookies = world.call(NOBODY, "POST", "/sessions", form).headers["Set-Cookie"]
    trusted = next(part for part in cookies.split(", ") if "iperoig-device-" in part).partition(";")[0]
    forgot(world, who.login)
    world.done(making(mailed_link(world, who.login)))
    again = {"login": who.login, "password": NEW}
    problem(world.call(NOBODY, "POST", "/sessions", again, Cookie=trusted), 401, "one_time_code_required")


def test_unknown_blocked_and_addressless_people_are_answered_as_anybody(world: World):
    save_user(User("sem.endereco", world.tenant, "Sem Endereço", "pmu"), None)
    login, revision = new_user(world, {"unit": "semad-rh", "profile": "basic"})
    carried(world, login)
    world.done(act_on(world, login, revision, "POST", "/blocking", WHY))
    answers = [forgot(world, who) for who in (newcomer(world).login, "ninguem.aqui", "sem.endereco", login)]
    assert {(reply.status, reply.text) for reply in answers} == {(202, "")}
    assert {tuple(sorted(reply.headers)) for reply in answers} == {tuple(sorted(answers[0].headers))}
    for nobody in ("ninguem.aqui", "sem.endereco", login):
        assert carried(world, nobody) == []


def test_what_is_asked_at_the_door_says_nothing_of_who_there_is(world: World):
    """What asking leaves differs by the login alone, and nobody is looked for before the answer has left."""
    known, unknown = newcomer(world).login, f"nova.{uuid.uuid4().hex[:8]}"
    assert len(known) == len(unknown)
    made = [attempt(world, asking(login), uuid.uuid4().hex) for login in (known, unknown)]
    tables = [[table for table, _, _ in each.watch.transactions[0]] for each in made]
    assert tables[0] == tables[1]
    assert len(tables[0]) == 3
    for each, login in zip(made, (known, unknown), strict=True):
        read = [call for call in each.calls if call.operation in ("BatchGetItem", "GetItem", "Query")]
        assert not any(login in str(call.request) for call in read)


def test_request_that_nobody_answered_within_an_hour_is_not_answered(world: World):
    who = newcomer(world).login
    forgot(world, who)
    with world.clock.moved(timedelta(hours=1)):
        assert carried(world, who) == []
    assert len(carried(world, who)) == 1


def test_request_told_twice_is_answered_once(world: World):
    who = newcomer(world).login
    forgot(world, who)
    assert [len(carried(world, who)) for _ in range(3)] == [1, 0, 0]


def test_asking_for_nobody_leaves_what_expires_and_a_line_without_a_name(world: World):
    nobody = f"nova.{uuid.uuid4().hex[:8]}"
    forgot(world, nobody)
    assert carried(world, nobody) == []
    partition = keys.link_request(world.tenant, letters_of(nobody))[0]
    (asked,) = world.store.partition(partition)
    assert abs(int(asked["expires_at"]) - (world.clock() + period(Kept.LINK_REQUESTS)).timestamp()) < 600
    told = world.store.partition(partition, "history")
    assert len(told) == 1
    assert nobody not in str(told)


def test_mailbox_is_left_in_peace_after_some_orders(world: World):
    who = newcomer(world).login
    for _ in range(4):
        assert forgot(world, who).status == 202
        assert len(carried(world, who)) == 1
    assert forgot(world, who).status == 202
    assert carried(world, who) == []
    with world.clock.moved(timedelta(hours=1, minutes=1)):
        forgot(world, who)
        assert len(carried(world, who)) == 1


def test_network_that_asks_for_many_people_waits(world: World):
    counted = f"links.network.{network('127.0.0.1')}"
    for _ in range(LINKS_OF_A_NETWORK - 1):
        world.installed.place.identity.count(world.tenant, counted, world.clock(), LINKS_WINDOW)
    assert forgot(world, "alguem.mais").status == 202
    waiting = forgot(world, newcomer(world).login)
    problem(waiting, 429, "too_many_attempts")
    assert int(waiting.headers["Retry-After"]) > 60


def test_guesses_of_a_secret_open_nothing(world: World):
    login, link = linked(world)
    near = link[:-1] + ("A" if link[-1] != "A" else "B")
    for guess in (f"{login}.{'A' * 43}", f"ana.lima.{link.rpartition('.')[2]}", near):
        problem(world.send(making(guess)), 409, "link_invalid")
    problem(world.send(making("sem-ponto")), 400, "invalid_request")
    assert world.send(making(link)).status == 204


def test_weak_password_is_refused_and_spends_nothing(world: World):
    login, link = linked(world)
    reply = world.send(making(link, f"{login} e mais nada"))
    problem(reply, 400, "invalid_request")
    assert reply.json["errors"][0]["code"] == "password_has_login"
    assert world.send(making(link)).status == 204


def test_administration_sends_it_again_and_says_what_is_missing(world: World):
    login, link = linked(world)
    assert world.done(sending(world, login)) == {"email": "nilo@ubatuba.example"}
    problem(world.send(making(link)), 409, "link_invalid")
    (letter,) = carried(world, login)
    assert letter.subject == "Seu primeiro acesso ao processo eletrônico de Ubatuba"
    world.done(making(link_of(letter)))
    world.done(sending(world, login))
    (letter,) = carried(world, login)
    assert letter.subject == "Criar nova senha no processo eletrônico de Ubatuba"
    problem(world.send(sending(world, "ninguem.aqui")), 404, "user_not_found")
    bare = world.done(Ask(administrator(world), "POST", USERS, user_form(email="")))["id"]
    assert carried(world, bare) == []
    problem(world.send(sending(world, bare)), 409, "email_missing")


def test_blocked_person_makes_no_password(world: World):
    login, revision = new_user(world, {"unit": "semad-rh", "profile": "basic"})
    link = mailed_link(world, login)
    world.done(act_on(world, login, revision, "POST", "/blocking", WHY))
    problem(world.send(making(link)), 409, "link_invalid")
    problem(world.send(sending(world, login)), 409, "user_blocked")


def test_neither_secret_nor_password_is_kept_anywhere(world: World):
    login, link = linked(world)
    world.done(making(link))
    secret = link.rpartition(".")[2]
    kept = "".join(
        str(world.store.everything(table, f"T#{world.tenant}")) for table in ("main", "history", "sessions")
    )
    assert login in kept
    assert secret not in kept
    assert NEW not in kept


def test_who_waits_for_wrong_guesses_enters_at_once_with_the_new_password(world: World):
    who = newcomer(world).login
    for _ in range(6):
        enter(world, who, "errada")
    problem(enter(world, who, PASSWORD), 429, "too_many_attempts")
    forgot(world, who)
    world.done(making(mailed_link(world, who)))
    assert enter(world, who, NEW).status == 201


def test_person_is_named_by_the_social_name(world: World):
    form = user_form(social_name="Nina de Novais")
    login = world.done(Ask(administrator(world), "POST", USERS, form))["id"]
    (letter,) = carried(world, login)
    assert "Olá, Nina de Novais," in letter.text
