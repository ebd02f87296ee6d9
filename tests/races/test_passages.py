"""Many hands on one comment on a passage: no answer is lost, and it is resolved once (DOC-03)."""

import uuid
from collections.abc import Callable

import pytest

from tests.races.crowd import FEWER, crowd, one_winner, together
from tests.world.builders import saving
from tests.world.scenarios.document_life import document_path
from tests.world.scenarios.passages import commented, commenting, on_passage, resolving, to_comment
from tests.world.world import Ask, World

HANDS = 6


def comments(world: World, place: tuple[str, str]) -> list:
    return list(world.done(Ask(world.ana, "GET", document_path(place, "passages")))["items"])


def reopening(world: World, made: tuple[str, str, str]) -> Ask:
    world.done(resolving(world, made))
    return on_passage(world, made, "resolution", method="DELETE")


def taking_back(world: World, made: tuple[str, str, str]) -> Ask:
    return on_passage(world, made, "removals", {"number": 0})


@pytest.mark.parametrize(
    ("arrange", "refusal"),
    [
        (resolving, "passage_resolved"),
        (reopening, "passage_not_resolved"),
        (taking_back, "passage_words_removed"),
    ],
)
def test_of_many_at_once_exactly_one_does_it(world: World, arrange: Callable[..., Ask], refusal: str):
    for _ in range(FEWER):
        made = commented(world)
        one_winner(crowd(world, arrange(world, made)), refusal, "process_changed")


def test_answers_of_many_at_once_are_all_kept(world: World):
    """Whoever was refused was told so, and said nothing."""
    made = commented(world)
    asks = [on_passage(world, made, "answers", {"text": f"Resposta {n}"}) for n in range(HANDS)]
    replies = together([lambda ask=ask: world.send(ask) for ask in asks])
    assert {reply.status for reply in replies} <= {201, 409}, [reply.text for reply in replies]
    (found,) = comments(world, made[:2])
    said = {f"Resposta {n}" for n, reply in enumerate(replies) if reply.status == 201}
    assert {one["text"] for one in found["said"][1:]} == said
    assert len(found["said"]) == len(said) + 1 > 1


def test_answer_and_resolution_at_once_leave_a_whole_conversation(world: World):
    for _ in range(FEWER):
        made = commented(world)
        asks = [on_passage(world, made, "answers", {"text": "Ver"}, world.carlos), resolving(world, made)]
        answer, resolution = together([lambda ask=ask: world.send(ask) for ask in asks])
        assert resolution.status == 200, resolution.text
        assert (answer.status, answer.json.get("code")) in ((201, None), (409, "passage_resolved"))
        (found,) = comments(world, made[:2])
        assert (len(found["said"]), bool(found["resolved_at"])) == (1 + (answer.status == 201), True)


def test_comments_made_while_the_text_is_saved_are_all_found_in_it(world: World):
    """A comment is of the text that it was marked in, whichever was the last when it arrived."""
    place = to_comment(world)
    asks = [commenting(world, place, text=f"Comentário {n}") for n in range(HANDS)]
    asks.append(saving(world, place, "Atenciosamente."))
    replies = together([lambda ask=ask: world.send(ask, uuid.uuid4().hex) for ask in asks])
    assert [reply.status for reply in replies] == [201] * HANDS + [200], [reply.text for reply in replies]
    found = comments(world, place)
    assert len(found) == HANDS
    assert all(one["span"] and one["words"] == "vinte dias" for one in found)
