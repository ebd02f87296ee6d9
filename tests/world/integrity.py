"""Everything that must agree about one process, wherever it is written (architecture §4, §1.5, §1.10).

Used after every kill, race and random program: if any of these can be broken, a record of the administration can
be half written.
"""

import hashlib
from typing import Any

from chalicelib.adapters.dynamodb import keys
from chalicelib.adapters.dynamodb.codec import decode
from chalicelib.adapters.dynamodb.records import digits
from chalicelib.application.confidential.row import CredentialRow, credential_rows
from chalicelib.application.inbox.row import InboxRow, inbox_row
from chalicelib.domain.document import Document
from chalicelib.domain.history import GENESIS, Entry, RecordErased, read
from chalicelib.domain.process import Process
from chalicelib.domain.routing import Routing
from chalicelib.domain.version import Version

from .items import Store


def entries(store: Store, tenant: str, process: str) -> list[Entry]:
    """The chain as stored, in order."""
    pk, _ = keys.process(tenant, process)
    return [read(item["body"].encode()) for item in store.partition(pk, "history")]


def check_chain(chain: list[Entry]) -> None:
    """Numbered from 1 without a gap, each bound to the one before."""
    head = GENESIS
    for position, entry in enumerate(chain, start=1):
        assert entry.n == position, f"entry {entry.n} stands at {position}"
        assert entry.previous == head, f"entry {entry.n} does not continue the chain"
        gone = isinstance(entry.fact, RecordErased)
        head = entry.hash if gone else hashlib.sha256(entry.body).hexdigest()


def check_process(store: Store, tenant: str, process: str) -> Process | None:
    """Assert that the process is whole; -> the process, None when it is deleted or never was."""
    pk, sk = keys.process(tenant, process)
    items = {item["sk"]: item for item in store.partition(pk)}
    chain = entries(store, tenant, process)
    check_chain(chain)
    if sk not in items:
        assert not any(key.startswith("UNIT") for key in items), "inbox rows of a process that is not"
        return None
    found = decode(Process, items[sk]["body"])
    assert found.n == len(chain) == items[sk]["n"], f"{found.n} counted, {len(chain)} written"
    assert found.head == (chain[-1].hash if chain else GENESIS)
    _check_number(store, found)
    _check_rows(found, items)
    _check_credentials(found, items)
    _check_routings(found, items)
    _check_documents(store, found, items)
    return found


def _check_number(store: Store, process: Process) -> None:
    place = (store.settings.main_table, *keys.nup(process.tenant, digits(process.nup)))
    row = store.get([place])[place]
    assert process.id in (row or {"body": ""})["body"], "the number does not lead to the process"


def _check_rows(process: Process, items: dict[str, Any]) -> None:
    units = {key.split("#")[1] for key in items if key.startswith("UNIT#")}
    assert units == set(process.presences), "inbox rows and presences differ"
    for unit in process.presences:
        item = items[f"UNIT#{unit}"]
        assert decode(InboxRow, item["body"]) == inbox_row(process, unit), f"stale inbox row in {unit}"
        row = inbox_row(process, unit)
        kind = (
            None
            if row.personal
            else "OPEN"
            if row.in_inbox
            else "SUSPENDED"
            if row.suspended
            else "CONCLUDED"
            if row.concluded
            else None
        )
        assert item.get("gsi1pk") == (kind and keys.join(process.tenant, kind, unit)), (
            f"{unit}: in a wrong list"
        )
        assert item.get("assignee") == (row.assignee.id if row.in_inbox and row.assignee else None)


def _check_credentials(process: Process, items: dict[str, Any]) -> None:
    """A row for each live credential while it is confidential, in the holder's list and the agency's holdings."""
    rows = {(row.user.id, row.unit.id): row for row in credential_rows(process).values()}
    written = {key: item for key, item in items.items() if key.startswith("CRED#")}
    assert set(written) == {f"CRED#{unit}#{user}" for user, unit in rows}, "rows of credentials differ"
    for (user, unit), row in rows.items():
        item = written[f"CRED#{unit}#{user}"]
        assert decode(CredentialRow, item["body"]) == row, f"stale row of {user}"
        assert item["gsi1pk"] == keys.held_by(process.tenant, unit, user)
        assert item["gsi1sk"] == keys.held_order(row.at_hand, row.row.last_activity_at)
        assert (item["gsi2pk"], item["gsi2sk"]) == (
            keys.holdings(process.tenant, row.agency),
            keys.holdings_order(unit, process.id, user),
        )


def _check_routings(process: Process, items: dict[str, Any]) -> None:
    written = [decode(Routing, item["body"]) for key, item in items.items() if key.startswith("ROUTE#")]
    still_open = {routing.id: routing for routing in written if routing.open}
    assert still_open == {routing.id: routing for routing in process.routings}, "routings differ"


def _check_documents(store: Store, process: Process, items: dict[str, Any]) -> None:
    found = [decode(Document, item["body"]) for key, item in items.items() if key.startswith("DOC#")]
    levels: dict[str, int] = {}
    for document in found:
        assert document.process == process.id
        levels[document.metadata.level.value] = levels.get(document.metadata.level.value, 0) + 1
        for key in filter(None, (document.text and document.text.key, document.file and document.file.key)):
            assert store.content(key) is not None, f"document {document.number} refers to nothing"
        signed = [key for key in items if key.startswith(f"SIG#{document.id}#")]
        assert len(signed) >= len(document.signatures), "a signature without its record"
    assert len({document.order for document in found}) == len(found), "two documents in one place"
    assert len({document.number for document in found}) == len(found), "two documents with one number"
    assert process.document_count >= len(found)
    for level, count in process.document_levels.items():
        assert count <= levels.get(level, 0), f"level {level} counted without its document"
    for key, item in items.items():
        if key.startswith("VER#"):
            version = decode(Version, item["body"])
            assert store.content(version.content_key) is not None, "a version without its text"
