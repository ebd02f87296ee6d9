"""Each role may do what was reviewed, and is denied everything else that anybody here could ask (I1, issue 5).

Worked out from the statements of the deployed templates, for every role, action and thing; that the embedded AWS
answers alike, and that nothing is held that nobody uses, ``test_least_privilege`` shows.
"""

import json

import pytest

from chalicelib.domain.training import BEGINNING
from infra.local.stack import ROOT
from tests.infra import permissions
from tests.infra.permissions import Statement

#: What is allowed on everything, in one word for all roles that need it: why.
ANYWHERE = {
    "xray": "X-Ray knows no resources: a trace is drawn, or not",
    "states:SendTaskSuccess": "an answer names its task by a secret token, and by nothing else",
    "logs": "a machine's log is delivered by calls that know no resources, as AWS's guide says",
}
#: What stands for more than one thing in a resource's name: why.
WILDCARDS = {
    "log-group:/aws/lambda/iperoig-production-": "each container of the function names a stream of its own",
    "table/iperoig-production-main/index/*": "three ways of finding the same items",
    "table/iperoig-production-audit/index/*": "three ways of finding the same items",
    "/stream/*": "AWS names a stream by the time it was made",
    "s3:::iperoig-production-content-000000000000/*": "objects are named by their digest, under each tenant",
    "s3:::iperoig-production-content-000000000000/treino.*": "training environments are told by their names",
    "s3:::iperoig-production-quarantine-000000000000/*": "an upload is named by chance, under its process",
    "s3:::iperoig-production-copies-000000000000/*": "a copy is named by its job, under each tenant",
    "s3:::iperoig-production-ledger-000000000000/registro/*": "files of the ledger are named by their place in it",
    "secret:iperoig-production-clients/*": "each city has the secrets shown to those who vouch for its people",
    "identity/*": "units send from the domains their city verified, and each message from its own unit's",
    "stateMachine:iperoig-production-flow-*": "machines of flows are made while the system runs",
    "execution:iperoig-production-": "executions are named by the routing, the process or the job they wait for",
}


@pytest.fixture(scope="module")
def allowed():
    return permissions.allowed()


def test_every_role_may_do_what_was_reviewed_and_nothing_else(allowed):
    """A difference is a decision: ``python -m tests.infra.permissions --write``, and read it."""
    reviewed = json.loads(permissions.GOLDEN.read_text(encoding="utf-8"))
    assert set(allowed) == set(reviewed)
    for role, things in allowed.items():
        assert things == reviewed[role], role


def test_every_function_was_asked_everything_that_any_other_may_do():
    asked = permissions.actions()
    functions = json.loads((ROOT / ".chalice" / "config.json").read_text())["lambda_functions"]
    assert len(permissions.roles()) >= len(functions) + 5
    assert set(permissions.FEARED) >= {"dynamodb", "s3", "kms", "iam", "sts", "lambda", "states"}
    cells = sum(len(asked[permissions.service(thing)]) for thing in permissions.everything())
    assert cells * len(functions) > 50_000


def test_nothing_that_is_feared_is_allowed_to_anybody(allowed):
    feared = {f"{service}:{name}" for service, names in permissions.FEARED.items() for name in names.split()}
    held = [(role, action) for role, things in allowed.items() for acts in things.values() for action in acts]
    assert [(role, action) for role, action in held if action.partition(" ")[0] in feared] == []


def test_nobody_reaches_another_stage_or_another_account(allowed):
    twins = (permissions.OTHER_STAGE, permissions.OTHER_ACCOUNT)
    assert [thing for things in allowed.values() for thing in things if any(twin in thing for twin in twins)] == []


def test_no_action_is_a_pattern_and_what_is_allowed_anywhere_says_why():
    used = set()
    for role, statements in permissions.roles().items():
        for one in statements:
            assert not any("*" in action or "?" in action for action in one.actions), role
            for place in one.resources:
                for action in one.actions if place == "*" else ():
                    used |= {reason for reason in ANYWHERE if action == reason or action.startswith(f"{reason}:")}
                    assert used & {action, action.partition(":")[0]}, (role, action)
    assert used == set(ANYWHERE)


def test_what_stands_for_many_things_says_why():
    used = set()
    for role, statements in permissions.roles().items():
        for place in (place for one in statements for place in one.resources if "*" in place and place != "*"):
            reasons = {known for known in WILDCARDS if known in place}
            assert reasons, (role, place)
            used |= reasons
    assert used == set(WILDCARDS)


def test_who_fills_training_environments_reaches_no_other_tenant():
    """Issue 5 §7: their names alone begin so, and a role's condition is held by AWS, whatever our code does."""
    told = json.loads((ROOT / ".chalice" / "policies" / "fill_training.json").read_text())["Statement"]
    tables = [one for one in told if any(action.startswith("dynamodb:") for action in one["Action"])]
    buckets = [one for one in told if any(action.startswith("s3:") for action in one["Action"])]
    assert (len(tables), len(buckets)) == (3, 1)
    for one in tables:
        leading = one["Condition"]["ForAllValues:StringLike"]["dynamodb:LeadingKeys"]
        assert set(leading) <= {f"T#{BEGINNING}*", "INSTALLATION#*", "T#INSTALLATION#*"}
    assert buckets[0]["Resource"]["Fn::Sub"].endswith(f"/{BEGINNING}*")


@pytest.mark.parametrize(
    ("actions", "resources", "action", "thing", "answer"),
    [
        (("s3:GetObject",), ("arn:aws:s3:::b/*",), "s3:GetObject", "arn:aws:s3:::b/x/y", True),
        (("s3:getobject",), ("arn:aws:s3:::b/*",), "s3:GetObject", "arn:aws:s3:::b/x", True),
        (("s3:Get*",), ("*",), "s3:GetObjectVersion", "arn:aws:s3:::b/x", True),
        (("s3:GetObject",), ("arn:aws:s3:::b/?",), "s3:GetObject", "arn:aws:s3:::b/xy", False),
        (("s3:GetObject",), ("arn:aws:s3:::b/*",), "s3:GetObject", "arn:aws:s3:::b", False),
        (("s3:GetObject",), ("arn:aws:s3:::b/*",), "s3:GetObject", "arn:aws:s3:::B/x", False),
        (("s3:GetObject",), ("arn:aws:s3:::b/*",), "s3:GetObjectVersion", "arn:aws:s3:::b/x", False),
    ],
)
def test_statements_are_read_as_iam_reads_them(actions, resources, action, thing, answer):
    assert Statement(actions, resources).allows(action, thing) is answer
