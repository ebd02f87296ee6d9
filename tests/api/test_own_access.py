"""One's own sessions and password over HTTP: what ends takes effect on the very next request (ACC-01, A5)."""

import pytest

from chalicelib.api import replies
from tests.world.fixtures import forgiven  # noqa: F401
from tests.world.installed import PASSWORD
from tests.world.scenarios.second_factor import code, enrolled, newcomer
from tests.world.world import NOBODY, Person, Reply, World

from .test_processes import fits, get, problem

NEW = "cavalo bateria grampo"
pytestmark = pytest.mark.usefixtures("forgiven")


def enter(world: World, who: Person, password: str) -> Reply:
    return world.call(NOBODY, "POST", "/sessions", {"login": who.login, "password": password, "transport": "bearer"})


def elsewhere(world: World, who: Person, password: str = PASSWORD) -> Person:
    """The same person at another computer."""
    reply = enter(world, who, password)
    assert reply.status == 201, reply.text
    return Person(who.login, who.unit, reply.json["token"])


def change(world: World, who: Person, password: str = PASSWORD, new: str = NEW, **more: str) -> Reply:
    return world.call(who, "PUT", "/me/password", {"password": password, "new_password": new, **more})


def test_sessions_are_listed_and_one_is_ended_from_another(world: World):
    here = newcomer(world)
    there = elsewhere(world, here)
    found = fits(replies.OpenSessions, get(world, "/me/sessions", here).json)["items"]
    assert [session["current"] for session in found].count(True) == 1
    (other,) = [session["id"] for session in found if not session["current"]]
    assert world.call(here, "DELETE", f"/me/sessions/{other}").status == 204
    problem(get(world, "/me", there), 401, "session_expired")
    assert get(world, "/me", here).status == 200


def test_session_of_somebody_else_is_not_ended_by_its_name(world: World):
    victim, thief = newcomer(world), newcomer(world)
    (session,) = get(world, "/me/sessions", victim).json["items"]
    assert world.call(thief, "DELETE", f"/me/sessions/{session['id']}").status == 204
    assert get(world, "/me", victim).status == 200


def test_all_the_others_end_at_once_and_the_one_that_asked_goes_on(world: World):
    here = newcomer(world)
    others = [elsewhere(world, here) for _ in range(3)]
    assert world.call(here, "DELETE", "/me/sessions").status == 204
    for other in others:
        problem(get(world, "/me", other), 401, "session_expired")
    assert get(world, "/me", here).status == 200
    assert get(world, "/me", elsewhere(world, here)).status == 200
    assert len(get(world, "/me/sessions", here).json["items"]) == 2


def test_changed_password_is_the_one_from_now_on_and_ends_the_other_sessions(world: World):
    here = newcomer(world)
    there = elsewhere(world, here)
    assert change(world, here).status == 204
    problem(get(world, "/me", there), 401, "session_expired")
    assert get(world, "/me", here).status == 200
    problem(enter(world, here, PASSWORD), 401, "invalid_credentials")
    assert enter(world, here, NEW).status == 201
    assert get(world, "/me/second-factor", here).json["events"][0]["text"] == "Senha trocada"


def test_password_is_changed_by_who_knows_the_present_one(world: World):
    here = newcomer(world)
    wrong = change(world, here, "errada")
    problem(wrong, 401, "wrong_password")
    assert wrong.json["detail"].endswith("A senha não foi trocada.")
    assert enter(world, here, PASSWORD).status == 201


def test_who_is_enrolled_changes_the_password_with_a_code(world: World):
    who, secret, _ = enrolled(world)
    problem(change(world, who), 401, "one_time_code_required")
    assert change(world, who, one_time_code=code(world, secret)).status == 204


def test_weak_password_is_refused_with_its_reason(world: World):
    reply = change(world, newcomer(world), new="prefeitura2026")
    problem(reply, 400, "invalid_request")
    assert [(each["field"], each["code"]) for each in reply.json["errors"]] == [("new_password", "password_too_common")]


def test_password_made_of_the_citys_own_words_is_refused(world: World):
    """ASVS 6.2.11."""
    reply = change(world, newcomer(world), new="Estância-Ubatuba!")
    problem(reply, 400, "invalid_request")
    (error,) = reply.json["errors"]
    assert (error["field"], error["code"]) == ("new_password", "password_of_the_house")
    assert error["message"].startswith("Esta senha é feita dos nomes da cidade")


def test_neither_password_lies_in_any_kept_reply(world: World):
    here = newcomer(world)
    change(world, here)
    kept = str(world.store.everything("main", f"T#{world.tenant}#OP#{here.login}"))
    assert kept != "[]"
    assert NEW not in kept
    assert PASSWORD not in kept
