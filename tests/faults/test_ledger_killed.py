"""Who keeps the public ledger may die before or after any AWS call: nothing is lost and nothing is there twice.

Issue 5 §4, on the embedded AWS with its own table, bucket and key.
"""

import contextlib
import json
from datetime import timedelta

import pytest
from botocore.exceptions import ClientError

from chalicelib.application.ledger.ports import LedgerForked
from chalicelib.application.processes.export import export_process
from chalicelib.domain.identity import Actor
from chalicelib.domain.ledger import Place
from chalicelib.domain.organisation import Person, UnitName
from chalicelib.domain.tree_head import read_note
from tests.faults.sweep import KILLS
from tests.world import ledgers
from tests.world.builders import sent, started
from tests.world.wire import Killed, Tap, tapped
from tests.world.world import Ask, World
from tests.world.world import Person as Somebody
from verifier import chain
from verifier.ledger import check_ledger


@pytest.mark.parametrize("mode", KILLS)
def test_writer_killed_at_any_call_is_followed_by_one_that_appends_each_entry_once(
    own_world: World, mode: str
):
    processes, k, died = [], 0, True
    while died:
        processes.append(sent(own_world))
        tap, died = Tap(), True
        KILLS[mode](tap, k)
        with tapped(tap), contextlib.suppress(Killed):
            ledgers.append(own_world, processes[-1])
            died = False
        assert ledgers.append(own_world, processes[-1]) == []
        ledgers.check(own_world, *processes)
        k += 1
    assert k >= 6, "an entry is not appended with fewer calls"


@pytest.mark.parametrize("mode", KILLS)
def test_signing_killed_at_any_call_is_followed_by_one_that_continues_it(own_world: World, mode: str):
    processes, heads, k, died = [], [], 0, True
    while died:
        processes.append(sent(own_world))
        ledgers.append(own_world, processes[-1])
        tap, died = Tap(), True
        KILLS[mode](tap, k)
        with tapped(tap), contextlib.suppress(Killed):
            ledgers.sign(own_world)
            died = False
        head = ledgers.sign(own_world)
        assert head is not None
        heads.append(head)
        place = own_world.installed.place
        shown = place.ledger(own_world.tenant).file(ledgers.AGENCY, "checkpoint").decode()
        assert shown == head.note == place.ledger(own_world.tenant).last_head(ledgers.AGENCY).note
        assert head.size == ledgers.check(own_world, *processes)
        k += 1
    assert k >= 6, "a head is not signed and published with fewer calls"
    proven(own_world, processes[0])


def proven(world: World, process: str) -> None:
    """The export of the process is believed by the offline verifier."""
    export = world.done(Ask(world.ana, "GET", f"/processes/{process}/export"))
    chain.check(export)
    found = check_ledger(export)
    assert found is not None
    assert found.covered == export["n"]


def test_replay_and_any_order_change_nothing(own_world: World):
    processes = [sent(own_world), started(own_world), sent(own_world)]
    assert ledgers.append(own_world, *reversed(processes)) == []
    size, head = ledgers.check(own_world, *processes), ledgers.sign(own_world)
    for _ in range(2):
        assert ledgers.append(own_world, *processes) == []
        assert ledgers.sign(own_world) == head, "what did not grow is not signed again"
    assert ledgers.check(own_world, *processes) == size


def test_entries_of_what_was_deleted_are_appended_too_under_a_salt(own_world: World):
    process = started(own_world)
    own_world.done(Ask(own_world.ana, "DELETE", f"/processes/{process}", process=process))
    assert ledgers.append(own_world, process) == []
    ledgers.check(own_world, process)
    places = own_world.installed.place.ledger(own_world.tenant).places(process)
    assert [bool(place.salt) for place in places] == [True, True]


def test_what_people_wrote_is_salted_and_what_says_nothing_of_them_is_not(own_world: World):
    process = sent(own_world)
    own_world.done(Ask(own_world.marina, "POST", f"/processes/{process}/receipts", process=process))
    progress(own_world, own_world.marina, process, "Falei com a requerente")
    ledgers.append(own_world, process)
    kinds = [entry.fact.kind() for entry in own_world.history(process)]
    salted = [bool(one.salt) for one in own_world.installed.place.ledger(own_world.tenant).places(process)]
    assert dict(zip(kinds, salted, strict=True)) == {
        "process_started": False,
        "process_concluded_automatically": False,
        "process_sent": False,
        "process_received": False,
        "progress_recorded": True,
    }


def test_published_file_cannot_be_replaced_nor_deleted(own_world: World):
    """If-None-Match on the way in, Object Lock ever after."""
    ledgers.append(own_world, sent(own_world))
    head = ledgers.sign(own_world)
    assert head is not None
    place, path = own_world.installed.place, f"checkpoints/{head.size:012d}"
    ledger = place.ledger(own_world.tenant)
    assert ledger.publish(ledgers.AGENCY, path, b"another") == head.note.encode()
    where = {
        "Bucket": place.settings.ledger_bucket,
        "Key": f"registro/{own_world.tenant}/{ledgers.AGENCY}/{path}",
    }
    kept = place.s3.get_object(**where)
    assert kept["ObjectLockMode"] == "COMPLIANCE"
    assert kept["ObjectLockRetainUntilDate"] - kept["LastModified"] > timedelta(days=3650)
    with pytest.raises(ClientError, match="AccessDenied"):
        place.s3.delete_object(**where, VersionId=kept["VersionId"])


def test_nothing_is_signed_over_a_ledger_that_was_changed(own_world: World):
    """An administrator with the tables in hand swaps a leaf that was signed, or takes the last one away."""
    place, process = own_world.installed.place, sent(own_world)
    ledgers.append(own_world, process)
    first = ledgers.sign(own_world)
    assert first is not None
    table, client = place.settings.ledger_table, place.connection.client
    key = {"pk": {"S": f"T#{own_world.tenant}#LEDGER#{ledgers.AGENCY}"}, "sk": {"S": f"{0:012d}"}}
    kept = client.get_item(TableName=table, Key=key)["Item"]
    client.put_item(TableName=table, Item=kept | {"leaf": {"B": bytes(32)}})
    ledgers.append(own_world, sent(own_world))
    with pytest.raises(LedgerForked, match="not those that were signed"):
        ledgers.sign(own_world)
    client.put_item(TableName=table, Item=kept)
    assert ledgers.sign(own_world) is not None
    for index in range(place.ledger(own_world.tenant).size(ledgers.AGENCY) - 1, 0, -1):
        client.delete_item(TableName=table, Key=key | {"sk": {"S": f"{index:012d}"}})
    with pytest.raises(LedgerForked, match="are left"):
        ledgers.sign(own_world)


def test_every_head_continues_the_one_before_and_export_is_proven_across_tiles(own_world: World):
    """T4: what is in the tables after draining is what was signed; three hundred records, so more than one file."""
    process = started(own_world)
    ledgers.append(own_world, process)
    first = ledgers.sign(own_world)
    assert first is not None
    ledger, place = own_world.installed.place.ledger(own_world.tenant), own_world.installed.place
    filling(own_world, 290)
    progress(own_world, own_world.ana, process, "Depois")
    ledgers.append(own_world, process)
    last = ledgers.sign(own_world)
    assert last is not None
    assert last.size > 256 > first.size
    assert read_note(last.note).size == ledger.size(ledgers.AGENCY)
    export = json.loads(json.dumps(export_process(place.ports(own_world.tenant), actor(own_world), process)))
    chain.check(export)
    found = check_ledger(export, known=first.note)
    assert found is not None
    assert (found.covered, found.head.size) == (export["n"], last.size)


def filling(world: World, count: int) -> None:
    """Leaves of processes that are not this test's matter, forty in a transaction."""
    ledger = world.installed.place.ledger(world.tenant)
    while count > 0:
        size = ledger.size(ledgers.AGENCY)
        some = [Place(n, ledgers.AGENCY, size + n - 1, n.to_bytes(32, "big")) for n in range(1, 41)]
        assert ledger.append(f"filling{count}", ledgers.AGENCY, size, some)
        count -= 40


def progress(world: World, who: Somebody, process: str, text: str) -> None:
    world.done(Ask(who, "POST", f"/processes/{process}/progress", {"text": text}, process))


def actor(world: World) -> Actor:
    profiles = frozenset({"protocol"})
    return Actor(
        world.tenant, Person("ana.lima", "Ana"), UnitName("semad-prot", "SEMAD/PROT"), "pmu", profiles, True
    )
