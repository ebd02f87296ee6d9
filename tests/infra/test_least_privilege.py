"""Issue 2 item 10, security.md §1.1: with IAM checked on every call, each function can do its work and no more.

The embedded AWS runs with ``AUTH=true``: it checks signatures and evaluates each role's own policy file. Main acts
go through the deployed API; then each function's role is taken and asked to do what it must never do.
"""

import json
import time
import urllib.error
import urllib.request
import uuid

import boto3
import pytest

from infra.local.stack import PASSWORD, STAGE, start_stack

pytestmark = [pytest.mark.aws, pytest.mark.timeout(600)]
WORK_SECONDS = 120
HISTORY_KEY = {"pk": {"S": "T#ubatuba#P#x"}, "sk": {"S": "0"}}


@pytest.fixture(scope="module")
def stack(tmp_path_factory):
    with start_stack(tmp_path_factory.mktemp("stack"), with_pages=False, auth=True) as running:
        yield running


class Person:
    """A signed-in user of the demonstration city, over HTTP."""

    def __init__(self, site, login):
        self._site = site
        self._token = None
        body = {"login": login, "password": PASSWORD, "transport": "bearer"}
        self._token = self.ask("POST", "/sessions", body)["token"]

    def ask(self, method, path, body=None):
        headers = {"Content-Type": "application/json", "Idempotency-Key": str(uuid.uuid4())}
        if self._token:
            headers["Authorization"] = f"Bearer {self._token}"
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(f"{self._site}/api{path}", data, headers, method=method)
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return json.loads(answer.read() or b"null")
        except urllib.error.HTTPError as refusal:
            pytest.fail(f"{method} {path}: {refusal.code} {refusal.read().decode()}")


def start_and_send(stack):
    ana = Person(stack.site, "ana.lima")
    kind = ana.ask("GET", "/catalogues/process-types")["items"][0]
    process = ana.ask(
        "POST",
        "/processes",
        {
            "type": kind["code"],
            "specification": "Prova de permissões",
            "subjects": kind["suggested_subjects"],
            "interested_parties": [],
            "access_level": "public",
            "legal_basis": None,
            "priority": None,
            "remark": "",
        },
    )["id"]
    sending = {
        "units": ["semad"],
        "keep_open": False,
        "return_due": {"days": 5, "business": True},
        "reopen_on": None,
    }
    sent = ana.ask(
        "POST", f"/processes/{process}/routings", sending | {"remove_note": False, "notify_by_email": False}
    )
    return process, sent["routings"][0]


def waits_of(stack, process):
    found = stack.client("dynamodb").scan(TableName=f"iperoig-{STAGE}-waits")["Items"]
    return [item for item in found if process in item["pk"]["S"]]


def until(check, seconds=WORK_SECONDS):
    limit = time.monotonic() + seconds
    while time.monotonic() < limit:
        found = check()
        if found:
            return found
        time.sleep(0.5)
    pytest.fail("it did not happen in time")


def test_a_process_is_started_sent_and_waited_for_with_the_functions_own_permissions(stack):
    process, routing = start_and_send(stack)
    (wait,) = until(lambda: waits_of(stack, process))
    assert routing in wait["sk"]["S"]
    roberto = Person(stack.site, "roberto.nunes")
    roberto.ask("POST", f"/processes/{process}/receipts", {})
    until(lambda: [one for one in waits_of(stack, process) if one["phase"]["S"] == "return"])
    queues = stack.client("sqs")
    for url in queues.list_queues(QueueNamePrefix=f"iperoig-{STAGE}")["QueueUrls"]:
        if url.endswith("-failures"):
            count = queues.get_queue_attributes(QueueUrl=url, AttributeNames=["ApproximateNumberOfMessages"])
            assert count["Attributes"]["ApproximateNumberOfMessages"] == "0", url


def roles(stack):
    """Function -> credentials of its role."""
    functions, tokens = stack.client("lambda"), stack.client("sts")
    found = {}
    for function in functions.list_functions()["Functions"]:
        taken = tokens.assume_role(RoleArn=function["Role"], RoleSessionName="proof")["Credentials"]
        found[function["FunctionName"].removeprefix(f"iperoig-{STAGE}-")] = {
            "aws_access_key_id": taken["AccessKeyId"],
            "aws_secret_access_key": taken["SecretAccessKey"],
            "aws_session_token": taken["SessionToken"],
            "region_name": stack.endpoint.region,
        }
    return found


def forbidden(stack, credentials):
    """Acts no function may do: name -> call."""

    def client(service):
        return boto3.client(service, endpoint_url=stack.endpoint.url, **credentials)

    history, main = f"iperoig-{STAGE}-history", f"iperoig-{STAGE}-main"
    content = stack.environment["IPEROIG_CONTENT_BUCKET"]
    changed = {
        "UpdateExpression": "SET x = :x",
        "ExpressionAttributeValues": {":x": {"S": "x"}},
    }
    return {
        "delete history": lambda: client("dynamodb").delete_item(TableName=history, Key=HISTORY_KEY),
        "change history": lambda: client("dynamodb").update_item(
            TableName=history, Key=HISTORY_KEY, **changed
        ),
        "read every item": lambda: client("dynamodb").scan(TableName=main),
        "drop a table": lambda: client("dynamodb").delete_table(TableName=main),
        "delete content": lambda: client("s3").delete_object(Bucket=content, Key="x"),
        "create a user": lambda: client("iam").create_user(UserName="x"),
        "replace code": lambda: client("lambda").update_function_configuration(
            FunctionName=f"iperoig-{STAGE}-api"
        ),
    }


def test_no_function_may_touch_history_scan_or_administer(stack):
    allowed = []
    for function, credentials in roles(stack).items():
        for act, call in forbidden(stack, credentials).items():
            try:
                call()
            except Exception as refusal:
                if "AccessDenied" not in str(refusal) and "Forbidden" not in str(refusal):
                    allowed.append(f"{function}: {act}: {refusal}")
            else:
                allowed.append(f"{function}: {act}")
    assert allowed == []


def test_only_the_acting_functions_may_write_state(stack):
    writers = set()
    for function, credentials in roles(stack).items():
        client = boto3.client("dynamodb", endpoint_url=stack.endpoint.url, **credentials)
        try:
            client.delete_item(
                TableName=f"iperoig-{STAGE}-main", Key={"pk": {"S": "none"}, "sk": {"S": "none"}}
            )
        except client.exceptions.ClientError:
            continue
        writers.add(function)
    assert writers == {"api", "conduct-flows", "reconcile-routings"}
