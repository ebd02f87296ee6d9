"""A sample of everything that can be asked of AWS here, and the functions that may ask it.

Nothing is changed by asking: writes carry a condition that no item meets, starts and answers carry input that is
refused after the permission was checked.
"""

from collections.abc import Callable
from functools import cache
from typing import Any

import boto3
from botocore.exceptions import ClientError

from infra.local.stack import STAGE, Stack

NOBODY: set[str] = set()
#: Who asks by the name of a role only to hear whether it may.
SESSION = "questioned"
TYPESETTERS = ("render-document", "prerender-documents", "sign-certificate")
NOWHERE = {"pk": {"S": "T#none#P#none"}, "sk": {"S": "0"}}
NEVER = {"ConditionExpression": "attribute_exists(pk)"}
CHANGE = {
    "UpdateExpression": "SET x = :x",
    "ExpressionAttributeValues": {":x": {"S": "x"}},
    **NEVER,
}
DAY = {"ExpressionAttributeValues": {":pk": {"S": "T#none"}}}

# Act -> who may. Everybody else must be refused.
ALLOWED: dict[str, set[str]] = {
    "write state": {
        "api",
        "conduct-flows",
        "reconcile-routings",
        "inspect-upload",
        "extract-text",
        "send-mail",
        "work-jobs",
        "reconcile-jobs",
        "operate-tenants",
        # The emulator knows no dynamodb:LeadingKeys: test_permissions holds it to its own tenants.
        "fill-training",
    },
    "move an e-mail": {
        "api",
        "conduct-flows",
        "reconcile-routings",
        "render-document",
        "prerender-documents",
        "send-mail",
        "work-jobs",
        "operate-tenants",
        "fill-training",
    },
    "delete state": {"api", "work-jobs", "operate-tenants", "fill-training"},
    "find open work": {"api", "reconcile-routings", "reconcile-jobs"},
    "scan state": NOBODY,
    "append history": {
        "api",
        "conduct-flows",
        "reconcile-routings",
        "send-mail",
        "work-jobs",
        "operate-tenants",
        "fill-training",
    },
    "read history": {"api", "prerender-documents", "work-jobs", "append-ledger", "operate-tenants", "fill-training"},
    "read a day of history": {"sweep-history"},
    "change history": NOBODY,
    "delete history": NOBODY,
    "append to the ledger": {"append-ledger", "sign-ledger"},
    "read the ledger": {"api", "work-jobs", "append-ledger", "sign-ledger"},
    # The emulator knows no dynamodb:Attributes: that nothing but the salt may go is what the policy's own test says.
    "take a salt from the ledger": {"work-jobs"},
    "delete from the ledger": NOBODY,
    "publish the ledger": {"sign-ledger"},
    "read the ledger's files": {"api", "work-jobs", "sign-ledger"},
    "delete the ledger's files": NOBODY,
    "sign a head of the ledger": {"sign-ledger"},
    "record a reading": {"api"},
    "ask who read": {"api"},
    "change a reading": NOBODY,
    "delete a reading": NOBODY,
    "read sessions": {"api", "fill-training"},
    # Beside the interface, who only reaches a part of the table: conditions on keys are not asked about here.
    "delete from the sessions": {"api", "fill-training", "work-jobs"},
    "read waits": {"answer-waits", "conduct-flows"},
    "write waits": NOBODY,
    "count": {"count-statistics", "conduct-flows", "send-mail", "append-ledger", "index-words", "read-history"},
    "read counters": {"api", "conduct-flows", "sweep-history"},
    "drop a table": NOBODY,
    "publish events": {"read-history", "conduct-flows"},
    "start an execution": {"answer-waits", "conduct-flows", "reconcile-routings"},
    "list executions": {"reconcile-routings"},
    "answer a task": {"answer-waits", "conduct-flows"},
    "start a flow": {"answer-waits", "conduct-flows", "reconcile-routings"},
    "make the machine of a flow": {"publish-flow"},
    "make another machine": NOBODY,
    "stop an execution": NOBODY,
    "send to a consumer": {"sweep-history"},
    "ask for a text": {"api", "reconcile-jobs"},
    "read content": {
        "api",
        *TYPESETTERS,
        "work-jobs",
        "send-mail",
        "extract-text",
    },
    "write content": {
        "api",
        *TYPESETTERS,
        "inspect-upload",
        "extract-text",
        "work-jobs",
    },
    "leave pages for the next step": {"extract-text", "work-jobs"},
    "delete content": NOBODY,
    "read a version of content": {"api", *TYPESETTERS, "work-jobs"},
    "lock content": {"api", *TYPESETTERS},
    "unlock content": NOBODY,
    "seal a signature": {"api", "fill-training"},
    "derive the key of a person's drafts": {"api"},
    "read quarantine": {"inspect-upload"},
    "read the scanner's word": {"inspect-upload"},
    "write the scanner's word": NOBODY,
    "write quarantine": {"api"},
    "send an e-mail": {"send-mail"},
    "see the parts of a file": {"api"},
    "drop the parts of a file": {"api"},
    "call the renderer": {"api", "work-jobs"},
    "call the publisher": {"api"},
    "call the signing function": {"api"},
    "read the secret shown to others": {"api", "sign-certificate"},
    "read the secret of the edge": NOBODY,
    "call another function": NOBODY,
    "replace code": NOBODY,
    "create a user": NOBODY,
    "assume a role": NOBODY,
}


def may(stack: Stack, credentials: dict[str, str], act: str) -> bool:
    """Whether the role got past the permission check."""
    try:
        _acts(stack, credentials)[act]()
    except ClientError as refusal:
        code = str(refusal.response["Error"]["Code"])
        return "AccessDenied" not in code and code not in ("403", "Forbidden", "NotAuthorized")
    return True


def _acts(stack: Stack, credentials: dict[str, str]) -> dict[str, Callable[[], Any]]:
    """Act -> call, with clients of the role that are made once."""
    key = credentials["aws_access_key_id"]
    if key not in _made:
        _made[key] = _all_acts(stack, credentials)
    return _made[key]


_made: dict[str, dict[str, Callable[[], Any]]] = {}


def _all_acts(stack: Stack, credentials: dict[str, str]) -> dict[str, Callable[[], Any]]:
    @cache
    def client(service: str) -> Any:
        return boto3.client(service, endpoint_url=stack.endpoint.url, **credentials)

    database, store, machines = client("dynamodb"), client("s3"), client("stepfunctions")
    return _tables(database) | _storage(store, stack) | _machines(machines, stack) | _engines(client, stack)


def _tables(database: Any) -> dict[str, Callable[[], Any]]:
    main, history, waits, sessions, projections, ledger, audit = (
        f"iperoig-{STAGE}-{name}"
        for name in ("main", "history", "waits", "sessions", "projections", "ledger", "audit")
    )

    def batch(table: str) -> Any:
        return database.batch_get_item(RequestItems={table: {"Keys": [NOWHERE]}})

    def query(table: str, index: str | None = None) -> Any:
        key = f"{index}pk = :pk" if index else "pk = :pk"
        return database.query(
            TableName=table, KeyConditionExpression=key, **DAY, **({"IndexName": index} if index else {})
        )

    return {
        "write state": lambda: database.put_item(TableName=main, Item=NOWHERE, **NEVER),
        "move an e-mail": lambda: database.update_item(TableName=main, Key=NOWHERE, **CHANGE),
        "delete state": lambda: database.delete_item(TableName=main, Key=NOWHERE, **NEVER),
        "find open work": lambda: query(main, "gsi2"),
        "scan state": lambda: database.scan(TableName=main),
        "append history": lambda: database.put_item(TableName=history, Item=NOWHERE, **NEVER),
        "read history": lambda: query(history),
        "read a day of history": lambda: query(history, "gsi1"),
        "change history": lambda: database.update_item(TableName=history, Key=NOWHERE, **CHANGE),
        "delete history": lambda: database.delete_item(TableName=history, Key=NOWHERE, **NEVER),
        "append to the ledger": lambda: database.put_item(TableName=ledger, Item=NOWHERE, **NEVER),
        "read the ledger": lambda: query(ledger),
        "take a salt from the ledger": lambda: database.update_item(
            TableName=ledger, Key=NOWHERE, UpdateExpression="REMOVE salt", **NEVER
        ),
        "delete from the ledger": lambda: database.delete_item(TableName=ledger, Key=NOWHERE, **NEVER),
        "record a reading": lambda: database.put_item(TableName=audit, Item=NOWHERE, **NEVER),
        "ask who read": lambda: query(audit),
        "change a reading": lambda: database.update_item(TableName=audit, Key=NOWHERE, **CHANGE),
        "delete a reading": lambda: database.delete_item(TableName=audit, Key=NOWHERE, **NEVER),
        "read sessions": lambda: batch(sessions),
        "delete from the sessions": lambda: database.delete_item(TableName=sessions, Key=NOWHERE, **NEVER),
        "read waits": lambda: query(waits),
        "write waits": lambda: database.put_item(TableName=waits, Item=NOWHERE, **NEVER),
        "count": lambda: database.update_item(TableName=projections, Key=NOWHERE, **CHANGE),
        "read counters": lambda: batch(projections),
        "drop a table": lambda: database.delete_table(TableName=f"{main}-none"),
    }


def _storage(store: Any, stack: Stack) -> dict[str, Callable[[], Any]]:
    content = stack.environment["IPEROIG_CONTENT_BUCKET"]
    copies = stack.environment["IPEROIG_COPIES_BUCKET"]
    quarantine = stack.environment["IPEROIG_QUARANTINE_BUCKET"]
    ledger = stack.environment["IPEROIG_LEDGER_BUCKET"]
    place = {"Bucket": content, "Key": "none/none"}
    sending = {"Bucket": quarantine, "Key": "none/none/none", "UploadId": "none"}
    return {
        "read content": lambda: store.get_object(**place),
        "write content": lambda: store.put_object(**place, Body=b""),
        "leave pages for the next step": lambda: store.put_object(
            Bucket=copies, Key="none/extraction/none", Body=b""
        ),
        # Taken long ago, or refused for its checksum when it is permitted.
        "publish the ledger": lambda: store.put_object(
            Bucket=ledger, Key="registro/none", Body=b"x", ContentMD5="AAAAAAAAAAAAAAAAAAAAAA=="
        ),
        "read the ledger's files": lambda: store.get_object(Bucket=ledger, Key="registro/none"),
        "delete the ledger's files": lambda: store.delete_object(Bucket=ledger, Key="registro/none"),
        "delete content": lambda: store.delete_object(**place),
        "read a version of content": lambda: store.get_object(**place, VersionId="none"),
        "lock content": lambda: store.put_object_retention(
            **place, Retention={"Mode": "GOVERNANCE", "RetainUntilDate": "2030-01-01"}
        ),
        "unlock content": lambda: store.put_object_retention(
            **place,
            Retention={"Mode": "GOVERNANCE", "RetainUntilDate": "2030-01-01"},
            BypassGovernanceRetention=True,
        ),
        "read quarantine": lambda: store.get_object(Bucket=quarantine, Key="none/none/none"),
        "read the scanner's word": lambda: store.get_object_tagging(Bucket=quarantine, Key="none/none/none"),
        "write the scanner's word": lambda: store.put_object_tagging(
            Bucket=quarantine, Key="none/none/none", Tagging={"TagSet": []}
        ),
        "see the parts of a file": lambda: store.list_parts(**sending),
        "drop the parts of a file": lambda: store.abort_multipart_upload(**sending),
        # Refused for its checksum when it is permitted: an object there would start an inspection.
        "write quarantine": lambda: store.put_object(
            Bucket=quarantine, Key="none/none/none", Body=b"x", ContentMD5="AAAAAAAAAAAAAAAAAAAAAA=="
        ),
    }


def _machines(states: Any, stack: Stack) -> dict[str, Callable[[], Any]]:
    environment = stack.environment
    machine = environment["IPEROIG_ROUTING_MACHINE"]
    execution = machine.replace(":stateMachine:", ":execution:") + ":none"
    return {
        "start an execution": lambda: states.start_execution(
            stateMachineArn=machine, name="x", input="no JSON"
        ),
        # What has no flow of this name, or no definition: refused after the permission was checked.
        "start a flow": lambda: states.start_execution(
            stateMachineArn=f"{environment['IPEROIG_FLOW_MACHINES']}none", name="x", input="no JSON"
        ),
        "make the machine of a flow": lambda: states.create_state_machine(
            name=f"iperoig-{STAGE}-flow-none", definition="no JSON", roleArn=environment["IPEROIG_FLOW_ROLE"]
        ),
        "make another machine": lambda: states.create_state_machine(
            name=f"iperoig-{STAGE}-none", definition="no JSON", roleArn=environment["IPEROIG_FLOW_ROLE"]
        ),
        "ask for a text": lambda: states.start_execution(
            stateMachineArn=environment["IPEROIG_UPLOADS_MACHINE"], name="x", input="no JSON"
        ),
        "list executions": lambda: states.list_executions(stateMachineArn=machine),
        "answer a task": lambda: states.send_task_success(taskToken="none", output="{}"),
        "stop an execution": lambda: states.stop_execution(executionArn=execution),
    }


def _engines(client: Callable[[str], Any], stack: Stack) -> dict[str, Callable[[], Any]]:
    functions, environment = client("lambda"), stack.environment
    entry = {"EventBusName": environment["IPEROIG_EVENT_BUS"], "Source": "proof", "DetailType": "proof"}
    renderer, sweeper = environment["IPEROIG_RENDER_FUNCTION"], f"iperoig-{STAGE}-sweep-history"
    return {
        "publish events": lambda: client("events").put_events(Entries=[entry | {"Detail": "{}"}]),
        # Not delivered before everything here has stopped.
        "send to a consumer": lambda: client("sqs").send_message(
            QueueUrl=environment["IPEROIG_FLOWS_QUEUE"], MessageBody="{}", DelaySeconds=900
        ),
        # From an address of nobody: refused after the permission was checked.
        "send an e-mail": lambda: client("sesv2").send_email(
            FromEmailAddress="nobody@nowhere.example",
            Destination={"ToAddresses": ["nobody@nowhere.example"]},
            Content={"Raw": {"Data": b"Subject: none\r\n\r\nnone"}},
        ),
        "sign a head of the ledger": lambda: client("kms").sign(
            KeyId=environment["IPEROIG_LEDGER_KEY"], Message=b"none", SigningAlgorithm="RSASSA_PSS_SHA_256"
        ),
        # With an algorithm that is not the key's: refused after the permission was checked.
        "seal a signature": lambda: client("kms").sign(
            KeyId=environment["IPEROIG_SEAL_KEY"], Message=b"none", SigningAlgorithm="RSASSA_PSS_SHA_256"
        ),
        "derive the key of a person's drafts": lambda: client("kms").generate_mac(
            KeyId=environment["IPEROIG_DRAFT_KEY"], Message=b"none", MacAlgorithm="HMAC_SHA_512"
        ),
        "call the renderer": lambda: functions.invoke(FunctionName=renderer, InvocationType="DryRun"),
        "call the publisher": lambda: functions.invoke(
            FunctionName=environment["IPEROIG_PUBLISH_FUNCTION"], InvocationType="DryRun"
        ),
        "read the secret shown to others": lambda: client("secretsmanager").get_secret_value(
            SecretId=f"iperoig-{STAGE}-clients/none/govbr"
        ),
        "read the secret of the edge": lambda: client("secretsmanager").get_secret_value(
            SecretId=f"iperoig-{STAGE}-edge"
        ),
        "call the signing function": lambda: functions.invoke(
            FunctionName=environment["IPEROIG_SIGNING_FUNCTION"], InvocationType="DryRun"
        ),
        "call another function": lambda: functions.invoke(FunctionName=sweeper, InvocationType="DryRun"),
        "replace code": lambda: functions.update_function_configuration(FunctionName=renderer),
        "create a user": lambda: client("iam").create_user(UserName="x"),
        "assume a role": lambda: client("sts").assume_role(
            RoleArn="arn:aws:iam::000000000000:role/none", RoleSessionName="none"
        ),
    }
