"""What stands between the event bus and each consumer of the history: one rule, one queue, one dead-letter
queue.

Pure functions from a row of ``CONSUMERS`` to CloudFormation resources; ``infra.package`` adds them to the
application's template.
"""

from dataclasses import dataclass
from typing import Any

from chalicelib.adapters.eventbridge import SOURCE_OF_FACTS, SOURCE_OF_NOTICES
from chalicelib.application.conducting.interests import (
    FLOWS,
    INTERESTS,
    LEDGER,
    MAIL,
    NOTICES,
    SEARCH,
    STATISTICS,
)

FORTNIGHT = 1_209_600


@dataclass(frozen=True, slots=True)
class Consumer:
    """``function``: the Chalice name of who consumes. ``seconds``: its timeout. ``kinds``: None is every fact.
    ``sources``: who says so.

    ``gathering``: seconds that the first fact waits for others, up to ``batch`` of them. Who looks at a process as it
    now is looks once for all the facts of a batch; who starts or carries something is told at once.
    """

    name: str
    function: str
    seconds: int
    batch: int
    concurrency: int
    kinds: tuple[str, ...] | None
    gathering: int = 0
    sources: tuple[str, ...] = (SOURCE_OF_FACTS,)


CONSUMERS = (
    Consumer(FLOWS, "ConductFlows", 30, 10, 10, tuple(sorted(INTERESTS[FLOWS]))),
    Consumer(STATISTICS, "CountStatistics", 30, 10, 5, tuple(sorted(INTERESTS[STATISTICS])), gathering=1),
    Consumer(SEARCH, "IndexWords", 30, 10, 5, tuple(sorted(INTERESTS[SEARCH])), gathering=1),
    Consumer(
        MAIL,
        "SendMail",
        60,
        5,
        5,
        tuple(sorted(INTERESTS[MAIL] | NOTICES)),
        sources=(SOURCE_OF_FACTS, SOURCE_OF_NOTICES),
    ),
    Consumer(LEDGER, "AppendLedger", 60, 100, 2, None, gathering=5),
    Consumer("rendering", "PrerenderDocuments", 120, 1, 5, ("document_signed",)),
)


def _queue(name: str, **properties: Any) -> dict[str, Any]:
    return {
        "Type": "AWS::SQS::Queue",
        "Properties": {
            "QueueName": {"Fn::Sub": f"iperoig-${{Stage}}-{name}"},
            "SqsManagedSseEnabled": True,
            **properties,
        },
    }


def _arn(resource: str) -> dict[str, Any]:
    return {"Fn::GetAtt": [resource, "Arn"]}


def resources(consumer: Consumer) -> dict[str, Any]:
    """Rule, queue, dead-letter queue and the permission to fill them, by logical id."""
    title = consumer.name.title()
    queue, failures, rule = f"{title}Queue", f"{title}Failures", f"{title}Rule"
    pattern = {"source": list(consumer.sources)}
    if consumer.kinds is not None:
        pattern["detail-type"] = list(consumer.kinds)
    return {
        queue: _queue(
            consumer.name,
            # Six times the function's timeout and the wait, as AWS asks: a slow batch is not handed out twice.
            VisibilityTimeout=consumer.seconds * 6 + consumer.gathering,
            RedrivePolicy={"deadLetterTargetArn": _arn(failures), "maxReceiveCount": 5},
        ),
        failures: _queue(f"{consumer.name}-failures", MessageRetentionPeriod=FORTNIGHT),
        f"{queue}Policy": {
            "Type": "AWS::SQS::QueuePolicy",
            "Properties": {
                "Queues": [{"Ref": queue}, {"Ref": failures}],
                "PolicyDocument": {
                    "Version": "2012-10-17",
                    "Statement": [
                        {
                            "Effect": "Allow",
                            "Principal": {"Service": "events.amazonaws.com"},
                            "Action": "sqs:SendMessage",
                            "Resource": [_arn(queue), _arn(failures)],
                            "Condition": {"ArnEquals": {"aws:SourceArn": _arn(rule)}},
                        }
                    ],
                },
            },
        },
        rule: {
            "Type": "AWS::Events::Rule",
            "Properties": {
                "Name": {"Fn::Sub": f"iperoig-${{Stage}}-{consumer.name}"},
                "EventBusName": {"Ref": "EventBus"},
                "EventPattern": pattern,
                "Targets": [{"Id": "queue", "Arn": _arn(queue), "DeadLetterConfig": {"Arn": _arn(failures)}}],
            },
        },
    }


def trigger(consumer: Consumer) -> dict[str, Any]:
    """The SAM event that feeds the consumer's function from its queue."""
    return {
        "Queue": {
            "Type": "SQS",
            "Properties": {
                "Queue": _arn(f"{consumer.name.title()}Queue"),
                "BatchSize": consumer.batch,
                "MaximumBatchingWindowInSeconds": consumer.gathering,
                "FunctionResponseTypes": ["ReportBatchItemFailures"],
                "ScalingConfig": {"MaximumConcurrency": consumer.concurrency},
            },
        }
    }
