"""What AWS answers on a bad day, service by service (security.md §4.1: emulators never say these by themselves)."""

import json
from collections.abc import Callable

from botocore.awsrequest import AWSResponse
from botocore.exceptions import ConnectTimeoutError, ReadTimeoutError

from tests.world.wire import AwsCall, Tap, answered

Wrong = Callable[[AwsCall], AWSResponse | None]


def dynamodb_error(status: int, name: str, **more: object) -> Wrong:
    """A DynamoDB error answer."""
    body = json.dumps(
        {"__type": f"com.amazonaws.dynamodb.v20120810#{name}", "message": name, **more}
    ).encode()

    def wrong(call: AwsCall) -> AWSResponse | None:
        return answered(status, body) if call.service == "dynamodb" else None

    return wrong


def cancelled(code: str) -> Wrong:
    """A transaction cancelled for ``code`` on its first item."""

    def wrong(call: AwsCall) -> AWSResponse | None:
        if call.operation != "TransactWriteItems":
            return None
        rest = [{"Code": "None"}] * (len(call.request["TransactItems"]) - 1)
        name = "com.amazonaws.dynamodb.v20120810#TransactionCanceledException"
        text = f"Transaction cancelled, please refer cancellation reasons for specific reasons [{code}, None]"
        reasons = [{"Code": code, "Message": code}, *rest]
        return answered(
            400, json.dumps({"__type": name, "Message": text, "CancellationReasons": reasons}).encode()
        )

    return wrong


def other_service_error(service: str, status: int, code: str) -> Wrong:
    """An error of S3 (XML) or Lambda (JSON)."""
    xml = f"<Error><Code>{code}</Code><Message>{code}</Message></Error>".encode()
    text = json.dumps({"Type": "Service", "Message": code, "__type": code}).encode()

    def wrong(call: AwsCall) -> AWSResponse | None:
        if call.service != service:
            return None
        return answered(status, xml, "application/xml") if service == "s3" else answered(status, text)

    return wrong


def timed_out(kind: type[Exception]) -> Wrong:
    """The network gave up."""

    def wrong(call: AwsCall) -> AWSResponse | None:
        raise kind(endpoint_url="http://aws.invalid/", error="timed out")

    return wrong


ERRORS: dict[str, Wrong] = {
    "throttled": dynamodb_error(400, "ThrottlingException"),
    "over capacity": dynamodb_error(400, "ProvisionedThroughputExceededException"),
    "too many requests": dynamodb_error(400, "RequestLimitExceeded"),
    "internal error": dynamodb_error(500, "InternalServerError"),
    "transaction in progress": dynamodb_error(400, "TransactionInProgressException"),
    "transaction conflict": cancelled("TransactionConflict"),
    "transaction throttled": cancelled("ThrottlingError"),
    "transaction over capacity": cancelled("ProvisionedThroughputExceeded"),
    "s3 slow down": other_service_error("s3", 503, "SlowDown"),
    "s3 internal error": other_service_error("s3", 500, "InternalError"),
    "kms throttled": other_service_error("kms", 400, "ThrottlingException"),
    "kms internal error": other_service_error("kms", 500, "KMSInternalException"),
    "lambda throttled": other_service_error("lambda", 429, "TooManyRequestsException"),
    "no connection": timed_out(ConnectTimeoutError),
    "no reply": timed_out(ReadTimeoutError),
}


def once(wrong: Wrong) -> Callable[[Tap, int], None]:
    """Only call ``k`` goes wrong: a retry on the wire finds AWS well again."""
    return _from(wrong, lambda index, k: index == k)


def from_then_on(wrong: Wrong) -> Callable[[Tap, int], None]:
    """Call ``k`` and all after it go wrong."""
    return _from(wrong, lambda index, k: index >= k)


def _from(wrong: Wrong, hit: Callable[[int, int], bool]) -> Callable[[Tap, int], None]:
    def fault(tap: Tap, k: int) -> None:
        inner = tap.before

        def before(call: AwsCall) -> AWSResponse | None:
            if inner:
                inner(call)
            return wrong(call) if hit(call.index, k) else None

        tap.before = before

    return fault


def reply_lost(tap: Tap, k: int) -> None:
    """Call ``k`` takes effect and its reply never arrives: the client library asks again by itself."""

    def after(call: AwsCall) -> None:
        if call.index == k:
            raise ReadTimeoutError(endpoint_url="http://aws.invalid/")

    tap.after = after
