"""Issue 2 item 1, architecture §10: the embedded AWS survives ``kill -9`` and leaves nothing behind."""

import io
import json
import os
import signal
import socket
import time
import zipfile
from pathlib import Path

import boto3
import pytest

from infra.local.emulator import PortTaken, free_port, start_emulator

pytestmark = pytest.mark.aws
LOST_AT_MOST_SECONDS = 5
FUNCTION = """
import os, sys, time
def handler(event, context):
    print("{}", file=sys.stderr)
    return {"pid": os.getpid()}
"""


def client(endpoint, service):
    return boto3.client(service, endpoint_url=endpoint.url, **endpoint.credentials)


def make_table(endpoint):
    client(endpoint, "dynamodb").create_table(
        TableName="acts",
        BillingMode="PAY_PER_REQUEST",
        AttributeDefinitions=[{"AttributeName": "pk", "AttributeType": "S"}],
        KeySchema=[{"AttributeName": "pk", "KeyType": "HASH"}],
    )


def make_function(endpoint, source=FUNCTION, environment=None):
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as code:
        code.writestr("f.py", source)
    role = client(endpoint, "iam").create_role(RoleName="role", AssumeRolePolicyDocument="{}")["Role"]["Arn"]
    client(endpoint, "lambda").create_function(
        FunctionName="f",
        Runtime="python3.11",
        Handler="f.handler",
        Role=role,
        Code={"ZipFile": archive.getvalue()},
        Environment={"Variables": environment or {}},
    )


def invoke(endpoint):
    answer = client(endpoint, "lambda").invoke(FunctionName="f")
    return json.loads(answer["Payload"].read())


def is_running(pid):
    try:
        return Path(f"/proc/{pid}/stat").read_text().split()[2] != "Z"
    except FileNotFoundError:
        return False


def wait_gone(pid, seconds=10):
    limit = time.monotonic() + seconds
    while is_running(pid) and time.monotonic() < limit:
        time.sleep(0.05)
    return not is_running(pid)


@pytest.mark.skipif(not Path("/proc").exists(), reason="reads /proc")
def test_state_and_functions_survive_a_kill_with_at_most_five_seconds_lost(tmp_path):
    written: list[tuple[float, str]] = []
    with start_emulator(tmp_path) as endpoint:
        make_table(endpoint)
        make_function(endpoint)
        client(endpoint, "s3").create_bucket(
            Bucket="files", CreateBucketConfiguration={"LocationConstraint": endpoint.region}
        )
        worker = invoke(endpoint)["pid"]
        database, files = client(endpoint, "dynamodb"), client(endpoint, "s3")
        end = time.monotonic() + LOST_AT_MOST_SECONDS + 2
        number = 0
        while time.monotonic() < end:
            name = f"act-{number}"
            database.put_item(TableName="acts", Item={"pk": {"S": name}})
            files.put_object(Bucket="files", Key=name, Body=name.encode())
            written.append((time.monotonic(), name))
            number += 1
            time.sleep(0.02)
        os.kill(endpoint.pid, signal.SIGKILL)
        killed = time.monotonic()
        assert wait_gone(worker), "a function worker outlived the emulator"

    safe = [name for at, name in written if killed - at > LOST_AT_MOST_SECONDS]
    assert len(safe) > 10
    with start_emulator(tmp_path) as endpoint:
        database, files = client(endpoint, "dynamodb"), client(endpoint, "s3")
        for name in safe:
            assert "Item" in database.get_item(TableName="acts", Key={"pk": {"S": name}}), name
            assert files.get_object(Bucket="files", Key=name)["Body"].read() == name.encode()
        assert invoke(endpoint)["pid"] != worker


@pytest.mark.skipif(not Path("/proc").exists(), reason="reads /proc")
def test_stopping_leaves_no_process_and_no_scratch_files(tmp_path):
    with start_emulator(tmp_path) as endpoint:
        make_function(endpoint)
        worker = invoke(endpoint)["pid"]
        assert is_running(worker)
    assert not is_running(endpoint.pid)
    assert wait_gone(worker)
    assert not (tmp_path / "tmp").exists()


def test_a_clean_stop_loses_nothing(tmp_path):
    with start_emulator(tmp_path) as endpoint:
        make_table(endpoint)
        client(endpoint, "dynamodb").put_item(TableName="acts", Item={"pk": {"S": "last"}})
    with start_emulator(tmp_path) as endpoint:
        kept = client(endpoint, "dynamodb").get_item(TableName="acts", Key={"pk": {"S": "last"}})
        assert kept["Item"] == {"pk": {"S": "last"}}


def test_a_state_that_cannot_be_read_stops_the_start_instead_of_being_replaced(tmp_path):
    with start_emulator(tmp_path) as endpoint:
        make_table(endpoint)
    file = tmp_path / "aws" / "dynamodb.json"
    whole = file.read_text()
    file.write_text(whole[: len(whole) // 2])
    with pytest.raises(RuntimeError), start_emulator(tmp_path):
        pass
    assert file.read_text() == whole[: len(whole) // 2]


def test_a_taken_port_is_said_in_plain_words(tmp_path):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(PortTaken, match=f"A porta {port} já está em uso"), start_emulator(tmp_path, port):
            pass


def test_it_listens_on_loopback_only(aws_endpoint):
    port = int(aws_endpoint.url.rsplit(":", 1)[1])
    listening = Path("/proc/net/tcp")
    if not listening.exists():
        pytest.skip("reads /proc")
    rows = [line.split() for line in listening.read_text().splitlines()[1:]]
    addresses = {
        row[1].split(":")[0] for row in rows if row[3] == "0A" and int(row[1].split(":")[1], 16) == port
    }
    assert addresses == {"0100007F"}


def test_a_free_port_is_free():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", free_port()))


COUNTING = """
import os
def handler(event, context):
    with open(os.environ["COUNTED"], "a") as file:
        file.write(f"{len(event['Records'])}\\n")
"""


def test_a_batch_waits_for_others_as_long_as_its_window(tmp_path):
    """As Lambda does for queues: up to ``MaximumBatchingWindowInSeconds``, up to ``BatchSize``."""
    with start_emulator() as endpoint:
        queues = client(endpoint, "sqs")
        queue = queues.create_queue(QueueName="facts")["QueueUrl"]
        arn = queues.get_queue_attributes(QueueUrl=queue, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]
        make_function(endpoint, COUNTING, {"COUNTED": str(tmp_path / "counted")})
        client(endpoint, "lambda").create_event_source_mapping(
            EventSourceArn=arn, FunctionName="f", BatchSize=25, MaximumBatchingWindowInSeconds=2
        )
        for _ in range(12):
            queues.send_message(QueueUrl=queue, MessageBody="{}")
        limit = time.monotonic() + 20
        while not (tmp_path / "counted").exists() and time.monotonic() < limit:
            time.sleep(0.05)
        assert (tmp_path / "counted").read_text().split() == ["12"]
