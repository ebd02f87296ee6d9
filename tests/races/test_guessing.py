"""Guesses sent all at once are counted before they are looked at; who knows the password is let in (ACC-01, A6)."""

from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from functools import partial

import pytest

from tests.races.crowd import FEWER, THREADS, together
from tests.world.fixtures import forgiven  # noqa: F401
from tests.world.installed import PASSWORD
from tests.world.scenarios.second_factor import newcomer
from tests.world.world import NOBODY, Reply, World

pytestmark = pytest.mark.usefixtures("forgiven")


def enter(world: World, login: str, password: str) -> Reply:
    return world.call(NOBODY, "POST", "/sessions", {"login": login, "password": password})


def guesses(world: World, login: str, right: int = -1) -> list[Callable[[], Reply]]:
    words = [PASSWORD if n == right else f"palpite {n}" for n in range(THREADS)]
    return [partial(enter, world, login, word) for word in words]


def statuses(replies: list[Reply]) -> Counter[int]:
    return Counter(reply.status for reply in replies)


def test_of_64_guesses_at_once_five_are_looked_at(world: World):
    for _ in range(FEWER):
        who = newcomer(world)
        assert statuses(together(guesses(world, who.login))) == {401: 5, 429: THREADS - 5}
        assert enter(world, who.login, PASSWORD).status == 429
        world.store.forget_attempts()


def test_when_the_wait_is_over_one_of_64_is_looked_at(world: World):
    who = newcomer(world)
    together(guesses(world, who.login))
    with world.clock.moved(timedelta(seconds=16)):
        assert statuses(together(guesses(world, who.login))) == {401: 1, 429: THREADS - 1}


def test_of_64_accounts_tried_at_once_from_one_network_thirty_are_looked_at(world: World):
    tried = together([partial(enter, world, f"ninguem.{n}", "palpite") for n in range(THREADS)])
    assert statuses(tried) == {401: 30, 429: THREADS - 30}


def test_64_who_know_the_password_enter_at_once_and_nothing_stays_counted(world: World):
    who = newcomer(world)
    assert statuses(together([partial(enter, world, who.login, PASSWORD)] * THREADS)) == {201: THREADS}
    assert enter(world, who.login, "errada").status == 401
    assert enter(world, who.login, PASSWORD).status == 201
