"""Many writers of one ledger: the condition on its size makes them one (issue 5 §4)."""

from tests.races.crowd import together
from tests.world import ledgers
from tests.world.builders import sent
from tests.world.world import Reply, World

WRITERS = 16


def test_writers_of_the_same_and_of_other_processes_append_each_entry_once(
    own_world: World, no_waiting: None
):
    """Two for each process; who loses too often is told again by the queue, as here."""
    everything: list[str] = []
    for _ in range(3):
        processes = [sent(own_world) for _ in range(WRITERS // 2)]

        def write(process: str) -> Reply:
            left = ledgers.append(own_world, process)
            return Reply(503 if left else 200, {}, "")

        waiting = processes * 2
        while waiting:
            replies = together([lambda process=process: write(process) for process in waiting])
            waiting = [one for one, reply in zip(waiting, replies, strict=True) if reply.status == 503]
        everything += processes
        ledgers.check(own_world, *everything)


def test_two_who_sign_at_once_publish_one_head(own_world: World):
    for _ in range(5):
        ledgers.append(own_world, sent(own_world))
        notes: list[str] = []

        def sign(notes: list[str] = notes) -> Reply:
            head = ledgers.sign(own_world)
            assert head is not None
            notes.append(head.note)
            return Reply(200, {}, "")

        together([sign, sign])
        assert len(set(notes)) == 1, "a size has one head: who comes second takes the first's"
        ledger = own_world.installed.place.ledger(own_world.tenant)
        assert ledger.file(ledgers.AGENCY, "checkpoint").decode() == notes[0]
