"""The wire between the application and AWS, as tests hold it.

Every call of every client passes through ``URLLib3Session.send``; a ``Tap`` put there by ``tapped`` sees the calls
of its own thread, counts them, may stop them before they leave, lose their reply, or answer in AWS's place. It sits
below botocore's retries, so what the application sees is what it would see of a real network.
"""

import contextlib
import json
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from botocore.awsrequest import AWSResponse
from botocore.httpsession import URLLib3Session

WRITES = {"TransactWriteItems", "PutItem", "UpdateItem", "DeleteItem", "BatchWriteItem"}

_local = threading.local()
_send = URLLib3Session.send

#: How a service calls itself on the wire -> the name people know.
NAMES = {"trentservice": "kms"}


class Killed(BaseException):
    """The container died here. Not an Exception: no code of ours may catch it."""


@dataclass(slots=True)
class AwsCall:
    """One call on the wire, retries counted apart. ``capacity`` in DynamoDB units; ``index`` from 0."""

    index: int
    service: str
    operation: str
    request: dict[str, Any]
    capacity: float = 0.0
    status: int = 0

    @property
    def label(self) -> str:
        return f"{self.service}.{self.operation}"


Before = Callable[[AwsCall], AWSResponse | None]
After = Callable[[AwsCall], None]


@dataclass(slots=True)
class Tap:
    """What to do with this thread's calls: ``before`` may raise or answer, ``after`` may raise."""

    before: Before | None = None
    after: After | None = None
    measured: bool = False
    calls: list[AwsCall] = field(default_factory=list)


@contextlib.contextmanager
def tapped(tap: Tap) -> Iterator[Tap]:
    """Put ``tap`` on this thread's calls."""
    URLLib3Session.send = _through
    outer = getattr(_local, "tap", None)
    _local.tap = tap
    try:
        yield tap
    finally:
        _local.tap = outer


@contextlib.contextmanager
def untapped() -> Iterator[None]:
    """Calls of the test's own, which no tap sees."""
    outer = getattr(_local, "tap", None)
    _local.tap = None
    try:
        yield
    finally:
        _local.tap = outer


def _through(session: URLLib3Session, request: Any) -> AWSResponse:
    tap: Tap | None = getattr(_local, "tap", None)
    if tap is None:
        return _send(session, request)
    call = _described(len(tap.calls), request)
    tap.calls.append(call)
    answer = tap.before(call) if tap.before else None
    if answer is None:
        if tap.measured and call.service == "dynamodb":
            _ask_for_capacity(request, call)
        answer = _send(session, request)
        if tap.measured and call.service == "dynamodb":
            content = json.loads(answer.content)
            call.capacity = read_capacity(call, content) or consumed(content)
    call.status = answer.status_code
    if tap.after:
        tap.after(call)
    return answer


def _described(index: int, request: Any) -> AwsCall:
    target = request.headers.get("X-Amz-Target")
    if target:
        name = target.decode() if isinstance(target, bytes) else target
        prefix, operation = name.split(".")
        service = prefix.partition("_")[0].lower()
        return AwsCall(
            index,
            NAMES.get(service, service.removeprefix("aws")),
            operation,
            json.loads(request.body or b"{}"),
        )
    path = request.url.partition("://")[2].partition("/")[2]
    service = "lambda" if path.startswith("2015-03-31/functions") else "s3"
    operation = "Invoke" if service == "lambda" else request.method
    return AwsCall(index, service, operation, {"path": path})


def _ask_for_capacity(request: Any, call: AwsCall) -> None:
    body = json.dumps({**call.request, "ReturnConsumedCapacity": "TOTAL"}).encode()
    request.body = body
    request.headers["Content-Length"] = str(len(body))


def consumed(answer: dict[str, Any]) -> float:
    """Capacity units of one DynamoDB answer."""
    found = answer.get("ConsumedCapacity") or []
    rows = found if isinstance(found, list) else [found]
    return sum(float(row.get("CapacityUnits", 0)) for row in rows)


def read_capacity(call: AwsCall, answer: dict[str, Any]) -> float:
    """Of what was read, which the emulator does not count by size: a unit for each 4 KB, half when not consistent.

    A Query pays for all its items together, a BatchGetItem for each item, and one for each absent one. What a
    filter dropped is not in the answer and so not counted.
    """
    if call.operation == "Query":
        size = sum(size_of(item) for item in answer.get("Items", []))
        return (1.0 if call.request.get("ConsistentRead") else 0.5) * max(1, -(-size // 4096))
    if call.operation != "BatchGetItem":
        return 0.0
    units = 0.0
    for table, wanted in call.request["RequestItems"].items():
        items = answer.get("Responses", {}).get(table, [])
        rate = 1.0 if wanted.get("ConsistentRead") else 0.5
        sizes = [size_of(item) for item in items] + [0] * (len(wanted["Keys"]) - len(items))
        units += rate * sum(max(1, -(-size // 4096)) for size in sizes)
    return units


def size_of(item: dict[str, Any]) -> int:
    """Bytes of an item as DynamoDB counts them: names and values."""
    return sum(
        len(name.encode()) + len(str(next(iter(value.values()))).encode()) for name, value in item.items()
    )


def written_keys(call: AwsCall) -> list[tuple[str, str, str]]:
    """(table, pk, sk) of every item a write call would change; condition checks change nothing."""
    if call.operation == "TransactWriteItems":
        return [_key_of(part) for action in call.request["TransactItems"] for part in _changing(action)]
    if call.operation == "BatchWriteItem":
        return [
            _key_of({"TableName": table, **(row.get("PutRequest") or row.get("DeleteRequest"))})
            for table, rows in call.request["RequestItems"].items()
            for row in rows
        ]
    return [_key_of(call.request)]


def _changing(action: dict[str, Any]) -> list[dict[str, Any]]:
    return [part for kind, part in action.items() if kind != "ConditionCheck"]


def _key_of(part: dict[str, Any]) -> tuple[str, str, str]:
    place = part.get("Key") or part["Item"]
    return part["TableName"], place["pk"]["S"], place["sk"]["S"]


def answered(status: int, body: bytes, content_type: str = "application/x-amz-json-1.0") -> AWSResponse:
    """An answer in AWS's place."""
    made = AWSResponse("http://aws.invalid/", status, {"Content-Type": content_type}, None)
    made._content = body
    return made
