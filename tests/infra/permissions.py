"""What each role of the deployed templates may ask of AWS, worked out from their statements as IAM does (goal I1).

    python -m tests.infra.permissions --write

writes ``permissions.json``: role -> thing -> the actions that are allowed, reviewed like any other code. Things are
all those of both stacks, each with its twin in another stage and in another account; actions are all that any role
holds on things of that kind, and what nobody should.
"""

import json
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path
from typing import Any

from infra import layers, package, stacks

GOLDEN = Path(__file__).with_name("permissions.json")
STAGE, REGION, ACCOUNT, DATA = "production", "sa-east-1", "000000000000", "iperoig-production-data"
OTHER_STAGE, OTHER_ACCOUNT = "demo", "999999999999"
NAMES = {
    "Stage": STAGE,
    "AWS::Partition": "aws",
    "AWS::Region": REGION,
    "AWS::AccountId": ACCOUNT,
    "DataStack": DATA,
}
#: Kinds of things of the application that a statement may name.
NAMED = (
    "AWS::Serverless::Function",
    "AWS::SQS::Queue",
    "AWS::Events::EventBus",
    "AWS::IAM::Role",
    "AWS::Logs::LogGroup",
    "AWS::StepFunctions::StateMachine",
)
#: What no role of the product should hold on anything, by kind of thing; what any role holds is asked of it too.
FEARED = {
    "dynamodb": "Scan BatchWriteItem PartiQLSelect PartiQLDelete DeleteTable UpdateTable DeleteBackup ExportTable",
    "s3": "DeleteObject DeleteObjectVersion BypassGovernanceRetention PutObjectTagging PutObjectAcl PutBucketPolicy "
    "PutBucketVersioning PutLifecycleConfiguration DeleteBucket",
    "kms": "Decrypt ScheduleKeyDeletion PutKeyPolicy CreateGrant DisableKey",
    "sqs": "PurgeQueue DeleteQueue SetQueueAttributes",
    "states": "StopExecution DeleteStateMachine UpdateStateMachine GetExecutionHistory",
    "lambda": "UpdateFunctionCode UpdateFunctionConfiguration AddPermission DeleteFunction GetFunction",
    "logs": "DeleteLogGroup DeleteLogStream GetLogEvents FilterLogEvents PutRetentionPolicy",
    "iam": "CreateUser CreateAccessKey PutRolePolicy AttachRolePolicy UpdateAssumeRolePolicy",
    "sts": "AssumeRole",
    "secretsmanager": "PutSecretValue DeleteSecret",
    "events": "PutRule PutTargets DeleteRule DeleteEventBus",
    "ses": "DeleteEmailIdentity",
    "cloudformation": "UpdateStack DeleteStack",
    "xray": "GetTraceSummaries",
}


@dataclass(frozen=True, slots=True)
class Statement:
    """One of a role's, with nothing left to look up; ``condition`` is written out, and narrows what is allowed."""

    actions: tuple[str, ...]
    resources: tuple[str, ...]
    condition: str = ""

    def allows(self, action: str, thing: str) -> bool:
        """As IAM matches: actions in any case, * and ? anywhere; where its condition holds, if it has one."""
        return any(fnmatchcase(action.lower(), one.lower()) for one in self.actions) and any(
            fnmatchcase(thing, one) for one in self.resources
        )


@cache
def templates() -> tuple[dict[str, Any], dict[str, Any]]:
    """The resources of the application's stack, as deployed, and of the data's."""
    application = package.template(STAGE, layers.CLOUD)["Resources"]
    return application, stacks.read_template(stacks.INFRA / "data.yaml")["Resources"]


def arn(service: str, name: str) -> str:
    """Of a thing of this stage."""
    if service == "s3":
        return f"arn:aws:s3:::{name}"
    return f"arn:aws:{service}:{'' if service == 'iam' else REGION}:{ACCOUNT}:{name}"


def resolved(value: Any) -> str:
    """A resource of a statement, as CloudFormation makes it."""
    match value:
        case str():
            return value
        case {"Fn::Sub": str(text)}:
            return re.sub(r"\$\{([^}]+)\}", lambda found: NAMES[found[1]], text)
        case {"Fn::ImportValue": named}:
            return arn("kms", f"key/{resolved(named).removeprefix(f'{DATA}-').removesuffix('-key')}")
        case {"Fn::GetAtt": [name, "Arn"]} | {"Ref": name}:
            return _arn_of(name, templates()[0][name])
    raise ValueError(f"no resource of a statement is written so: {value}")


def _arn_of(name: str, resource: Mapping[str, Any]) -> str:
    properties = resource["Properties"]
    match resource["Type"]:
        case "AWS::IAM::Role":
            return arn("iam", f"role/{name}")
        case "AWS::SQS::Queue":
            return arn("sqs", resolved(properties["QueueName"]))
        case "AWS::StepFunctions::StateMachine":
            return arn("states", f"stateMachine:{resolved(properties['StateMachineName'])}")
        case "AWS::Serverless::Function":
            return arn("lambda", f"function:{resolved(properties['FunctionName'])}")
        case "AWS::Events::EventBus":
            return arn("events", f"event-bus/{resolved(properties['Name'])}")
        case "AWS::Logs::LogGroup":
            return arn("logs", f"log-group:{resolved(properties['LogGroupName'])}:x")
    raise ValueError(f"{name} is of a kind that no statement names")


def roles() -> dict[str, list[Statement]]:
    """Role -> what it is allowed. AssertionError for what this reading of IAM does not know."""
    found: dict[str, list[Statement]] = {}
    for name, resource in templates()[0].items():
        if resource["Type"] != "AWS::IAM::Role":
            continue
        statements = []
        for policy in resource["Properties"].get("Policies", []):
            for one in policy["PolicyDocument"]["Statement"]:
                assert one["Effect"] == "Allow", name
                assert set(one) <= {"Sid", "Effect", "Action", "Resource", "Condition"}, name
                places = tuple(resolved(place) for place in _listed(one["Resource"]))
                condition = json.dumps(one["Condition"], sort_keys=True) if "Condition" in one else ""
                statements.append(Statement(tuple(_listed(one["Action"])), places, condition))
        found[name] = statements
    return found


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def things() -> Iterator[str]:
    """One ARN of each thing of both stacks, and of what is under it."""
    application, data = templates()
    for name, resource in application.items():
        if resource["Type"] in NAMED:
            yield _arn_of(name, resource)
        if resource["Type"] == "AWS::StepFunctions::StateMachine":
            yield _arn_of(name, resource).replace(":stateMachine:", ":execution:") + ":x"
    for machine in (f"iperoig-{STAGE}-flow-x", f"iperoig-{STAGE}-x"):
        yield arn("states", f"stateMachine:{machine}")
        yield arn("states", f"execution:{machine}:x")
    for resource in data.values():
        match resource["Type"]:
            case "AWS::DynamoDB::Table":
                table = arn("dynamodb", f"table/{resolved(resource['Properties']['TableName'])}")
                yield table
                for index in resource["Properties"].get("GlobalSecondaryIndexes", []):
                    yield f"{table}/index/{index['IndexName']}"
                if "StreamSpecification" in resource["Properties"]:
                    yield f"{table}/stream/x"
            case "AWS::S3::Bucket":
                bucket = arn("s3", resolved(resource["Properties"]["BucketName"]))
                yield from (bucket, f"{bucket}/x", f"{bucket}/registro/x", f"{bucket}/x/extraction/x")
    for key in ("key/seal", "key/ledger", "key/draft", "key/x"):
        yield arn("kms", key)
    for secret in ("clients/x/y", "edge"):
        yield arn("secretsmanager", f"secret:iperoig-{STAGE}-{secret}")
    yield arn("ses", "identity/x.example")
    yield arn("cloudformation", f"stack/iperoig-{STAGE}/x")
    yield arn("xray", "x")


def everything() -> list[str]:
    """Those of this stage, and a twin of each in another stage and in another account."""
    own = list(things())
    twins = [one.replace(STAGE, OTHER_STAGE) for one in own] + [one.replace(ACCOUNT, OTHER_ACCOUNT) for one in own]
    return list(dict.fromkeys([*own, *twins]))


def actions() -> dict[str, list[str]]:
    """Service -> every action that any role holds of it, and those to be feared."""
    found = {service: {f"{service}:{name}" for name in names.split()} for service, names in FEARED.items()}
    for statements in roles().values():
        for one in statements:
            for action in one.actions:
                found.setdefault(action.partition(":")[0], set()).add(action)
    return {service: sorted(held) for service, held in found.items()}


def allowed() -> dict[str, dict[str, list[str]]]:
    """Role -> thing -> what it may do there, of everything that could be asked; ``*`` is what it may do anywhere."""
    asked, found = actions(), {}
    for role, statements in sorted(roles().items()):
        anywhere = sorted({action for one in statements if "*" in one.resources for action in one.actions})
        found[role] = {"*": anywhere} if anywhere else {}
        for thing in everything():
            elsewhere = [one for one in asked[service(thing)] if one not in anywhere]
            held = [told for one in elsewhere for told in _held(statements, one, thing)]
            if held:
                found[role][short(thing)] = held
    return found


def _held(statements: list[Statement], action: str, thing: str) -> list[str]:
    """The action, with the condition of each statement that allows it when none does without."""
    conditions = {one.condition for one in statements if one.allows(action, thing)}
    return [action] if "" in conditions else [f"{action} when {one}" for one in sorted(conditions)]


def answers(asked: str, stage: str, keys: Mapping[str, str]) -> Iterator[tuple[str, bool, bool]]:
    """Of what the embedded AWS wrote down in another stage: the line, its answer to a role, and the one read here."""
    statements = roles()
    names = {made: arn("kms", f"key/{key}") for key, made in keys.items()}
    for line in asked.splitlines():
        decision, who, action, thing = line.split(" ", 3)
        role = re.search(rf":assumed-role/iperoig-{stage}-app-(\w+)-\w+/", who)
        if role:
            thing = names.get(thing, thing).replace(f"iperoig-{stage}", f"iperoig-{STAGE}")
            yield line, decision == "Allow", any(one.allows(action, thing) for one in statements[role[1]])


def service(thing: str) -> str:
    """The one a thing belongs to."""
    return thing.split(":")[2]


def short(thing: str) -> str:
    """An ARN without what all have in common."""
    return thing.removeprefix("arn:aws:").replace(f":{REGION}:{ACCOUNT}:", ":").replace(f"::{ACCOUNT}:", ":")


def main() -> None:
    """Write the reviewed file again, or say how much it is about."""
    if "--write" in sys.argv:
        GOLDEN.write_text(json.dumps(allowed(), indent=1, sort_keys=True) + "\n", encoding="utf-8")
    asked = actions()
    cells = sum(len(asked[service(thing)]) for thing in everything()) * len(roles())
    held = sum(len(one) for things in allowed().values() for one in things.values())
    print(f"{cells} questions, {held} allowed")


if __name__ == "__main__":
    main()
