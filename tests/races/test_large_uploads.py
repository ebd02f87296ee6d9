"""One large file in many hands: its parts sent twice, its sending ended by several at once (DOC-08)."""

import urllib.request

import pytest

from chalicelib.domain import upload_parts
from tests.races.crowd import FEWER, together
from tests.world.builders import FILE, declaring, started
from tests.world.world import Ask, Reply, World

HANDS = 6
DATA = FILE + b"%" * 4096
PART = len(DATA) - 5


@pytest.fixture(autouse=True)
def small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """A small file goes in two parts: the race is the same, and gigabytes take their time."""
    monkeypatch.setattr(upload_parts, "PART_SIZE", PART)
    monkeypatch.setattr(upload_parts, "LARGEST_WHOLE", PART)


def declared(world: World) -> str:
    """A file about to be sent; -> its address in the API."""
    ask = declaring(world.ana, started(world), DATA)
    return f"{ask.path}/{world.done(ask)['id']}"


def put(url: str, number: int) -> int:
    begin = (number - 1) * PART
    request = urllib.request.Request(url, DATA[begin : begin + PART], method="PUT")
    with urllib.request.urlopen(request, timeout=20) as answer:
        return int(answer.status)


def links(world: World, place: str) -> dict[int, str]:
    left = world.done(Ask(world.ana, "POST", f"{place}/parts", {}))
    return {link["number"]: link["url"] for link in left["links"]}


def sent(world: World) -> str:
    """A file whose parts are all there."""
    place = declared(world)
    for number, url in links(world, place).items():
        put(url, number)
    return place


def ending(world: World, place: str) -> Ask:
    return Ask(world.ana, "POST", f"{place}/completion", {})


def giving_up(world: World, place: str) -> Ask:
    return Ask(world.ana, "DELETE", place)


def at_once(world: World, asks: list[Ask]) -> list[Reply]:
    return together([lambda ask=ask: world.send(ask) for ask in asks])


def test_part_sent_twice_at_once_is_one_part(world: World):
    """The same file dropped in two windows: each part counts once, and the file closes."""
    place = declared(world)
    addresses = links(world, place)
    assert put(addresses[1], 1) == 200
    assert together([lambda: put(addresses[2], 2)] * HANDS) == [200] * HANDS
    left = world.done(Ask(world.ana, "POST", f"{place}/parts", {}))
    assert (left["total"], left["arrived"], left["links"]) == (2, 2, [])
    world.done(ending(world, place))


def test_sending_ended_by_many_at_once_is_ended_for_all_of_them(world: World):
    place = sent(world)
    replies = at_once(world, [ending(world, place)] * HANDS)
    assert {reply.status for reply in replies} == {200}, [reply.text for reply in replies]
    assert links(world, place) == {}


def test_sending_ended_and_given_up_at_once_is_one_or_the_other(world: World):
    """Whoever was late finds no sending any more; nobody gets an error, and no part lies about."""
    for _ in range(FEWER):
        place = sent(world)
        replies = at_once(world, [ending(world, place), giving_up(world, place)])
        assert {reply.status for reply in replies} == {200}, [reply.text for reply in replies]
        assert links(world, place) == {}
