"""Many who want the text of one file at once: one extraction, the others are told that it is under way (DOC-08)."""

from tests.races.crowd import ROUNDS, crowd, one_winner
from tests.world.extracting import Awaited
from tests.world.world import World


def test_one_of_many_asks_for_the_text_and_it_is_extracted_once(world: World):
    for _ in range(max(ROUNDS // 8, 3)):
        file = Awaited(world)
        file.give_up()
        one_winner(crowd(world, file.ask()), "extraction_under_way", "process_changed")
        reply = world.call(world.ana, "GET", file.path)
        assert reply.json["state"] == "waiting"
