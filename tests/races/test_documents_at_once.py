"""One document in many hands: whoever comes first writes, files, deletes or signs it, and the others are told
(DOC-03, DOC-05, DOC-07, DOC-08, DOC-10, DOC-12, DOC-13, DOC-17, DOC-21, DOC-26, PRO-25)."""

import uuid
from collections.abc import Callable

import pytest

from tests.races.crowd import FEWER, crowd, together
from tests.world import certifying, govbr
from tests.world.builders import (
    accepted,
    authenticating_many,
    digitized,
    document,
    drafted,
    filing,
    inspecting,
    quarantined,
    read_by,
    saving,
    sent,
    signed,
)
from tests.world.scenarios.authoring import answering, form_drafted, importing
from tests.world.scenarios.document_life import commented, document_path, locking
from tests.world.world import Ask, Reply, World

HANDS = 6
CHANGED = (409, "process_changed")
OVERTAKEN = (412, "draft_changed")


def writing_once(world: World) -> Ask:
    return saving(world, drafted(world))


def answering_once(world: World) -> Ask:
    return answering(world, form_drafted(world))


def importing_once(world: World) -> Ask:
    return importing(world, drafted(world))


def describing_once(world: World) -> Ask:
    place = drafted(world)
    return Ask(world.ana, "PATCH", document_path(place), {"description": "Resposta definitiva"}, place[0])


def filing_once(world: World) -> Ask:
    return filing(world, accepted(world))


def deleting_once(world: World) -> Ask:
    place = drafted(world)
    return Ask(world.ana, "DELETE", document_path(place), process=place[0])


def cancelling_once(world: World) -> Ask:
    place = signed(world, sent(world, keep_open=True))
    read_by(world, place, world.marina)
    return Ask(world.ana, "POST", document_path(place, "cancellation"), {"reason": "Feito por engano"}, place[0])


def locking_once(world: World) -> Ask:
    return locking(world, drafted(world))


def unlocking_once(world: World) -> Ask:
    place = drafted(world)
    world.done(locking(world, place))
    return Ask(world.ana, "DELETE", document_path(place, "lock"), process=place[0])


def rewording_once(world: World) -> Ask:
    process, comment = commented(world)
    path = f"/processes/{process}/comments/{comment}"
    return Ask(world.ana, "PATCH", path, {"text": "Metragem conferida"}, process)


def removing_once(world: World) -> Ask:
    process, comment = commented(world)
    return Ask(world.ana, "DELETE", f"/processes/{process}/comments/{comment}", process=process)


def finishing_once(world: World) -> Ask:
    return govbr.ending(world, govbr.letter(world))


BEGUN_AGAIN = ((409, "already_signed"), (409, "preparation_gone"), (409, "document_changed"))
CONTENDED: list[tuple[Callable[[World], Ask], int, tuple[tuple[int, str], ...]]] = [
    (writing_once, 0, (OVERTAKEN,)),
    (answering_once, 0, (OVERTAKEN,)),
    (importing_once, 0, (OVERTAKEN,)),
    (describing_once, 1, ((409, "nothing_changed"),)),
    (filing_once, 1, ((409, "upload_used"),)),
    (deleting_once, 1, ((404, "not_found"),)),
    (cancelling_once, 1, ((403, "document_cancelled"),)),
    (locking_once, 1, ((403, "document_locked"),)),
    (unlocking_once, 1, ((403, "document_not_locked"),)),
    (rewording_once, 0, ((409, "nothing_changed"),)),
    (removing_once, 0, ((409, "comment_removed"),)),
    (finishing_once, 1, BEGUN_AGAIN),
]


def one_of(replies: list[Reply], *refusals: tuple[int, str]) -> None:
    """One of them was done; everybody else was told one of these."""
    assert sum(reply.status < 300 for reply in replies) == 1, [reply.text for reply in replies][:6]
    assert {(reply.status, reply.json["code"]) for reply in replies if reply.status >= 300} <= {CHANGED, *refusals}


@pytest.mark.parametrize(("arrange", "entries", "refusals"), CONTENDED, ids=lambda it: getattr(it, "__name__", ""))
def test_of_many_at_once_exactly_one_does_it(
    world: World, arrange: Callable[[World], Ask], entries: int, refusals: tuple[tuple[int, str], ...]
):
    for _ in range(FEWER):
        ask = arrange(world)
        assert ask.process
        before = len(world.history(ask.process))
        one_of(crowd(world, ask), *refusals)
        world.check(ask.process)
        assert len(world.history(ask.process)) - before == entries


def test_version_restored_by_many_is_restored_as_often_as_it_is_told(world: World):
    """DOC-05: each restoration is a version of its own, and none is lost under another."""
    place = drafted(world)
    world.done(saving(world, place, explicit=True))
    first = document(world, place)["version"]
    path = document_path(place, "versions", "1", "restoration")
    replies = crowd(world, Ask(world.ana, "POST", path, process=place[0]))
    assert {reply.status for reply in replies} <= {200, 409}, {reply.text for reply in replies}
    done = sum(reply.status == 200 for reply in replies)
    told = [entry.fact.kind() for entry in world.history(place[0])].count("version_restored")
    assert document(world, place)["version"] - first == told == done >= 1
    world.check(place[0])


def test_file_inspected_by_two_events_at_once_has_one_verdict(world: World):
    """DOC-08: the store may tell twice that the file arrived."""
    for _ in range(FEWER):
        place = quarantined(world)
        asks = [inspecting(world, place) for _ in range(HANDS)]
        replies = together([lambda ask=ask: world.send(ask) for ask in asks])
        assert {reply.status for reply in replies} == {200}, [reply.text for reply in replies]
        found = world.done(Ask(world.ana, "GET", f"/processes/{place[0]}/uploads/{place[1]}"))
        assert found["state"] == "accepted"


def test_of_many_dialogs_over_the_same_papers_each_is_authenticated_once(world: World):
    """DOC-13: a result for each, in every dialog."""
    places = [digitized(world) for _ in range(2)]
    ask = authenticating_many(world, places)
    replies = together([lambda: world.send(ask, uuid.uuid4().hex) for _ in range(HANDS)])
    assert {reply.status for reply in replies} == {200}
    for turn, place in enumerate(places):
        results = [reply.json["results"][turn] for reply in replies]
        assert sum(result["authenticated"] for result in results) == 1
        assert {result["code"] for result in results} <= {None, "already_authenticated", "process_changed"}
        world.check(place[0])


@pytest.mark.parametrize("other", [govbr.ending, certifying.ending], ids=["gov.br", "certificate"])
def test_two_people_of_whom_one_signs_by_govbr_sign_one_after_the_other(world: World, other):
    """DOC-10: what was made ready over one state of the document never signs another."""
    for _ in range(FEWER):
        place = govbr.letter(world)
        acts = [(govbr.ending, world.ana), (other, world.carlos)]
        asks = [ending(world, place, who) for ending, who in acts]
        replies = together([lambda ask=ask: world.send(ask) for ask in asks])
        assert sorted(reply.status for reply in replies) == [201, 409], [reply.text for reply in replies]
        loser = next(n for n, reply in enumerate(replies) if reply.status == 409)
        assert replies[loser].json["code"] in ("document_changed", "process_changed")
        ending, who = acts[loser]
        world.done(ending(world, place, who))
        signers = [made["signer"]["id"] for made in document(world, place)["signatures"]]
        assert sorted(signers) == ["ana.lima", "carlos.moura"]
        world.check(place[0])
