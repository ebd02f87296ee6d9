"""Readings in a table of their own, to which rows are only added; they expire after the years the city keeps them.

Every row is found by its day, and by its person, unit and process; all four in the order of time. Of whose data it
shows, each has a row as well, written together with it. Rows are written by another thread while the request goes on,
with a client that threads may share.
"""

import base64
import binascii
import re
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, time, timedelta
from typing import Any

from pynamodb.connection import Connection

from chalicelib.application.audit.ports import AccessPage
from chalicelib.domain.audit import Access, AccessFilter
from chalicelib.domain.errors import FieldError, InvalidRequest, Unavailable

from . import keys, records

#: What a sparse question reads in one call: so many stretches, of so many rows each.
STRETCHES, STRETCH = 8, 250
SECONDS = 10
#: What one transaction takes, less the reading itself.
MOST_TOGETHER = 90
#: A sort key, or the end of an instant.
PLACE = re.compile(r"\d{8}T\d{6}\.\d{6}(?:.[a-z0-9]{26}|~)", re.ASCII)
#: Before every row there is.
NOWHERE = f"00000000T000000.000000{keys.LAST}"
UNWRITTEN = "Não foi possível registrar esta consulta, e sem o registro ela não é mostrada. Tente de novo."
_writers = ThreadPoolExecutor(max_workers=4, thread_name_prefix="audit")


class DynamoTrail:
    """Implements ``application.audit.ports.Trail`` for one tenant."""

    def __init__(self, connection: Connection, table: str, tenant: str, days: int) -> None:
        self._client: Callable[[], Any] = lambda: connection.client
        self._table, self._tenant, self._days = table, tenant, days

    def begin(self, access: Access) -> Callable[[], None]:
        client, (whole, *people) = self._client(), self._items(access)
        if people:
            parts = [people[at : at + MOST_TOGETHER] for at in range(0, len(people), MOST_TOGETHER)]
            parts[0].append(whole)
            writing = [
                _writers.submit(
                    client.transact_write_items,
                    TransactItems=[{"Put": {"TableName": self._table, "Item": item}} for item in part],
                )
                for part in parts
            ]
        else:
            writing = [_writers.submit(client.put_item, TableName=self._table, Item=whole)]

        def wait() -> None:
            try:
                for one in writing:
                    one.result(SECONDS)
            except TimeoutError as error:
                raise Unavailable("audit_unavailable", UNWRITTEN) from error

        return wait

    def page(self, wanted: AccessFilter, cursor: str | None, size: int) -> AccessPage:
        found: list[Access] = []
        last = _cursor(cursor) if cursor else f"{keys.moment(wanted.until.astimezone(UTC))}{keys.LAST}"
        first = keys.moment(wanted.since.astimezone(UTC))
        stretches = 0
        for index, partition, after in self._partitions(wanted, last):
            while first <= _before(last):
                if stretches == STRETCHES:
                    return AccessPage(found, _told(last))
                answer = self._client().query(**self._question(wanted, index, partition, first, last))
                stretches += 1
                for item in answer["Items"]:
                    found.append(records.decode(Access, item["body"]["S"]))
                    last = item["sk"]["S"]
                    if len(found) == size:
                        return AccessPage(found, _told(last))
                if "LastEvaluatedKey" not in answer:
                    last = after
                    break
                last = answer["LastEvaluatedKey"]["sk"]["S"]
        return AccessPage(found, None)

    def _items(self, access: Access) -> list[dict[str, Any]]:
        """The reading, and its row under each of those it is about."""
        at = access.at.astimezone(UTC)
        pk, sk = keys.audit_entry(self._tenant, at, access.id)
        facts = {"sk": sk, "action": access.action, "body": records.encode(access)}
        item = facts | {
            "pk": pk,
            "user": keys.audit_of(self._tenant, "USER", access.user.id),
            "unit": keys.audit_of(self._tenant, "UNIT", access.unit.id),
            "address": access.address,
        }
        if access.process:
            item["process"] = keys.audit_of(self._tenant, "P", access.process)
        expires = int((at + timedelta(days=self._days)).timestamp())
        about = [facts | {"pk": keys.audit_of(self._tenant, "PERSON", person)} for person in access.people]
        return [
            {name: {"S": value} for name, value in row.items() if value} | {"expires_at": {"N": str(expires)}}
            for row in (item, *about)
        ]

    def _partitions(self, wanted: AccessFilter, last: str) -> Iterator[tuple[str | None, str, str]]:
        """(index, partition, where to go on when it is read through) to look in, from ``last`` on.

        The narrowest there is, else day after day, the newest first.
        """
        if wanted.person:
            yield None, keys.audit_of(self._tenant, "PERSON", wanted.person), NOWHERE
            return
        for index, kind, value in (("process", "P", wanted.process), ("user", "USER", wanted.user),
                                   ("unit", "UNIT", wanted.unit)):  # fmt: skip
            if value:
                yield index, keys.audit_of(self._tenant, kind, value), NOWHERE
                return
        day = min(datetime.strptime(last[:8], "%Y%m%d").date(), wanted.until.astimezone(UTC).date())
        while day >= wanted.since.astimezone(UTC).date():
            before = day - timedelta(days=1)
            end = datetime.combine(before, time.max)
            yield None, keys.audit_day(self._tenant, day), f"{keys.moment(end)}{keys.LAST}"
            day = before

    def _question(
        self, wanted: AccessFilter, index: str | None, partition: str, first: str, last: str
    ) -> dict[str, Any]:
        values = {":pk": partition, ":first": first, ":last": last}
        names, conditions = {"#pk": index or "pk"}, []
        narrow = {
            "user": wanted.user and keys.audit_of(self._tenant, "USER", wanted.user),
            "unit": wanted.unit and keys.audit_of(self._tenant, "UNIT", wanted.unit),
            "action": wanted.action,
            "address": wanted.address,
        }
        for name, value in narrow.items():
            if value and name != index:
                names[f"#{name}"], values[f":{name}"] = name, value
                conditions.append(f"#{name} = :{name}")
        # A range leaves out the row at which the last page ended by ending before it.
        names["#sk"], values[":last"] = "sk", _before(last)
        return {
            "TableName": self._table,
            **({"IndexName": f"by_{index}"} if index else {}),
            "KeyConditionExpression": "#pk = :pk AND #sk BETWEEN :first AND :last",
            "ExpressionAttributeNames": names,
            "ExpressionAttributeValues": {name: {"S": value} for name, value in values.items()},
            **({"FilterExpression": " AND ".join(conditions)} if conditions else {}),
            "ScanIndexForward": False,
            "Limit": STRETCH,
        }


def _before(last: str) -> str:
    """The greatest sort key below one that was read; an instant without a row's id is its own end."""
    return last if last.endswith(keys.LAST) else f"{last[:-1]}{chr(ord(last[-1]) - 1)}{keys.LAST}"


def _told(last: str) -> str:
    return base64.urlsafe_b64encode(last.encode()).decode().rstrip("=")


def _cursor(cursor: str) -> str:
    try:
        last = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)).decode("ascii")
        datetime.strptime(last[:8], "%Y%m%d")
        if not PLACE.fullmatch(last):
            raise ValueError(last)
    except (ValueError, binascii.Error) as error:
        raise InvalidRequest(FieldError("cursor", "invalid", "A continuação não é desta consulta.")) from error
    return last
