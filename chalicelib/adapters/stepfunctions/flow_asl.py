"""A flow as a state machine (JSONPath). Pure: same flow, same text.

Each step is the fragment of ``asl``: leave the task token in ``waits``, sleep, be answered. An answer is ``again``
(wait anew, until another moment), ``stop``, or the way that was taken, with the place of what follows; the machine only
chooses. Branches run as ``Parallel`` and wait together at the end for the step that joins them. A machine that is begun
again walks through what was done already, told so step by step, and stops where the process is.

    python -m chalicelib.adapters.stepfunctions.flow_asl catalogues/ubatuba/flows     writes the golden files
"""

import hashlib
import sys
from pathlib import Path
from typing import Any

from chalicelib.adapters.flow_text import read_text
from chalicelib.domain.flow import Flow, Step, StepKind
from chalicelib.domain.flow_reading import read_flow

from .asl import ASK_AGAIN_SECONDS, PUT, RETRY, SEND, State, text

AGAIN, STOP = "again", "stop"
NO_MOMENT = "-"
LONGEST_NAME = 80


def flow_machine(flow: Flow) -> dict[str, Any]:
    """One execution per run; input ``{tenant, process, run, wait: {pk, prefix}, now: {at, moment, until, seconds}}``.

    ``Done`` closes the whole; each branch has an end of its own.
    """
    states: dict[str, State] = {}
    for step in flow.steps:
        states |= _step(step, "Done")
    states["Done"] = {"Type": "Succeed"}
    return {"Comment": flow.name, "StartAt": flow.steps[0].id, "States": states}


def machine_name(prefix: str, tenant: str, code: str, version: int) -> str:
    """A machine per version: what runs keeps its own. Long names are told apart by their hash."""
    name = f"{prefix}{tenant}-{code}-v{version}"
    if len(name) <= LONGEST_NAME:
        return name
    digest = hashlib.sha256(f"{tenant}-{code}".encode()).hexdigest()[:24]
    return f"{prefix}{digest}-v{version}"


def _step(step: Step, end: str) -> dict[str, State]:
    """``end`` is the state that closes the sequence the step stands in."""
    if step.kind is not StepKind.PARALLEL:
        return _awaited(step.id, step.name, step, end)
    join = f"{step.id}.join"
    parallel: State = {
        "Comment": step.name,
        "Type": "Parallel",
        "Branches": [_branch(step, number) for number in range(len(step.branches))],
        "ResultPath": None,
        "Next": join,
    }
    return {step.id: parallel, **_awaited(join, f"{step.name}: os ramos se juntam", step, end)}


def _branch(step: Step, number: int) -> dict[str, Any]:
    branch = step.branches[number]
    begin, end = f"{step.id}.{number}.begin", f"{step.id}.{number}.end"
    states: dict[str, State] = {
        begin: {
            "Comment": branch.name,
            "Type": "Pass",
            "Parameters": {
                "at.$": f"States.Format('{{}}.{number}.1', $.now.at)",
                "moment": NO_MOMENT,
                "until": NO_MOMENT,
                "seconds": ASK_AGAIN_SECONDS,
            },
            "ResultPath": "$.now",
            "Next": branch.steps[0].id,
        }
    }
    for inner in branch.steps:
        states |= _step(inner, end)
    states[end] = {"Type": "Pass", "Result": {}, "End": True}
    return {"StartAt": begin, "States": states}


def _awaited(name: str, comment: str, step: Step, end: str) -> dict[str, State]:
    tell, again, choose = f"{name}.tell", f"{name}.again", f"{name}.choose"
    ways = [(str(number), way.to or end) for number, way in enumerate(step.ways)]
    return {
        name: _wait(comment, tell, choose),
        choose: {
            "Type": "Choice",
            "Choices": [
                {"Variable": "$.now.way", "StringEquals": said, "Next": target}
                for said, target in [*ways, (AGAIN, name), (STOP, end)]
            ],
            "Default": end,
        },
        tell: _tell() | {"Next": again},
        again: {
            "Type": "Pass",
            "Parameters": {
                "at.$": "$.now.at",
                "moment.$": "$.now.moment",
                "until.$": "$.now.until",
                "seconds": ASK_AGAIN_SECONDS,
            },
            "ResultPath": "$.now",
            "Next": name,
        },
    }


def _tell() -> State:
    return {
        "Type": "Task",
        "Resource": SEND,
        "Parameters": {
            "QueueUrl": "${FlowsQueueUrl}",
            "MessageBody": {
                "kind": "flow_moment",
                "tenant.$": "$.tenant",
                "process.$": "$.process",
                "run.$": "$.run",
                "at.$": "$.now.at",
                "moment.$": "$.now.moment",
                "until.$": "$.now.until",
            },
        },
        "ResultPath": None,
        "Retry": RETRY,
    }


def _wait(comment: str, tell: str, choose: str) -> State:
    columns = {
        "pk": "$.wait.pk",
        "sk": "States.Format('{}{}', $.wait.prefix, $.now.at)",
        "until": "$.now.until",
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
        "TimeoutSecondsPath": "$.now.seconds",
        "Retry": RETRY,
        "Catch": [{"ErrorEquals": ["States.Timeout"], "ResultPath": "$.timeout", "Next": tell}],
        "ResultPath": "$.now",
        "Next": choose,
    }


def main(directory: str) -> None:
    """Write every flow's golden file beside it."""
    for path in sorted(Path(directory).glob("*.yaml")):
        flow = read_flow(read_text(path.read_text(encoding="utf-8")))
        path.with_suffix(".asl.json").write_text(text(flow_machine(flow)), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
