"""Jobs and their batches in the main table: nothing of them is larger than one batch."""

import json
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from pynamodb.connection import Connection
from pynamodb.exceptions import PutError

from chalicelib.application.jobs.ports import JobsPage
from chalicelib.domain.job import JOB_KEPT, LONGEST_OPEN, Batch, Job

from . import keys
from .codec import decode, encode
from .cursors import decode_cursor, encode_cursor
from .items import MainItem
from .records import cause_code

PAGE = 20


def job_item(tenant: str, job: Job) -> MainItem:
    """The job; in the list of the open ones while it is not over."""
    order = keys.job_order(job.created_at, job.user.id, job.id)
    item = MainItem(
        *keys.job(tenant, job.user.id, job.id),
        n=job.revision,
        body=encode(job),
        gsi1pk=keys.jobs_of_user(tenant, job.user.id),
        gsi1sk=order,
        expires_at=_expiry(job.kept_until),
    )
    if job.open:
        item.gsi2pk, item.gsi2sk = keys.jobs_open(tenant), order
    return item


def batch_item(tenant: str, batch: Batch) -> MainItem:
    """A batch, with what became of its items."""
    place = keys.batch(tenant, batch.user, batch.job, batch.number)
    return MainItem(*place, n=batch.revision, body=encode(batch), expires_at=_expiry(batch.kept_until))


def still(thing: Job | Batch) -> Any:
    """The condition that nobody changed it since it was read."""
    return MainItem.n == thing.revision


class DynamoShelf:
    """Implements ``jobs.ports.Shelf`` for one tenant."""

    def __init__(self, connection: Connection, tenant: str) -> None:
        self._client: Any = connection.client
        self._tenant = tenant

    def of_user(self, user: str, cursor: str | None) -> JobsPage:
        """Raises InvalidRequest ``invalid_cursor``."""
        partition = keys.jobs_of_user(self._tenant, user)
        answer = MainItem.first.query(
            partition,
            scan_index_forward=False,
            limit=PAGE,
            page_size=PAGE,
            last_evaluated_key=decode_cursor(cursor, partition, None, "gsi1"),
            attributes_to_get=["body"],
        )
        found = [decode(Job, item.body) for item in answer]
        return JobsPage(found, encode_cursor(answer.last_evaluated_key))

    def batches(self, job: Job) -> Sequence[Batch]:
        """Consistent, in order."""
        pk, _ = keys.job(self._tenant, job.user.id, job.id)
        found = MainItem.query(
            pk, MainItem.sk.startswith(keys.BATCHES), consistent_read=True, attributes_to_get=["body"]
        )
        return [decode(Batch, item.body or "") for item in found]

    def batch(self, job: Job, number: int) -> Batch | None:
        """Consistent."""
        pk, sk = keys.batch(self._tenant, job.user.id, job.id, number)
        for item in MainItem.query(pk, MainItem.sk == sk, consistent_read=True, limit=1):
            return decode(Batch, item.body or "")
        return None

    def save(self, before: Job, after: Job) -> bool:
        return _put(job_item(self._tenant, after), still(before))

    def settle(self, before: Batch, after: Batch) -> bool:
        return _put(batch_item(self._tenant, after), still(before))

    def closing(self, job: Job) -> tuple[int, int]:
        pk, sk = keys.closing(self._tenant, job.user.id, job.id)
        for item in MainItem.query(pk, MainItem.sk == sk, limit=1):
            done, total = json.loads(item.body or "[0, 0]")
            return int(done), int(total)
        return 0, 0

    def report(self, job: Job, done: int, total: int) -> None:
        place = keys.closing(self._tenant, job.user.id, job.id)
        until = int((job.created_at + LONGEST_OPEN + JOB_KEPT).timestamp())
        MainItem(*place, body=json.dumps([done, total]), expires_at=until).save()

    def open(self) -> Iterator[tuple[str, str]]:
        for item in MainItem.second.query(keys.jobs_open(self._tenant)):
            yield keys.of_job(item.gsi2sk)


def _expiry(until: datetime | None) -> int | None:
    return int(until.timestamp()) if until else None


def _put(item: MainItem, condition: Any) -> bool:
    """False when somebody was faster; True also when what is there is this very thing, whose reply was lost."""
    try:
        item.save(condition=condition)
    except PutError as error:
        if cause_code(error) != "ConditionalCheckFailedException":
            raise
        found = MainItem.query(item.pk, MainItem.sk == item.sk, consistent_read=True, limit=1)
        return any(there.body == item.body for there in found)
    return True
