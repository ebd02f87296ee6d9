"""What several people make of one thing at once: redacted copies, duplicates, e-mails (LGPD-01, PRO-12, DOC-22)."""

import uuid

from tests.races.crowd import together
from tests.world.builders import drafted, read_by, sent, signed, started
from tests.world.scenarios.correspondence import mailing
from tests.world.scenarios.document_life import document_path
from tests.world.scenarios.duplicates import duplicating, full, item
from tests.world.scenarios.redaction import making, path
from tests.world.world import Ask, Reply, World

HANDS = 6


def all_at_once(world: World, asks: list[Ask], key: str | None = None) -> list[Reply]:
    return together([lambda ask=ask: world.send(ask, key or uuid.uuid4().hex) for ask in asks])


def told(world: World, process: str, kind: str) -> int:
    return sum(entry.fact.kind() == kind for entry in world.history(process))


def test_two_people_redact_one_document_and_it_knows_of_both_copies(world: World):
    """LGPD-01: neither copy is lost, and no two have one number."""
    place = signed(world)
    replies = all_at_once(world, [making(world, place), making(world, place, world.carlos)])
    assert [reply.status for reply in replies] == [200, 200], [reply.text for reply in replies]
    copies = world.done(Ask(world.ana, "GET", path(place)))["redactions"]["copies"]
    assert len({copy["number"] for copy in copies}) == len({copy["document"] for copy in copies}) == 2
    process = world.check(place[0])
    assert process is not None
    # The document, and a copy and a certificate by each.
    assert process.live_documents == 5


def test_a_copy_asked_for_and_the_document_cancelled_at_once_leave_a_whole_process(world: World):
    """LGPD-01: a copy of what was cancelled is not made; one made before stays."""
    for _ in range(3):
        place = signed(world, sent(world, keep_open=True))
        read_by(world, place, world.marina)
        cancel = Ask(world.ana, "POST", document_path(place, "cancellation"), {"reason": "Feito por engano"}, place[0])
        make, gone = all_at_once(world, [making(world, place), cancel])
        assert gone.status < 300, gone.text
        process = world.check(place[0])
        assert process is not None
        assert process.live_documents == (3 if make.status < 300 else 1)
        assert told(world, place[0], "document_cancelled") == 1


def test_many_duplicate_one_process_and_each_gets_one_of_its_own(world: World):
    """PRO-12: numbers without a gap, the source as it was."""
    source = full(world)
    before = len(world.history(source))
    replies = all_at_once(world, [duplicating(world.ana, source)] * HANDS)
    assert {reply.status for reply in replies} == {201}, [reply.text for reply in replies]
    made = [reply.json["id"] for reply in replies]
    numbers = sorted(world.call(world.ana, "GET", f"/processes/{one}").json["process"]["nup"] for one in made)
    assert len(set(numbers)) == HANDS
    assert len(world.history(source)) == before
    for one in made:
        world.check(one)


def test_dialog_confirmed_twice_duplicates_once(world: World):
    """PRO-12: the same request in two tabs."""
    replies = all_at_once(world, [duplicating(world.ana, full(world))] * HANDS, uuid.uuid4().hex)
    assert len({reply.json["id"] for reply in replies if reply.status < 300}) == 1
    assert {reply.status for reply in replies} == {201}, [reply.text for reply in replies]


def test_two_workers_on_one_item_copy_the_document_once(world: World):
    """PRO-12."""
    made = world.done(duplicating(world.ana, full(world)))
    replies = all_at_once(world, [item(world, made, 0)] * HANDS, "um-item")
    assert {reply.status for reply in replies} == {200}, [reply.text for reply in replies]
    assert told(world, made["id"], "document_generated") == 1


def test_many_e_mails_of_one_process_are_each_a_document_of_it(world: World):
    """DOC-22: what was refused sent nothing."""
    process = started(world)
    replies = all_at_once(world, [mailing(world, process, subject=f"Aviso {n}") for n in range(HANDS)])
    assert {reply.status for reply in replies} <= {201, 409}, [reply.text for reply in replies]
    made = [reply.json for reply in replies if reply.status == 201]
    assert made
    assert len({one["number"] for one in made}) == len(made)
    held = world.check(process)
    assert held is not None
    assert held.live_documents == len(made)


def test_letter_confirmed_twice_leaves_once(world: World):
    """DOC-22: the same request in two tabs is one document and one e-mail."""
    process = started(world)
    replies = all_at_once(world, [mailing(world, process)] * HANDS, uuid.uuid4().hex)
    assert len({reply.json["id"] for reply in replies if reply.status < 300}) == 1
    assert {reply.status for reply in replies} == {201}, [reply.text for reply in replies]
    held = world.check(process)
    assert held is not None
    assert held.live_documents == 1


def test_e_mail_and_its_attachment_deleted_at_once_never_send_what_is_gone(world: World):
    """DOC-22, DOC-17."""
    for _ in range(3):
        place = drafted(world)
        delete = Ask(world.ana, "DELETE", document_path(place), process=place[0])
        letter, gone = all_at_once(world, [mailing(world, place[0], documents=[place[1]]), delete])
        # A draft is not attached: whoever comes first, the e-mail is refused and the draft is gone.
        assert (letter.status in (400, 409), gone.status < 300) == (True, True), (letter.text, gone.text)
        held = world.check(place[0])
        assert held is not None
        assert held.live_documents == 0
