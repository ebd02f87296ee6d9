"""What X-Ray draws inside the segment that Lambda writes of a function: the act, and under it each call to AWS.

Powertools' tracer, and the library under it, are loaded by the first request that X-Ray chose: the others, and the
containers that never see such a one, do not wait for them. Neither keys nor values of what is read or written are
drawn, nor the text of a failure: only services, operations, tables, times and whether they failed.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

from chalicelib.settings import being_traced
from chalicelib.telemetry import SERVICE

SERVER_FAILURE, CLIENT_FAILURE = 500, 400


@contextmanager
def traced(act: str) -> Iterator[Callable[[int], None]]:
    """Draw what is done inside as ``act``, from a closed list of the code; yields what takes the HTTP status."""
    if not being_traced():
        yield _ignored
        return
    tracer = _tracer()
    # Not the tracer's context manager: it would draw the text of an exception, which may say about whom.
    segment = tracer.begin_subsegment(f"## {act}")
    segment.put_annotation("action", act)

    def ended(status: int) -> None:
        segment.put_annotation("status", status)
        if status >= SERVER_FAILURE:
            segment.add_fault_flag()
        elif status >= CLIENT_FAILURE:
            segment.add_error_flag()

    try:
        yield ended
    except BaseException:
        segment.add_fault_flag()
        raise
    finally:
        tracer.end_subsegment()


def _ignored(_: int) -> None:
    """Nobody asked to see this request."""


@cache
def _tracer() -> Any:
    from aws_lambda_powertools import Tracer
    from aws_xray_sdk.core import xray_recorder

    # A thread of ours that fetches files beside the request belongs to no segment, which is no error.
    xray_recorder.configure(context_missing="IGNORE_ERROR")
    return Tracer(service=SERVICE, patch_modules=("botocore",)).provider
