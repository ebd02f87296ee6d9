"""What an operator reads, counts and times: JSON logs, and lines in CloudWatch's embedded metric format.

Dimensions are acts, functions and refusal codes, all from closed lists: never who, what about or from where.
"""

import json
import logging
import sys
import traceback
from pathlib import Path
from typing import Any

from aws_lambda_powertools.logging.formatter import LambdaPowertoolsFormatter
from aws_lambda_powertools.metrics import EphemeralMetrics, MetricUnit

NAMESPACE = "Iperoig"
SERVICE = "iperoig"
#: Of a failure, how many causes and lines of code are written.
CAUSES, STEPS = 4, 12


def measure_request(action: str, milliseconds: float, refusal: str | None) -> None:
    """``requests`` and ``milliseconds`` by action; ``refusals`` by action and code when it was refused."""
    _write({"action": action}, {"requests": 1}, milliseconds)
    if refusal:
        _write({"action": action, "code": refusal}, {"refusals": 1})


def measure_event(function: str, milliseconds: float, failures: int) -> None:
    """``events``, ``milliseconds`` and ``failures`` (messages to be delivered again) by function."""
    _write({"function": function}, {"events": 1, "failures": failures}, milliseconds)


def failure_of(error: BaseException) -> dict[str, Any]:
    """What is written of a failure: its types, and the lines of code it went through, the nearest last.

    Never its text: what could not be read or was refused is quoted there, and it may be about anybody (LGPD).
    """
    kinds, cause = [type(error).__name__], error.__cause__ or error.__context__
    while cause is not None and len(kinds) < CAUSES:
        kinds.append(type(cause).__name__)
        cause = cause.__cause__ or cause.__context__
    steps = traceback.extract_tb(error.__traceback__)[-STEPS:]
    where = [f"{Path(step.filename).name}:{step.lineno} {step.name}" for step in steps]
    return {"failure": kinds, "where": where}


def write_logs_as_json() -> None:
    """Send what this package logs to standard error, one JSON object a line, whatever the runtime has set up."""
    logger = logging.getLogger(__package__)
    if not logger.handlers:
        handler = logging.StreamHandler(sys.stderr)
        handler.setFormatter(LambdaPowertoolsFormatter())
        logger.addHandler(handler)
        logger.setLevel(logging.INFO)
        logger.propagate = False


def _write(dimensions: dict[str, str], counts: dict[str, int], milliseconds: float | None = None) -> None:
    metrics = EphemeralMetrics(namespace=NAMESPACE, service=SERVICE)
    for name, value in dimensions.items():
        metrics.add_dimension(name, value)
    for name, count in counts.items():
        metrics.add_metric(name, MetricUnit.Count, count)
    if milliseconds is not None:
        metrics.add_metric("milliseconds", MetricUnit.Milliseconds, milliseconds)
    # With the logs, and not on standard output as powertools' own flush does: one stream keeps their order.
    sys.stderr.write(json.dumps(metrics.serialize_metric_set(), separators=(",", ":")) + "\n")
