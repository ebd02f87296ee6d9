"""Units with many processes and processes with many documents, written straight into the tables."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

from chalicelib.adapters.dynamodb import keys, records
from chalicelib.adapters.dynamodb.items import MainItem
from chalicelib.adapters.randomness import identifier
from chalicelib.application.inbox.row import InboxRow, inbox_row
from chalicelib.application.references import DocumentKey, ProcessKey
from chalicelib.domain.process import Process
from tests.world.builders import drafted, started
from tests.world.world import World

UNIT = "semad-prot"


def fill_inbox(world: World, size: int, unit: str = UNIT) -> None:
    """``size`` inbox rows in a unit that has none, as ``record.row_actions`` would leave them; Ana's has one more
    process, whose row is the model of the others.
    """
    ports = world.installed.place.ports(world.tenant)
    (found,) = ports.reader.get(ProcessKey(started(world)))
    model: Process = found
    row = inbox_row(model, UNIT)
    with MainItem.batch_write() as batch:
        for item in _rows(world.tenant, row, unit, size - (unit == UNIT)):
            batch.save(item)


def _rows(tenant: str, row: InboxRow, unit: str, size: int) -> Iterator[MainItem]:
    for position in range(size):
        process, at = identifier(), row.last_activity_at - timedelta(minutes=position)
        made = replace(row, process=process, last_activity_at=at, arrived_at=at)
        yield MainItem(
            *keys.presence(tenant, process, unit),
            body=records.encode(made),
            unread=made.unread,
            type=made.type.code,
            gsi1pk=keys.open_in_unit(tenant, unit),
            gsi1sk=keys.inbox_order(made.tab, at),
        )


def large_process(world: World, size: int) -> str:
    """A process with ``size`` documents; -> its id."""
    place = drafted(world)
    ports = world.installed.place.ports(world.tenant)
    process, document = ports.reader.get(ProcessKey(place[0]), DocumentKey(*place))
    with MainItem.batch_write() as batch:
        for order in range(2, size + 1):
            made = replace(
                document, id=f"{order:05d}{document.id[5:]}", order=order, number=f"{9_000_000 + order}"
            )
            pk, sk = keys.document(world.tenant, process.id, made.id)
            item: Any = MainItem(pk, sk, n=made.revision, seen=False, body=records.encode(made))
            batch.save(item)
        pk, sk = keys.process(world.tenant, process.id)
        counted = replace(process, document_count=size, live_documents=size)
        open_units = records.open_units(counted)
        batch.save(MainItem(pk, sk, n=process.n, body=records.encode(counted), open_units=open_units))
    return place[0]
