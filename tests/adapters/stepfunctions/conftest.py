"""The machines on the embedded AWS, with a queue of their own."""

import json
from dataclasses import dataclass
from typing import Any

import pytest

from chalicelib.adapters.stepfunctions.asl import reopening_machine, routing_machine
from chalicelib.adapters.stepfunctions.conductor import Conductor
from chalicelib.adapters.waits import DynamoWaits
from tests.world.fixtures import installed, world  # noqa: F401

ROLE = "arn:aws:iam::000000000000:role/machines"


@dataclass
class Stage:
    """A tenant's conductor, its waits and the queue its machines speak to."""

    tenant: str
    conductor: Conductor
    waits: DynamoWaits
    states: Any
    sqs: Any
    queue: str
    machine: str
    reopening: str

    def messages(self) -> list[dict[str, str]]:
        answer = self.sqs.receive_message(QueueUrl=self.queue, MaxNumberOfMessages=10, WaitTimeSeconds=2)
        found = answer.get("Messages", [])
        for message in found:
            self.sqs.delete_message(QueueUrl=self.queue, ReceiptHandle=message["ReceiptHandle"])
        return [json.loads(message["Body"]) for message in found]


def definition(machine: dict[str, Any], substitutions: dict[str, str], seconds: int | None) -> str:
    """The machine as CloudFormation would fill it in; ``seconds`` replaces the deadline for a quick time-out."""
    states = json.loads(json.dumps(machine["States"]))
    for state in states.values():
        if seconds is not None and state.pop("TimeoutSecondsPath", None):
            state["TimeoutSeconds"] = seconds
    text = json.dumps(machine | {"States": states})
    for name, value in substitutions.items():
        text = text.replace("${" + name + "}", value)
    return text


@pytest.fixture
def make_stage(data_stack, request):
    """``make_stage(seconds)``: a stage whose waits time out after so many seconds (None: as planned)."""
    made = []

    def make(seconds: int | None = None) -> Stage:
        states, sqs = data_stack.client("stepfunctions"), data_stack.client("sqs")
        name = f"{request.node.name[:40].rstrip('_')}-{len(made)}".replace("[", "-").replace("]", "")
        queue = sqs.create_queue(QueueName=name)["QueueUrl"]
        table = data_stack.outputs["WaitsTable"]
        substitutions = {"WaitsTable": table, "FlowsQueueUrl": queue}
        arns = [
            states.create_state_machine(
                name=f"{kind}-{name}", definition=definition(machine, substitutions, seconds), roleArn=ROLE
            )["stateMachineArn"]
            for kind, machine in (("routing", routing_machine()), ("reopening", reopening_machine()))
        ]
        conductor = Conductor(states, name, *arns)
        waits = DynamoWaits(data_stack.client("dynamodb"), table, name)
        made.append(Stage(name, conductor, waits, states, sqs, queue, *arns))
        return made[-1]

    yield make
    for stage in made:
        for arn in (stage.machine, stage.reopening):
            stage.states.delete_state_machine(stateMachineArn=arn)
        stage.sqs.delete_queue(QueueUrl=stage.queue)
