"""One letter for many, in many hands: circulars, mail merges and the e-mails of a block (DOC-09, DOC-19, DOC-22)."""

import uuid

from tests.api.test_copies import Rendering
from tests.races.crowd import together
from tests.world.builders import document, drafted, started
from tests.world.jobs import worked
from tests.world.scenarios.authoring import merging
from tests.world.scenarios.blocks import block
from tests.world.scenarios.circulars import circulating, contact, letter_in_block, mailing_block
from tests.world.world import Ask, Person, Reply, World

HANDS = 6


def twice(world: World, ask: Ask) -> str:
    """The dialog confirmed in several tabs with one key; -> the one job that it became."""
    key = uuid.uuid4().hex
    replies = together([lambda: world.send(ask, key) for _ in range(HANDS)])
    assert {reply.status for reply in replies} == {201}, [reply.text for reply in replies]
    (job,) = {reply.json["job"] for reply in replies}
    return str(job)


def side_by_side(world: World, *orders: tuple[Person, str]) -> None:
    """The jobs worked on at the same moment, each by a worker of its own, and then to their ends."""

    def work(who: Person, job: str) -> Reply:
        worked(world, who, job, Rendering(world))
        return Reply(200, {}, "{}")

    together([lambda order=order: work(*order) for order in orders])
    for order in dict.fromkeys(orders):
        work(*order)


def results(world: World, who: Person, job: str) -> list[dict]:
    found = world.done(Ask(who, "GET", f"/jobs/{job}"))
    assert found["state"] == "done"
    return list(found["items"])


def in_block(world: World, made: str) -> list[str]:
    return [item["document"] for item in world.done(Ask(world.ana, "GET", f"/blocks/{made}"))["items"]]


def test_circular_confirmed_twice_writes_to_each_addressee_once_whoever_works_on_it(world: World):
    place, into = drafted(world), block(world)
    job = twice(world, circulating(world, place, contact(world), contact(world), into=into))
    side_by_side(world, (world.ana, job), (world.ana, job))
    assert [item["state"] for item in results(world, world.ana, job)] == ["done", "done"]
    assert len(in_block(world, into)) == 2
    held = world.check(place[0])
    assert held is not None
    assert held.live_documents == 3


def test_two_people_circulate_one_letter_at_once_and_each_document_has_its_own_number(world: World):
    place, into = drafted(world), block(world)
    people = [contact(world), contact(world)]
    asks = [circulating(world, place, *people, into=into)]
    asks.append(Ask(world.carlos, "POST", asks[0].path, asks[0].body, place[0]))
    replies = together([lambda ask=ask: world.send(ask, uuid.uuid4().hex) for ask in asks])
    assert [reply.status for reply in replies] == [201, 201], [reply.text for reply in replies]
    orders = [(ask.who, str(reply.json["job"])) for ask, reply in zip(asks, replies, strict=True)]
    side_by_side(world, *orders)
    states = [item["state"] for order in orders for item in results(world, *order)]
    made = [document(world, (place[0], each)) for each in in_block(world, into)]
    assert len(made) == states.count("done") >= 2, states
    assert len({each["number"] for each in made}) == len({each["type_number"] for each in made}) == len(made)
    assert document(world, place)["state"] == "draft"
    world.check(place[0])


def test_circular_written_while_its_block_is_shared_is_in_the_block_or_not_written(world: World):
    """A draft outside of its block would be a letter that nobody knows of."""
    for _ in range(3):
        place, into = drafted(world), block(world)
        world.done(Ask(world.ana, "POST", f"/blocks/{into}/items", {"process": place[0], "document": place[1]}))
        job = str(world.done(circulating(world, place, contact(world), contact(world), into=into))["job"])

        def work(job: str = job) -> Reply:
            worked(world, world.ana, job, Rendering(world))
            return Reply(200, {}, "{}")

        share = Ask(world.ana, "POST", f"/blocks/{into}/sharing", {})
        _, shared = together([work, lambda share=share: world.send(share, uuid.uuid4().hex)])
        assert shared.status in (201, 200, 409), shared.text
        states = [item["state"] for item in results(world, world.ana, job)]
        assert len(in_block(world, into)) == 1 + states.count("done")
        held = world.check(place[0])
        assert held is not None
        assert held.live_documents == 1 + states.count("done")


def test_letters_of_a_block_confirmed_twice_leave_once_whoever_works_on_them(world: World):
    made = letter_in_block(world)
    job = twice(world, mailing_block(world, made))
    side_by_side(world, (world.ana, job), (world.ana, job))
    (item,) = results(world, world.ana, job)
    assert item["state"] == "done"
    (letter,) = world.done(Ask(world.ana, "GET", f"/blocks/{made}"))["items"]
    held = world.check(letter["process"])
    assert held is not None
    assert held.live_documents == 2, "the letter, and the e-mail that took it"


def test_sheet_confirmed_twice_writes_each_row_once_whoever_works_on_it(world: World):
    processes = [started(world), started(world)]
    job = twice(world, merging(world, *processes))
    side_by_side(world, (world.ana, job), (world.ana, job))
    assert [item["state"] for item in results(world, world.ana, job)] == ["done", "done"]
    for process in processes:
        held = world.check(process)
        assert held is not None
        assert held.live_documents == 1
