"""Many hands on one standard text, and on one draft's lock (DOC-03, DOC-06)."""

from tests.races.crowd import FEWER, THREADS, crowd, one_winner, together
from tests.world.builders import drafted
from tests.world.scenarios.authoring import standard_text, text_form
from tests.world.world import Ask, World


def test_of_many_who_change_a_standard_text_one_does(world: World):
    for _ in range(FEWER):
        path = f"/standard-texts/{standard_text(world)}"
        ask = Ask(world.ana, "PUT", path, text_form(name="Fecho"), headers={"If_Match": '"1"'})
        one_winner(crowd(world, ask), "text_changed", "process_changed")
        assert world.call(world.ana, "GET", path).json["revision"] == 2


def test_of_many_who_begin_to_write_one_holds_the_draft(world: World):
    for _ in range(FEWER):
        process, document = drafted(world)
        path = f"/processes/{process}/documents/{document}/editing"
        asks = [Ask(world.ana, "PUT", path, {"editor": f"window-{n}"}) for n in range(THREADS)]
        replies = together([lambda ask=ask: world.send(ask) for ask in asks])
        assert [reply.status for reply in replies] == [200] * THREADS
        assert sum(reply.json["mine"] for reply in replies) == 1
