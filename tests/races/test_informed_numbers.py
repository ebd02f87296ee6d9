"""Numbers informed by hand against each other and against the counter: each of one process, none missing (PRO-06)."""

import uuid

from chalicelib.domain.numbering import Codes, format_number
from tests.races.crowd import FEWER, crowd, together
from tests.world.builders import FEDERAL, on_paper, paper_number, process_form
from tests.world.world import Ask, World


def test_of_many_who_inform_the_same_number_one_gets_it(world: World):
    for _ in range(FEWER):
        replies = crowd(world, Ask(world.ana, "POST", "/processes", on_paper()))
        assert sum(reply.status == 201 for reply in replies) == 1
        _told(replies)


def test_of_many_processes_that_change_to_one_number_one_gets_it(world: World):
    for _ in range(FEWER):
        made = [world.done(Ask(world.ana, "POST", "/processes", on_paper()))["id"] for _ in range(8)]
        wanted = {"number": paper_number(), "filed_on": "2019-03-07"}
        asks = [Ask(world.ana, "PUT", f"/processes/{one}/number", wanted, one) for one in made]
        replies = together([lambda ask=ask: world.send(ask, uuid.uuid4().hex) for ask in asks])
        assert sum(reply.status == 200 for reply in replies) == 1
        _told(replies)
        for process in made:
            world.check(process)


def test_counter_that_meets_informed_numbers_gives_each_of_the_others_once(own_world: World):
    """Twenty numbers ahead of the counter are informed while forty processes take theirs from it."""
    year = own_world.clock().astimezone(own_world.zone).year
    informed = [format_number(FEDERAL, Codes(unit_sei="1101"), year, 3 * place) for place in range(1, 21)]
    forms = [on_paper() | {"number": number} for number in informed] + [process_form()] * 40
    acts = [Ask(own_world.ana, "POST", "/processes", form) for form in forms]
    replies = together([lambda ask=ask: _persistently(own_world, ask) for ask in acts])
    numbers = [reply.json["nup"] for reply in replies if reply.status == 201]
    assert len(set(numbers)) == len(numbers)
    # Whoever came after the counter was told so; every other one of the sixty stands, and none is missing.
    _told(replies)
    sequences = sorted(int(number[6:12]) for number in numbers)
    automatic = sorted(int(reply.json["nup"][6:12]) for reply in replies[20:])
    assert len(automatic) == 40
    assert set(range(1, automatic[-1] + 1)) <= set(sequences)
    for reply in replies:
        if reply.status == 201:
            own_world.check(reply.json["id"])


def _persistently(world: World, ask: Ask):
    """With one key until it is no lost race."""
    key = uuid.uuid4().hex
    for _ in range(30):
        reply = world.send(ask, key)
        if reply.status != 409:
            return reply
    raise AssertionError("never answered")


def _told(replies) -> None:
    for reply in replies:
        if reply.status >= 300:
            known = [one["code"] for one in reply.json.get("errors", ())] or [reply.json["code"]]
            assert known in (["number_taken"], ["process_changed"]), reply.text
