"""The state machines, as Amazon States Language (JSONPath). Pure: same code, same text.

``${…}`` names are filled in by CloudFormation (``DefinitionSubstitutions``): ``WaitsTable``,
``FlowsQueueUrl``, ``WorkJobs``.

The routing machine decides nothing. It is given a *plan* ``{phase, moment, until, seconds}``, leaves its
task token in ``waits`` and sleeps. Whoever knows the state answers the token with the next plan, after a
receipt, a return, an extension, a withdrawal or a time-out alike. A time-out only tells the flows queue
which moment has come.

    python -m chalicelib.adapters.stepfunctions.asl flows      writes the golden files
"""

import json
import sys
from pathlib import Path
from typing import Any

from chalicelib.adapters.stepfunctions.asl_uploads import uploads_machine

PUT = "arn:aws:states:::aws-sdk:dynamodb:putItem.waitForTaskToken"
SEND = "arn:aws:states:::sqs:sendMessage"
INVOKE = "arn:aws:states:::lambda:invoke"
# Batches of one job at the same time: enough for a quick end, few enough that nobody else waits.
JOB_CONCURRENCY = 5
# After a time-out the answer with the next plan normally comes in seconds. If it does not come, ask again.
ASK_AGAIN_SECONDS = 3600

State = dict[str, Any]
RETRY = [
    {
        "ErrorEquals": ["States.TaskFailed"],
        "IntervalSeconds": 2,
        "MaxAttempts": 8,
        "BackoffRate": 2,
        "MaxDelaySeconds": 300,
        "JitterStrategy": "FULL",
    }
]


def routing_machine() -> dict[str, Any]:
    """One execution per routing; input ``{tenant, process, routing, wait: {pk, sk}, plan}``."""
    return {
        "Comment": "Espera o recebimento e o retorno de um envio; avisa quando um prazo chega.",
        "StartAt": "Choose",
        "States": {
            "Choose": _choose({"receipt": "WaitForReceipt", "return": "WaitForReturn", "done": "Done"}),
            "WaitForReceipt": _wait("Aguarda que a unidade de destino receba o processo."),
            "WaitForReturn": _wait("Aguarda que a unidade de destino devolva o processo."),
            "TellMoment": _send(
                {
                    "kind.$": "$.plan.moment",
                    "tenant.$": "$.tenant",
                    "process.$": "$.process",
                    "routing.$": "$.routing",
                    "until.$": "$.plan.until",
                }
            )
            | {"Next": "AskAgain"},
            "AskAgain": {
                "Type": "Pass",
                "Parameters": {
                    "phase.$": "$.plan.phase",
                    "moment.$": "$.plan.moment",
                    "until.$": "$.plan.until",
                    "seconds": ASK_AGAIN_SECONDS,
                },
                "ResultPath": "$.plan",
                "Next": "Choose",
            },
            "Done": {"Type": "Succeed"},
            "UnknownPhase": {"Type": "Fail", "Error": "UnknownPhase", "CausePath": "$.plan.phase"},
        },
    }


def reopening_machine() -> dict[str, Any]:
    """One execution per scheduled reopening; input ``{tenant, process, unit, day, at}`` (TRA-06)."""
    return {
        "Comment": "Espera o dia da reabertura programada e a pede.",
        "StartAt": "WaitForDay",
        "States": {
            "WaitForDay": {"Type": "Wait", "TimestampPath": "$.at", "Next": "AskReopening"},
            "AskReopening": _send(
                {
                    "kind": "reopening_due",
                    "tenant.$": "$.tenant",
                    "process.$": "$.process",
                    "unit.$": "$.unit",
                    "day.$": "$.day",
                }
            )
            | {"End": True},
        },
    }


def jobs_machine() -> dict[str, Any]:
    """One execution per job; input ``{tenant, user, job}``. Batches side by side, each until nothing of it waits.

    What dies is tried again; a batch that never succeeds is given up item by item when the job is closed.
    """
    keys = ("tenant", "user", "job")
    return {
        "Comment": "Executa um trabalho, lote por lote, e o encerra.",
        "StartAt": "Open",
        "States": {
            "Open": _work("open", keys)
            | {"ResultPath": "$.opened", "Next": "Batches", "Catch": _caught("Abandon")},
            "Batches": {
                "Type": "Map",
                "ItemsPath": "$.opened.batches",
                "ItemSelector": {**{f"{key}.$": f"$.{key}" for key in keys}, "batch.$": "$$.Map.Item.Value"},
                "MaxConcurrency": JOB_CONCURRENCY,
                "ItemProcessor": {
                    "ProcessorConfig": {"Mode": "INLINE"},
                    "StartAt": "Run",
                    "States": {
                        "Run": _work("batch", (*keys, "batch"))
                        | {"ResultPath": "$.ran", "Next": "More", "Catch": _caught("GaveUp")},
                        "More": {
                            "Type": "Choice",
                            "Choices": [{"Variable": "$.ran.more", "BooleanEquals": True, "Next": "Run"}],
                            "Default": "GaveUp",
                        },
                        "GaveUp": {"Type": "Pass", "Result": {}, "End": True},
                    },
                },
                "ResultPath": None,
                "Next": "Close",
            },
            "Close": _work("close", keys) | {"ResultPath": None, "Catch": _caught("Abandon"), "End": True},
            "Abandon": _work("abandon", keys) | {"ResultPath": None, "End": True},
        },
    }


def _work(step: str, names: tuple[str, ...]) -> State:
    payload = {"step": step, **{f"{name}.$": f"$.{name}" for name in names}}
    return {
        "Type": "Task",
        "Resource": INVOKE,
        "Parameters": {"FunctionName": "${WorkJobs}", "Payload": payload},
        **_answer(step),
        "Retry": [{**RETRY[0], "ErrorEquals": ["States.ALL"], "MaxAttempts": 4, "MaxDelaySeconds": 60}],
    }


def _answer(step: str) -> State:
    """What of the answer the machine goes on with."""
    wanted = {"open": "batches", "batch": "more"}.get(step)
    return {"ResultSelector": {f"{wanted}.$": f"$.Payload.{wanted}"}} if wanted else {}


def _caught(target: str) -> list[State]:
    return [{"ErrorEquals": ["States.ALL"], "ResultPath": "$.failure", "Next": target}]


def _choose(targets: dict[str, str]) -> State:
    choices = [
        {"Variable": "$.plan.phase", "StringEquals": phase, "Next": state} for phase, state in targets.items()
    ]
    return {"Type": "Choice", "Choices": choices, "Default": "UnknownPhase"}


def _wait(comment: str) -> State:
    columns = {
        "pk": "$.wait.pk",
        "sk": "$.wait.sk",
        "phase": "$.plan.phase",
        "until": "$.plan.until",
        "token": "$$.Task.Token",
        "execution": "$$.Execution.Id",
        "since": "$$.State.EnteredTime",
    }
    return {
        "Comment": comment,
        "Type": "Task",
        "Resource": PUT,
        "Parameters": {
            "TableName": "${WaitsTable}",
            "Item": {name: {"S.$": path} for name, path in columns.items()},
        },
        "TimeoutSecondsPath": "$.plan.seconds",
        "Retry": RETRY,
        "Catch": [{"ErrorEquals": ["States.Timeout"], "ResultPath": "$.timeout", "Next": "TellMoment"}],
        "ResultPath": "$.plan",
        "Next": "Choose",
    }


def _send(body: dict[str, str]) -> State:
    return {
        "Type": "Task",
        "Resource": SEND,
        "Parameters": {"QueueUrl": "${FlowsQueueUrl}", "MessageBody": body},
        "ResultPath": None,
        "Retry": RETRY,
    }


MACHINES = {
    "routing": routing_machine,
    "reopening": reopening_machine,
    "jobs": jobs_machine,
    "uploads": uploads_machine,
}


def text(machine: dict[str, Any]) -> str:
    """As the golden files hold it."""
    return json.dumps(machine, indent=2, ensure_ascii=False) + "\n"


def main(directory: str) -> None:
    """Write every machine's golden file into ``directory``."""
    for name, machine in MACHINES.items():
        Path(directory, f"{name}.asl.json").write_text(text(machine()), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
