"""Many with one link, and a link replaced while it is used (ACC-01, ACC-08)."""

from functools import partial

from tests.races.crowd import FEWER, THREADS, crowd, one_winner, together
from tests.world.installed import PASSWORD
from tests.world.links import mailed_link
from tests.world.scenarios.password_links import answer_link_request, asking, linked, making
from tests.world.scenarios.second_factor import newcomer
from tests.world.world import NOBODY, World

PHRASES = [f"frase de acesso numero {n}" for n in range(THREADS)]


def enters(world: World, login: str, password: str) -> bool:
    world.store.forget_attempts()
    return world.call(NOBODY, "POST", "/sessions", {"login": login, "password": password}).status == 201


def test_of_many_with_one_link_exactly_one_makes_the_password(world: World):
    for _ in range(FEWER):
        login, link = linked(world)
        asks = [making(link, phrase) for phrase in PHRASES]
        replies = together([partial(world.send, ask) for ask in asks])
        winner = one_winner(replies, "link_invalid", "process_changed")
        (index,) = [n for n, reply in enumerate(replies) if reply is winner]
        assert enters(world, login, PHRASES[index])


def test_of_a_link_used_and_replaced_at_once_one_comes_after_the_other(world: World):
    for _ in range(FEWER):
        who = newcomer(world)
        world.done(asking(who.login))
        link = mailed_link(world, who.login)
        world.store.forget_attempts()
        answer = answer_link_request(world, who.login)
        used, answered = together([partial(world.send, making(link)), partial(world.send, answer)])
        assert answered.json is True
        assert used.status in (204, 409)
        assert enters(world, who.login, "cavalo bateria grampo") is (used.status == 204)
        assert enters(world, who.login, PASSWORD) is (used.status == 409)


def test_of_many_orders_at_once_one_link_is_good(world: World):
    who = newcomer(world)
    crowd(world, asking(who.login))
    link = mailed_link(world, who.login)
    assert world.send(making(link)).status == 204
