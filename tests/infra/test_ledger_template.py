"""Issue 5 §4: who may touch the public ledger, and how it is locked, is what the templates and policies say."""

import json

import pytest

from infra import package, stacks

SALT_ALONE = {"ForAllValues:StringEquals": {"dynamodb:Attributes": ["pk", "sk", "salt"]}}
POLICIES = package.ROOT / ".chalice" / "policies"


@pytest.mark.parametrize("file", sorted(POLICIES.glob("*.json")), ids=lambda path: path.stem)
def test_nobody_may_change_or_delete_the_ledger_and_one_function_alone_signs_it(file):
    """Issue 5 §4."""
    for statement in json.loads(file.read_text())["Statement"]:
        named = json.dumps(statement["Resource"])
        if '-ledger"' in named and ":table/" in named:
            allowed = {"dynamodb:PutItem", "dynamodb:Query"}
            if file.stem == "work_jobs" and statement.get("Condition") == SALT_ALONE:
                # LGPD: an erasure destroys the salt of a record, and can touch no leaf.
                allowed = {"dynamodb:UpdateItem"}
            assert set(statement["Action"]) <= allowed, statement["Sid"]
        if "s3:::iperoig-${Stage}-ledger" in named:
            assert set(statement["Action"]) <= {"s3:GetObject", "s3:PutObject", "s3:ListBucket"}
            assert "s3:PutObject" not in statement["Action"] or file.stem == "sign_ledger"
        if "-ledger-key" in named:
            assert file.stem == "sign_ledger"


def test_what_is_published_of_the_ledger_is_locked_as_it_is_written():
    data = stacks.read_template(stacks.INFRA / "data.yaml")
    bucket = data["Resources"]["LedgerBucket"]["Properties"]
    retention = bucket["ObjectLockConfiguration"]["Rule"]["DefaultRetention"]
    assert (bucket["ObjectLockEnabled"], bucket["VersioningConfiguration"]) == (True, {"Status": "Enabled"})
    assert retention == {"Mode": {"Ref": "LedgerLockMode"}, "Days": {"Ref": "LedgerLockDays"}}
    assert data["Parameters"]["LedgerLockMode"]["Default"] == "COMPLIANCE"
    web = stacks.read_template(stacks.INFRA / "web.yaml")["Resources"]["Distribution"]["Properties"]
    (raw,) = [
        one for one in web["DistributionConfig"]["CacheBehaviors"] if one["PathPattern"] == "/registro/*"
    ]
    assert (raw["TargetOriginId"], raw["AllowedMethods"]) == ("ledger", ["GET", "HEAD"])
