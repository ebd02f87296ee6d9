"""What arrives from queues and streams: which messages, of which process, and which of them failed."""

import json
import logging
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from chalicelib.telemetry import failure_of

logger = logging.getLogger(__name__)

Event = Mapping[str, Any]
Failures = dict[str, list[dict[str, str]]]
K = TypeVar("K")
T = TypeVar("T")


class TenantsFailed(RuntimeError):
    """Some tenants were not dealt with; the text names them, the log says why."""


@dataclass
class Batch:
    """The messages of an SQS event, by what they are about.

    ``facts``: (tenant, process) -> message ids; ``newest``: the highest entry number among them;
    ``others``: (message id, body) of what is no fact.
    """

    facts: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    newest: dict[tuple[str, str], int] = field(default_factory=dict)
    others: list[tuple[str, dict[str, Any]]] = field(default_factory=list)


def read_batch(event: Event) -> Batch:
    """Sort the messages of an SQS event: facts of the history by process, and the others."""
    batch = Batch()
    for identifier, body in read_bodies(event):
        detail = body.get("detail")
        if isinstance(detail, dict) and {"tenant", "process", "n"} <= set(detail):
            key = (str(detail["tenant"]), str(detail["process"]))
            batch.facts.setdefault(key, []).append(identifier)
            batch.newest[key] = max(batch.newest.get(key, 0), int(detail["n"]))
        else:
            batch.others.append((identifier, body))
    return batch


def unreadable(messages: Iterable[tuple[str, dict[str, Any]]]) -> list[str]:
    """Log and refuse messages that nobody here understands: the dead-letter queue keeps them."""
    refused = [identifier for identifier, _ in messages]
    for identifier in refused:
        logger.error("unreadable_message", extra={"message_id": identifier})
    return refused


def read_bodies(event: Event) -> list[tuple[str, dict[str, Any]]]:
    """(message id, body) of each message of an SQS event; a body that is no JSON object is an empty one."""
    return [(record["messageId"], _object(record["body"])) for record in event["Records"]]


def failures(identifiers: Iterable[str]) -> Failures:
    """The answer that makes Lambda deliver only these again (``ReportBatchItemFailures``)."""
    return {"batchItemFailures": [{"itemIdentifier": one} for one in dict.fromkeys(identifiers)]}


def attempt_each(groups: Mapping[K, list[str]], act: Callable[[K], object]) -> list[str]:
    """Do ``act`` once per group; -> the identifiers of the groups that failed.

    One process's trouble must not hold back the others, so every error is kept to its own group; the queue
    delivers the group again and, in the end, sets it aside in the dead-letter queue, which raises an alarm.
    """
    failed: list[str] = []
    for key, identifiers in groups.items():
        try:
            done = act(key)
        except Exception as error:
            logger.error("consumer_failed", extra={"group": str(key), **failure_of(error)})
            failed += identifiers
        else:
            logger.info("consumer_done", extra={"group": str(key), "result": str(done)})
    return failed


def for_each_tenant(tenants: Iterable[str], act: Callable[[str], T]) -> dict[str, T]:
    """Do ``act`` for every tenant; one that fails does not hold back the others.

    Raises TenantsFailed at the end, so that the function's failure raises its alarm.
    """
    done: dict[str, T] = {}
    failed = []
    for tenant in tenants:
        try:
            done[tenant] = act(tenant)
        except Exception as error:
            logger.error("tenant_failed", extra={"tenant": tenant, **failure_of(error)})
            failed.append(tenant)
    if failed:
        raise TenantsFailed(", ".join(failed))
    return done


def _object(text: str) -> dict[str, Any]:
    try:
        body = json.loads(text)
    except ValueError:
        return {}
    return body if isinstance(body, dict) else {}
