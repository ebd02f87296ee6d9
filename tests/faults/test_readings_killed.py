"""AUD-01: the record of a reading is written beside the request, by another thread, which the sweep does not reach.

Here that writing is brought onto the wire of the request itself, and killed like every other call: whatever died, no
reading was shown that is not on record, and the next try shows it and is on record.
"""

import uuid
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any

import pytest

from chalicelib.adapters.dynamodb import audit
from tests.faults.sweep import KILLS, attempt
from tests.world.builders import RESTRICTED, started
from tests.world.wire import AwsCall
from tests.world.world import Ask, World


class OnTheWire:
    """Stands for the threads: the writing is done at once, and what became of it is told when it is waited for."""

    def submit(self, act: Callable[..., Any], **how: Any) -> "Future[Any]":
        written: Future[Any] = Future()
        try:
            written.set_result(act(**how))
        except BaseException as death:
            written.set_exception(death)
        return written


@pytest.fixture(autouse=True)
def written_on_the_wire(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(audit, "_writers", OnTheWire())


def of_page(world: World) -> tuple[Ask, str]:
    """-> (a reading of a restricted process, the partition of what is known of its readings)."""
    process = started(world, **RESTRICTED)
    return Ask(world.ana, "GET", f"/processes/{process}"), f"T#{world.tenant}#AUDIT#P#{process}"


def of_contacts(world: World) -> tuple[Ask, str]:
    """A reading about a person: the record and the person's row, in one transaction."""
    name = f"Iracema {uuid.uuid4().hex[:8]}"
    contact = world.done(Ask(world.ana, "POST", "/contacts", {"name": name, "kind": "person"}))["id"]
    ask = Ask(world.ana, "GET", f"/contacts?query={name.replace(' ', '%20')}")
    return ask, f"T#{world.tenant}#AUDIT#PERSON#contact:{contact}"


def recorded(world: World, partition: str) -> int:
    """How many readings of the process, or of the person, are on record."""
    day = world.installed.place.now().strftime("%Y%m%d")
    if "#PERSON#" in partition:
        return len(world.store.partition(partition, "audit"))
    rows = world.store.everything("audit", f"T#{world.tenant}#")
    return sum(row.get("process") == partition and row["sk"].startswith(day) for row in rows)


def of_audit(call: AwsCall, table: str) -> bool:
    return call.request.get("TableName") == table or any(
        part["Put"]["TableName"] == table for part in call.request.get("TransactItems", []) if "Put" in part
    )


@pytest.mark.parametrize("mode", KILLS)
@pytest.mark.parametrize("reading", [of_page, of_contacts], ids=["a restricted page", "people"])
def test_reading_killed_at_any_call_its_record_among_them_shows_nothing_that_is_not_recorded(
    world: World, reading: Callable[[World], tuple[Ask, str]], mode: str
) -> None:
    table, reached, k = world.installed.place.settings.audit_table, False, 0
    while True:
        ask, partition = reading(world)
        made = attempt(world, ask, uuid.uuid4().hex, KILLS[mode], k)
        if len(made.calls) <= k:
            assert recorded(world, partition) == 1
            break
        assert made.reply is None, f"killed {mode} call {k} ({made.calls[k].label}), it answered"
        reached = reached or of_audit(made.calls[k], table)
        before = recorded(world, partition)
        assert before <= 1
        assert world.send(ask).status == 200
        assert recorded(world, partition) == before + 1, "what is shown the next time is on record, once"
        k += 1
    assert reached, "the record itself was killed"
