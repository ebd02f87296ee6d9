"""The jobs machine, executed: every batch until nothing of it waits, then the end; what dies is tried again."""

import io
import json
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from chalicelib.adapters.stepfunctions.asl import jobs_machine
from chalicelib.adapters.stepfunctions.conductor import execution_arn
from chalicelib.adapters.stepfunctions.engine import StepFunctionsEngine

ROLE = "arn:aws:iam::000000000000:role/machines"
#: Batch 1 dies at first and needs two turns; batch 2 never succeeds. What was asked is kept, a line each.
WORKER = """
import json

def handle(event, context):
    asked = [event["step"], event.get("batch")]
    with open(NOTES, "a+") as notes:
        notes.write(json.dumps(asked) + chr(10))
        notes.seek(0)
        times = [json.loads(line) for line in notes].count(asked)
    if event["step"] == "open":
        return {"batches": BATCHES}
    if event["step"] == "batch":
        if event["batch"] == 2 or (event["batch"] == 1 and times == 1):
            raise RuntimeError("the container died")
        return {"more": event["batch"] == 1 and times < 3}
    return {"state": "done"}
"""


def machine(function: str) -> str:
    """As deployed, with the waits between tries shortened."""
    text = json.dumps(jobs_machine()).replace("${WorkJobs}", function)
    return text.replace('"IntervalSeconds": 2', '"IntervalSeconds": 0')


@pytest.fixture
def run(
    data_stack: Any, request: pytest.FixtureRequest, tmp_path: Path
) -> Iterator[Callable[[str], tuple[str, list[Any]]]]:
    """``run(batches)``: an execution over a worker that says it has these; -> (how it ended, what it was asked)."""
    states, functions = data_stack.client("stepfunctions"), data_stack.client("lambda")
    name = request.node.name.replace("_", "-")[:40]
    made: list[str] = []

    def execute(batches: str) -> tuple[str, list[Any]]:
        notes, packed = tmp_path / "asked", io.BytesIO()
        code = WORKER.replace("BATCHES", batches).replace("NOTES", repr(str(notes)))
        with zipfile.ZipFile(packed, "w") as archive:
            archive.writestr("worker.py", code)
        functions.create_function(
            FunctionName=name, Runtime="python3.11", Role=ROLE, Handler="worker.handle",
            Code={"ZipFile": packed.getvalue()},
        )  # fmt: skip
        arn = states.create_state_machine(name=name, definition=machine(name), roleArn=ROLE)[
            "stateMachineArn"
        ]
        made.append(arn)
        engine = StepFunctionsEngine(lambda: states, arn, "ubatuba")
        engine.start("ana.lima", "j1")
        engine.start("ana.lima", "j1")
        execution = execution_arn(arn, "j1")
        limit = time.monotonic() + 60
        while states.describe_execution(executionArn=execution)["status"] == "RUNNING":
            assert time.monotonic() < limit
            time.sleep(0.05)
        asked = [json.loads(line) for line in notes.read_text().splitlines()]
        assert engine.revive("ana.lima", "j1") == 2, "an execution that ended is followed by another"
        return states.describe_execution(executionArn=execution)["status"], asked

    yield execute
    for arn in made:
        states.delete_state_machine(stateMachineArn=arn)
        functions.delete_function(FunctionName=name)


def test_every_batch_is_worked_until_nothing_of_it_waits_and_then_the_job_is_closed(run):
    status, asked = run("[0, 1]")
    assert status == "SUCCEEDED"
    assert asked[0] == ["open", None]
    assert asked.count(["batch", 0]) == 1
    assert asked.count(["batch", 1]) == 3, "it died once and then needed two turns"
    assert asked[-1] == ["close", None]


def test_a_batch_that_always_dies_holds_back_neither_the_others_nor_the_end(run):
    status, asked = run("[0, 2]")
    assert status == "SUCCEEDED"
    assert asked.count(["batch", 2]) == 5, "tried and tried again four times"
    assert ["batch", 0] in asked
    assert asked[-1] == ["close", None]


def test_a_job_without_batches_is_closed_at_once(run):
    status, asked = run("[]")
    assert (status, asked) == ("SUCCEEDED", [["open", None], ["close", None]])
