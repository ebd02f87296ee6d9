"""Acts on many, in many hands: one order confirmed twice, two workers on one job, a job beside an act (issue 4 §6)."""

import uuid
from collections.abc import Callable

from tests.races.crowd import together
from tests.world.builders import drafted, received, started
from tests.world.jobs import ordering, ordering_documents, worked
from tests.world.scenarios.document_life import document_path
from tests.world.world import Ask, Reply, World

HANDS = 6
DOCUMENTS = 12


def at_once(acts: list[Callable[[], Reply | None]]) -> list[Reply | None]:
    return together(acts)  # type: ignore[arg-type,return-value]


def told(world: World, process: str, kind: str) -> int:
    return sum(entry.fact.kind() == kind for entry in world.history(process))


def ended(world: World, job: str) -> tuple[str, int, int]:
    page = world.done(Ask(world.ana, "GET", f"/jobs/{job}"))
    return page["state"], page["progress"]["done"], page["progress"]["failed"]


def test_order_confirmed_twice_is_one_job(world: World):
    """Documents and processes alike."""
    place, process = drafted(world), received(world)
    for who, order in (
        (world.ana, ordering_documents(world.ana, "lock", [place])),
        (world.marina, ordering(world.marina, "progress", [process], text="Vistoria feita")),
    ):
        key = uuid.uuid4().hex
        replies = together([lambda order=order, key=key: world.send(order, key) for _ in range(HANDS)])
        assert {reply.status for reply in replies} == {201}, [reply.text for reply in replies]
        (job,) = {reply.json["job"] for reply in replies}
        worked(world, who, job)
    assert told(world, place[0], "document_locked") == 1
    assert told(world, process, "progress_recorded") == 1


def test_same_act_ordered_by_two_people_is_done_once_and_the_other_is_told_why_not(world: World):
    """DOC-21: two jobs over the documents of one process, at work at the same time."""
    process = started(world)
    places = [drafted(world, process) for _ in range(DOCUMENTS)]
    jobs = {
        who.login: (who, str(world.done(ordering_documents(who, "lock", places))["job"]))
        for who in (world.ana, world.carlos)
    }
    at_once([lambda who=who, job=job: worked(world, who, job) for who, job in jobs.values()])
    results = []
    for who, job in jobs.values():
        items = world.done(Ask(who, "GET", f"/jobs/{job}"))["items"]
        results.append([item["code"] or item["state"] for item in items])
    for one, other in zip(*results, strict=True):
        assert "done" in (one, other)
        assert {one, other} - {"done"} <= {"document_locked", "process_changed"}, (one, other)
    assert told(world, process, "document_locked") == DOCUMENTS
    world.check(process)


def test_two_workers_on_one_job_do_each_document_once(world: World):
    """A job whose batches are in turn too: the engine started it a second time."""
    process = started(world)
    places = [drafted(world, process) for _ in range(DOCUMENTS)]
    job = str(world.done(ordering_documents(world.ana, "comment", places, text="Conferir"))["job"])
    at_once([lambda: worked(world, world.ana, job) for _ in range(2)])
    worked(world, world.ana, job)
    assert ended(world, job) == ("done", DOCUMENTS, 0)
    said = world.done(Ask(world.ana, "GET", f"/processes/{process}/comments"))["items"]
    assert len(said) == DOCUMENTS


def test_job_that_deletes_and_a_person_who_writes_never_leave_half_a_document(world: World):
    """DOC-17: each document is locked by the person, or deleted by the job, and the other is refused."""
    process = started(world)
    places = [drafted(world, process) for _ in range(4)]
    job = str(world.done(ordering_documents(world.ana, "delete", places))["job"])
    locks = [Ask(world.carlos, "PUT", document_path(place, "lock"), {}, process) for place in places]
    locked = at_once(
        [
            lambda: worked(world, world.ana, job),
            *(lambda ask=ask: world.send(ask, uuid.uuid4().hex) for ask in locks),
        ]
    )[1:]
    worked(world, world.ana, job)
    kept = sum(reply is not None and reply.status < 300 for reply in locked)
    held = world.check(process)
    assert held is not None
    assert held.live_documents == kept == told(world, process, "document_locked")
    assert ended(world, job) == ("done", 4 - kept, kept)
