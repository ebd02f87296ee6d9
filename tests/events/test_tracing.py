"""What X-Ray is told of a request, sent to a daemon of our own on the loopback while a function of ours works."""

import json
import os
import socket
import subprocess
import sys

import pytest

PROGRAM = """
import boto3, json, sys
from botocore.stub import Stubber
from chalicelib.tracing import traced

client = boto3.client("dynamodb", region_name="sa-east-1", aws_access_key_id="x", aws_secret_access_key="x")
with Stubber(client) as stub:
    stub.add_response("get_item", {"Item": {"cpf": {"S": "11144477735"}}})
    with traced("process.read") as ended:
        client.get_item(TableName="iperoig-main", Key={"pk": {"S": "maria.souza"}})
        ended(404)
    try:
        with traced("process.send"):
            raise ValueError("Maria de Souza")
    except ValueError:
        pass
print(json.dumps("aws_xray_sdk" in sys.modules))
"""


@pytest.fixture
def daemon():
    """A socket that takes what a daemon would."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as taker:
        taker.bind(("127.0.0.1", 0))
        taker.settimeout(0.5)
        yield taker


def run(daemon, sampled: bool) -> tuple[bool, list[dict]]:
    """-> (whether the library of traces was loaded, what the daemon got)."""
    environment = os.environ | {
        "AWS_XRAY_DAEMON_ADDRESS": f"127.0.0.1:{daemon.getsockname()[1]}",
        "_X_AMZN_TRACE_ID": f"Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled={sampled:d}",
        "LAMBDA_TASK_ROOT": "/var/task",
    }
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], env=environment, check=True, capture_output=True, text=True
    )
    got = []
    try:
        while True:
            got.append(json.loads(daemon.recv(65_536).partition(b"\n")[2]))
    except TimeoutError:
        return json.loads(done.stdout), got


def test_a_chosen_request_is_drawn_with_its_act_and_each_call_under_it(daemon):
    _, (call, read, failed) = run(daemon, sampled=True)
    assert read["name"] == "## process.read"
    assert read["trace_id"] == "1-5759e988-bd862e3fe1be46a994272793"
    assert read["parent_id"] == "53995c3f42cd8ad8"
    assert read["annotations"] == {"action": "process.read", "status": 404}
    assert read["error"] is True
    assert (call["name"], call["aws"]["operation"]) == ("dynamodb", "GetItem")
    assert call["parent_id"] == read["id"]
    assert call["aws"]["table_name"] == "iperoig-main"
    assert failed["fault"] is True


def test_nobody_is_named_in_what_is_drawn(daemon):
    _, got = run(daemon, sampled=True)
    said = json.dumps(got)
    assert "maria" not in said.lower()
    assert "11144477735" not in said


def test_a_request_that_was_not_chosen_loads_nothing_and_sends_nothing(daemon):
    assert run(daemon, sampled=False) == (False, [])
