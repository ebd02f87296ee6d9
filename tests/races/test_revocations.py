"""What is taken away acts on the very next request, whatever was under way: 0 stale allows (ACC-01, ACC-08,
SIG-03, A5, ACC-10)."""

from collections.abc import Callable
from functools import partial

import pytest

from tests.races.crowd import FEWER, together
from tests.world.confidential import shared
from tests.world.fixtures import forgiven  # noqa: F401
from tests.world.installed import PASSWORD
from tests.world.scenarios.administration import WHY, act_on, granting, new_user
from tests.world.scenarios.city_profiles import READING, holder, made_profile, on_profile
from tests.world.scenarios.second_factor import newcomer
from tests.world.world import Ask, Reply, World

pytestmark = pytest.mark.usefixtures("forgiven")
RH = {"unit": "semad-rh", "profile": "basic"}
#: In flight while it is taken away, and asked one after the other once it was.
DURING, AFTER = 8, 4
#: -> (what is asked with it, what takes it away)
Taken = tuple[Ask, Ask]


def other_sessions(world: World) -> Taken:
    here = newcomer(world)
    return Ask(world.session(here.login, here.unit), "GET", "/me"), Ask(here, "DELETE", "/me/sessions")


def password(world: World) -> Taken:
    here = newcomer(world)
    body = {"password": PASSWORD, "new_password": "cavalo bateria grampo"}
    return Ask(world.session(here.login, here.unit), "GET", "/me"), Ask(here, "PUT", "/me/password", body)


def account(world: World) -> Taken:
    login, revision = new_user(world, RH)
    return Ask(world.session(login, "semad-rh"), "GET", "/me"), act_on(world, login, revision, "POST", "/blocking", WHY)


def permission(world: World) -> Taken:
    login, revision = new_user(world, RH)
    over = granting(world, login, revision, {**RH, "valid_until": "2020-01-01"})
    return Ask(world.session(login, "semad-rh"), "GET", "/inbox"), over


def profile_of_the_city(world: World) -> Taken:
    """ACC-10: put out of use."""
    code = made_profile(world)
    return Ask(holder(world, code), "GET", "/inbox"), on_profile(world, code, 1, "/deactivation")


def act_of_a_profile(world: World) -> Taken:
    """ACC-10: taken out of it."""
    code = made_profile(world)
    fewer = [one for one in READING if one != "inbox.read"]
    return Ask(holder(world, code), "GET", "/inbox"), on_profile(world, code, 1, acts=fewer)


def credential(world: World) -> Taken:
    process = shared(world)
    body = {"user": "marina.costa", "unit": "semad-rh"}
    ending = Ask(world.ana, "POST", f"/processes/{process}/credentials/revocations", body, process)
    return Ask(world.marina, "GET", f"/processes/{process}"), ending


@pytest.mark.parametrize(
    ("taken", "refused"),
    [
        (other_sessions, 401),
        (password, 401),
        (account, 401),
        (permission, 401),
        (credential, 404),
        (profile_of_the_city, 403),
        (act_of_a_profile, 403),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_nothing_is_allowed_once_it_was_taken_away(world: World, taken: Callable[[World], Taken], refused: int):
    asked = 0
    for _ in range(FEWER):
        use, end = taken(world)
        assert world.send(use).status == 200

        def after(use: Ask = use, end: Ask = end) -> Reply:
            assert world.send(end).status < 300
            return world.send(use)

        first, *during = together([after, *([partial(world.send, use)] * DURING)])
        stale = [first, *(world.send(use) for _ in range(AFTER))]
        assert {reply.status for reply in stale} == {refused}
        assert {reply.status for reply in during} <= {200, refused}
        asked += len(stale)
    assert asked >= FEWER * (1 + AFTER)
