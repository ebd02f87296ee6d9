"""Issue 2 item 10, architecture §4: the data stack gives what the adapters count on, deployed for real."""

import pytest

from infra import stacks

TABLES = ("main", "history", "waits", "sessions", "projections")


@pytest.fixture(scope="module")
def template():
    return stacks.read_template(stacks.INFRA / "data.yaml")


def test_every_table_and_bucket_outlives_its_stack(template):
    for name, resource in template["Resources"].items():
        if resource["Type"] in ("AWS::DynamoDB::Table", "AWS::S3::Bucket"):
            assert resource["DeletionPolicy"] == "Retain", name
            assert resource["UpdateReplacePolicy"] == "Retain", name


def test_every_table_can_be_restored_to_any_second_and_is_protected_from_deletion(template):
    for name, resource in template["Resources"].items():
        if resource["Type"] == "AWS::DynamoDB::Table":
            properties = resource["Properties"]
            assert properties["PointInTimeRecoverySpecification"]["PointInTimeRecoveryEnabled"] is True, name
            assert properties["DeletionProtectionEnabled"] == {"Ref": "DeletionProtection"}, name
    assert template["Parameters"]["DeletionProtection"]["Default"] == "true"


def test_no_bucket_is_public_or_unencrypted(template):
    for name, resource in template["Resources"].items():
        if resource["Type"] == "AWS::S3::Bucket":
            assert all(resource["Properties"]["PublicAccessBlockConfiguration"].values()), name
            assert resource["Properties"]["BucketEncryption"], name


@pytest.mark.parametrize("table", TABLES)
def test_table_has_the_agreed_keys(data_stack, table):
    described = data_stack.client("dynamodb").describe_table(TableName=f"iperoig-tests-{table}")["Table"]
    assert {key["AttributeName"]: key["KeyType"] for key in described["KeySchema"]} == {
        "pk": "HASH",
        "sk": "RANGE",
    }
    indexes = {index["IndexName"] for index in described.get("GlobalSecondaryIndexes", [])}
    wanted = {"main": {"gsi1", "gsi2", "gsi3"}, "history": {"gsi1", "gsi2"}}
    assert indexes == wanted.get(table, set())


def test_history_and_waits_tell_what_was_inserted(data_stack):
    client = data_stack.client("dynamodb")
    for table in ("history", "waits"):
        described = client.describe_table(TableName=f"iperoig-tests-{table}")["Table"]
        assert described["StreamSpecification"] == {"StreamEnabled": True, "StreamViewType": "NEW_IMAGE"}


def test_sessions_waits_and_operation_rows_expire_by_themselves(data_stack):
    client = data_stack.client("dynamodb")
    for table in ("sessions", "waits", "main"):
        described = client.describe_time_to_live(TableName=f"iperoig-tests-{table}")["TimeToLiveDescription"]
        assert described == {"AttributeName": "expires_at", "TimeToLiveStatus": "ENABLED"}, table


def test_content_can_be_locked_and_keeps_versions(data_stack):
    client, bucket = data_stack.client("s3"), data_stack.outputs["ContentBucket"]
    lock = client.get_object_lock_configuration(Bucket=bucket)["ObjectLockConfiguration"]
    assert lock["ObjectLockEnabled"] == "Enabled"
    assert client.get_bucket_versioning(Bucket=bucket)["Status"] == "Enabled"


def test_quarantine_forgets_after_a_day(template):
    rules = template["Resources"]["QuarantineBucket"]["Properties"]["LifecycleConfiguration"]["Rules"]
    assert [(rule["Status"], rule["ExpirationInDays"]) for rule in rules] == [("Enabled", 1)]


def test_quarantine_accepts_posts_from_the_site_only_and_announces_them(data_stack):
    client, bucket = data_stack.client("s3"), data_stack.outputs["QuarantineBucket"]
    cors = client.get_bucket_cors(Bucket=bucket)["CORSRules"]
    assert cors[0]["AllowedOrigins"] == ["http://localhost:8420"]
    assert cors[0]["AllowedMethods"] == ["POST", "PUT"]
    assert "EventBridgeConfiguration" in client.get_bucket_notification_configuration(Bucket=bucket)


def test_putting_a_stack_as_it_is_asks_for_no_update(data_stack, template, monkeypatch):
    """Issue 2 item 1: a start that changes nothing does not wait for its stacks."""
    client = data_stack.client("cloudformation")
    monkeypatch.setattr(client, "update_stack", lambda **_: pytest.fail("an update was asked for"))
    parameters = {"Stage": "tests", "SiteOrigin": "http://localhost:8420", "DeletionProtection": "false",
                  "SecureTransportOnly": "false", "MailDomain": "ubatuba.example"}  # fmt: skip
    assert stacks.put(client, "iperoig-tests-data", template, parameters) == data_stack.outputs


def test_putting_a_stack_with_another_parameter_updates_it(data_stack, template, monkeypatch):
    asked = []
    client = data_stack.client("cloudformation")
    monkeypatch.setattr(client, "update_stack", lambda **request: asked.append(request["StackName"]))
    parameters = {"Stage": "tests", "SiteOrigin": "http://localhost:9000", "DeletionProtection": "false",
                  "SecureTransportOnly": "false", "MailDomain": "ubatuba.example"}  # fmt: skip
    stacks.put(client, "iperoig-tests-data", template, parameters)
    assert asked == ["iperoig-tests-data"]
