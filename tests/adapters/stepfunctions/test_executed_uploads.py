"""The uploads machine, executed: examined, extracted, recognized batch by batch, kept; what dies is told (DOC-08)."""

import io
import json
import re
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from chalicelib.adapters.stepfunctions.asl import uploads_machine
from chalicelib.adapters.stepfunctions.uploads import UploadsMachine
from tests.adapters.stepfunctions.conftest import ROLE, definition

EVENT = {"detail": {"object": {"key": "ubatuba/p1/u1"}}}
PLACE = {"tenant": "ubatuba", "sha256": "ab", "attempt": 1}
#: Both functions in one: the inspection is asked with an event, the extraction with a step. What was asked is kept.
WORKER = """
import json

def handle(event, context):
    step = event.get("step", "inspect")
    asked = [step, event.get("batch", {}).get("n")]
    with open(NOTES, "a") as notes:
        notes.write(json.dumps(asked) + chr(10))
    if step in DYING or asked in DYING:
        raise RuntimeError("the container died")
    if step == "inspect":
        return INSPECTED
    return {"batches": BATCHES} if step == "extract" else {"state": "done"}
"""
Run = Callable[..., tuple[str, list[Any], list[Any]]]


class Stage:
    """A machine with a worker of its own and a queue to set things aside in."""

    def __init__(self, data_stack: Any, name: str, notes: Path) -> None:
        self.states, self.functions, self.sqs = map(data_stack.client, ("stepfunctions", "lambda", "sqs"))
        self.name, self.notes, self.machine = name, notes, ""
        self.queue = self.sqs.create_queue(QueueName=name)["QueueUrl"]

    def build(self, batches: Any, dying: Any, inspected: Any) -> None:
        packed = io.BytesIO()
        values = {"NOTES": str(self.notes), "DYING": dying, "INSPECTED": inspected, "BATCHES": batches}
        code = WORKER
        for word, value in values.items():
            code = code.replace(word, repr(value))
        with zipfile.ZipFile(packed, "w") as archive:
            archive.writestr("worker.py", code)
        self.functions.create_function(
            FunctionName=self.name, Runtime="python3.11", Role=ROLE, Handler="worker.handle",
            Code={"ZipFile": packed.getvalue()},
        )  # fmt: skip
        places = {"InspectUpload": self.name, "ExtractText": self.name, "InspectionFailuresUrl": self.queue}
        text = definition(uploads_machine(), places, None)
        text = text.replace('"IntervalSeconds": 2', '"IntervalSeconds": 0')
        made = self.states.create_state_machine(name=self.name, definition=text, roleArn=ROLE)
        self.machine = made["stateMachineArn"]

    def start(self, given: Any) -> str:
        """With what EventBridge tells; with nothing, as the API asks for one, twice."""
        if given is not None:
            begun = self.states.start_execution(stateMachineArn=self.machine, input=json.dumps(given))
            return str(begun["executionArn"])
        for _ in range(2):
            UploadsMachine(lambda: self.states, self.machine, "ubatuba").start("ab", 1)
        (one,) = self.states.list_executions(stateMachineArn=self.machine)["executions"]
        return str(one["executionArn"])

    def end(self, execution: str) -> tuple[str, list[Any], list[Any]]:
        limit = time.monotonic() + 60
        while (status := self.states.describe_execution(executionArn=execution)["status"]) == "RUNNING":
            assert time.monotonic() < limit
            time.sleep(0.05)
        aside = self.sqs.receive_message(QueueUrl=self.queue).get("Messages", [])
        lines = self.notes.read_text().splitlines()
        return status, [json.loads(line) for line in lines], [json.loads(one["Body"]) for one in aside]

    def close(self) -> None:
        self.states.delete_state_machine(stateMachineArn=self.machine)
        self.functions.delete_function(FunctionName=self.name)
        self.sqs.delete_queue(QueueUrl=self.queue)


    def revive(self) -> int:
        return UploadsMachine(lambda: self.states, self.machine, "ubatuba").revive("ab", 1)


@pytest.fixture
def run(data_stack: Any, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Run]:
    """``run(input, …)``: -> (how it ended, what was asked of the functions, what was set aside)."""
    name = request.node.name.replace("_", "-").removeprefix("test-")
    stage = Stage(data_stack, re.sub("[^a-z-]", "-", name)[:60], tmp_path / "asked")

    def execute(
        given: Any, batches: Any = (), dying: Any = (), inspected: Any = None
    ) -> tuple[str, list[Any], list[Any]]:
        stage.build(list(batches), list(dying), inspected or {"state": "accepted", "extraction": PLACE})
        return stage.end(stage.start(given))

    yield execute
    stage.close()


def batch(n: int) -> dict[str, Any]:
    return {"n": n, "pages": [n + 1]}


def test_what_arrives_is_examined_extracted_recognized_and_kept(run: Run):
    status, asked, aside = run(EVENT, [batch(0), batch(1)])
    assert (status, aside) == ("SUCCEEDED", [])
    assert asked[:2] == [["inspect", None], ["extract", None]]
    assert sorted(asked[2:4]) == [["recognize", 0], ["recognize", 1]]
    assert asked[4:] == [["keep", None]]


def test_what_needs_no_ocr_is_over_after_the_extraction(run: Run):
    status, asked, _ = run(EVENT)
    assert (status, asked) == ("SUCCEEDED", [["inspect", None], ["extract", None]])


def test_what_is_refused_or_waits_for_the_antivirus_is_not_extracted(run: Run):
    status, asked, _ = run(EVENT, inspected={"state": "waiting"})
    assert (status, asked) == ("SUCCEEDED", [["inspect", None]])


def test_somebody_asks_for_a_text_once_however_often_it_is_started(run: Run):
    status, asked, _ = run(None, [batch(0)])
    assert (status, asked) == ("SUCCEEDED", [["extract", None], ["recognize", 0], ["keep", None]])


def test_a_batch_that_always_dies_holds_back_neither_the_others_nor_the_end(run: Run):
    status, asked, _ = run(EVENT, [batch(0), batch(1)], dying=[["recognize", 1]])
    assert status == "SUCCEEDED"
    assert asked.count(["recognize", 1]) == 4, "tried and tried again three times"
    assert ["recognize", 0] in asked
    assert asked[-1] == ["keep", None]


def test_one_that_vanished_is_begun_anew_under_the_next_name_and_one_under_way_is_left(
    data_stack: Any, tmp_path: Path
) -> None:
    stage = Stage(data_stack, "one-that-vanished", tmp_path / "asked")
    stage.build([], [], {})
    try:
        assert stage.revive() == 1
        (one,) = stage.states.list_executions(stateMachineArn=stage.machine)["executions"]
        stage.end(one["executionArn"])
        # It ended and the text is still awaited: whoever looks again starts the next.
        assert stage.revive() == 2
        names = {each["name"] for each in stage.states.list_executions(stateMachineArn=stage.machine)["executions"]}
        assert names == {one["name"], f"{one['name']}-2"}
    finally:
        stage.close()


@pytest.mark.parametrize("step", ["extract", "keep"])
def test_an_extraction_that_always_dies_is_given_up(run: Run, step: str):
    status, asked, aside = run(EVENT, [batch(0)], dying=[step])
    assert (status, aside) == ("FAILED", [])
    assert asked[-1] == ["give_up", None]


def test_an_inspection_that_always_dies_is_set_aside_with_its_event(run: Run):
    status, asked, aside = run(EVENT, dying=["inspect"])
    assert (status, len(asked)) == ("FAILED", 6)
    (told,) = aside
    assert told["detail"] == EVENT["detail"]
