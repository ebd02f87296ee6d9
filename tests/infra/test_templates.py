"""Issue 2 items 2 and 10, architecture §6, §8, §9: what is deployed is what the architecture says, for every
stage."""

import hashlib
import json
import subprocess
import sys
from pathlib import Path

import pytest

from chalicelib import telemetry
from chalicelib.adapters.eventbridge import SOURCE_OF_FACTS, SOURCE_OF_NOTICES
from chalicelib.adapters.stepfunctions import asl
from chalicelib.application.conducting.interests import INTERESTS, MAIL, NOTICES
from infra import consumers, layers, observability, package, stacks

POLICIES = package.ROOT / ".chalice" / "policies"
# X-Ray knows no resources, and an answer names its task by the secret token alone: every other statement must
# name what it touches.
WITHOUT_RESOURCE = {"WriteTraces", "AnswerTasks"}


@pytest.fixture(scope="module")
def template():
    return package.template("production", layers.CLOUD)


@pytest.fixture(scope="module")
def resources(template):
    return template["Resources"]


@pytest.fixture(scope="module")
def watching(template):
    return observability.template(template)


def of_type(resources, kind):
    return {name: one["Properties"] for name, one in resources.items() if one["Type"] == kind}


def test_every_function_of_the_template_is_in_the_application(resources):
    wanted = stacks.read_template(stacks.INFRA / "app.yaml")["Resources"]
    functions = {name for name, one in wanted.items() if str(one.get("DependsOn")) == f"{name}Log"}
    assert functions == set(of_type(resources, "AWS::Serverless::Function"))


def test_functions_run_on_arm_with_python_of_the_cloud_and_are_traced(resources):
    for name, one in of_type(resources, "AWS::Serverless::Function").items():
        assert (one["Runtime"], one["Architectures"]) == ("python3.13", ["arm64"]), name
        assert one["Tracing"] == "Active", name


def test_only_functions_that_render_or_inspect_carry_the_heavy_layer(resources):
    heavy = {
        name
        for name, one in of_type(resources, "AWS::Serverless::Function").items()
        if {"Ref": "DocumentsLayer"} in one["Layers"]
    }
    assert heavy == set(package.HEAVY)


def test_only_the_function_that_extracts_text_carries_the_layer_that_reads(resources):
    reading = {
        name
        for name, one in of_type(resources, "AWS::Serverless::Function").items()
        if {"Ref": "ExtractionLayer"} in one["Layers"]
    }
    assert reading == set(package.EXTRACTING)


def test_only_the_signing_function_carries_the_layer_of_certificates(resources):
    signing = {
        name
        for name, one in of_type(resources, "AWS::Serverless::Function").items()
        if {"Ref": "CertificatesLayer"} in one["Layers"]
    }
    assert signing == set(package.CERTIFYING)


def test_what_arrives_and_what_was_scanned_start_the_uploads_machine_or_are_set_aside(resources):
    """DOC-08: one execution from quarantine to text; an event that could start none is not lost."""
    role = resources["UploadsStarterRole"]["Properties"]["Policies"][0]["PolicyDocument"]["Statement"]
    assert [(one["Action"], one["Resource"]) for one in role] == [
        (["states:StartExecution"], {"Ref": "UploadsMachine"})
    ]
    for rule in ("ArrivalRule", "ScannedRule"):
        (target,) = resources[rule]["Properties"]["Targets"]
        assert target["Arn"] == {"Ref": "UploadsMachine"}
        assert target["RoleArn"] == {"Fn::GetAtt": ["UploadsStarterRole", "Arn"]}
        assert target["DeadLetterConfig"]["Arn"] == {"Fn::GetAtt": ["InspectionFailures", "Arn"]}
    policy = resources["InspectionFailuresPolicy"]["Properties"]["PolicyDocument"]["Statement"]
    assert [one["Condition"]["ArnEquals"]["aws:SourceArn"] for one in policy] == [
        [{"Fn::GetAtt": ["ArrivalRule", "Arn"]}, {"Fn::GetAtt": ["ScannedRule", "Arn"]}]
    ]


def test_the_uploads_machine_may_call_its_two_functions_and_set_aside_and_nothing_more(resources):
    (policy,) = resources["UploadsMachineRole"]["Properties"]["Policies"]
    may = {one["Sid"]: one for one in policy["PolicyDocument"]["Statement"]}
    assert set(may) == {"InspectAndExtract", "SetAsideFailures", "WriteLogsAndTraces"}
    called = [one["Fn::Sub"].rpartition(":function:")[2] for one in may["InspectAndExtract"]["Resource"]]
    assert called == ["iperoig-${Stage}-inspect-upload", "iperoig-${Stage}-extract-text"]


def test_who_reads_text_never_touches_the_quarantine_nor_the_history():
    named = json.dumps(json.loads((POLICIES / "extract_text.json").read_text()))
    assert "quarantine" not in named
    assert "history" not in named
    assert "-copies-${AWS::AccountId}/*/extraction/*" in named


def test_only_the_scanner_may_tag_what_is_in_quarantine():
    """A tag is the word of the antivirus: the bucket itself refuses it from anybody but the scanner's role."""
    data = stacks.read_template(stacks.INFRA / "data.yaml")["Resources"]
    policy = data["QuarantineBucketPolicy"]
    assert "Condition" not in policy, "also where there is no TLS"
    tags = policy["Properties"]["PolicyDocument"]["Statement"][0]
    assert (tags["Effect"], tags["Principal"]) == ("Deny", "*")
    assert set(tags["Action"]) >= {"s3:PutObjectTagging", "s3:PutObjectVersionTagging"}
    assert tags["Resource"] == {"Fn::Sub": "${QuarantineBucket.Arn}/*"}
    assert set(tags["Condition"]) == {"ArnNotEquals"}
    assert tags["Condition"]["ArnNotEquals"]["aws:PrincipalArn"]["Fn::Sub"].endswith(":role/${ScannerRole}")


def test_a_layer_is_built_again_when_anything_it_is_made_of_changes(tmp_path, monkeypatch):
    """Its lock, what it carries besides packages, and the very file that builds it."""
    before = {name: layers.digest_of(name) for name in layers.LAYERS}
    assert len(set(before.values())) == len(before)
    builder = tmp_path / "layers.py"
    builder.write_text(Path(layers.__file__).read_text() + "# other\n")
    with monkeypatch.context() as changed:
        changed.setattr(layers, "__file__", str(builder))
        assert not set(before.values()) & {layers.digest_of(name) for name in layers.LAYERS}
    carried = tmp_path / "tessdata"
    carried.mkdir()
    (carried / "por.traineddata").write_bytes(b"another model")
    monkeypatch.setitem(layers.CARRIED, "extraction", carried)
    assert layers.digest_of("extraction") != before["extraction"]
    assert layers.digest_of("api") == before["api"]


def test_the_model_of_portuguese_is_the_one_its_notice_names():
    folder = layers.CARRIED["extraction"]
    digest = hashlib.sha256((folder / "por.traineddata").read_bytes()).hexdigest()
    assert digest in (folder / "NOTICE.txt").read_text()


def test_each_consumer_hears_what_it_asked_for_and_sets_aside_what_it_cannot_treat(resources):
    for consumer in consumers.CONSUMERS:
        title = consumer.name.title()
        rule = resources[f"{title}Rule"]["Properties"]
        if consumer.kinds is None:
            assert rule["EventPattern"] == {"source": [SOURCE_OF_FACTS]}, "every fact there is"
        else:
            kinds = INTERESTS.get(consumer.name, frozenset(consumer.kinds))
            heard = kinds | NOTICES if consumer.name == MAIL else kinds
            assert set(rule["EventPattern"]["detail-type"]) == heard
            assert (SOURCE_OF_NOTICES in rule["EventPattern"]["source"]) == (consumer.name == MAIL)
        queue = resources[f"{title}Queue"]["Properties"]
        assert queue["RedrivePolicy"]["deadLetterTargetArn"] == {"Fn::GetAtt": [f"{title}Failures", "Arn"]}
        timeout = resources[consumer.function]["Properties"]["Timeout"]
        (event,) = resources[consumer.function]["Properties"]["Events"].values()
        window = event["Properties"]["MaximumBatchingWindowInSeconds"]
        assert queue["VisibilityTimeout"] >= 6 * timeout + window, consumer.name
        assert window >= 1 or event["Properties"]["BatchSize"] <= 10, "what Lambda accepts for a queue"
        assert event["Properties"]["FunctionResponseTypes"] == ["ReportBatchItemFailures"]


def test_streams_bisect_report_single_failures_and_set_them_aside(resources):
    for name in ("ReadHistory", "AnswerWaits"):
        (event,) = resources[name]["Properties"]["Events"].values()
        properties = event["Properties"]
        assert properties["BisectBatchOnFunctionError"] is True
        assert properties["FunctionResponseTypes"] == ["ReportBatchItemFailures"]
        assert properties["DestinationConfig"]["OnFailure"]["Type"] == "SQS"


def test_every_dead_letter_queue_raises_an_alarm(resources, watching):
    queues = {
        json.dumps(one["QueueName"]): name
        for name, one in of_type(resources, "AWS::SQS::Queue").items()
        if name.endswith("Failures")
    }
    watched = {
        json.dumps(dimension["Value"])
        for one in of_type(watching["Resources"], "AWS::CloudWatch::Alarm").values()
        for dimension in one["Dimensions"]
        if one["MetricName"] == "ApproximateNumberOfMessagesVisible"
    }
    assert set(queues) == watched


def test_every_function_raises_an_alarm_when_it_fails(resources, watching):
    watched = {
        json.dumps(dimension["Value"])
        for one in of_type(watching["Resources"], "AWS::CloudWatch::Alarm").values()
        for dimension in one["Dimensions"]
        if one["MetricName"] == "Errors"
    }
    functions = of_type(resources, "AWS::Serverless::Function").values()
    assert {json.dumps(one["FunctionName"]) for one in functions} == watched


def test_machines_are_the_compiled_definitions(resources):
    for name, definition in asl.MACHINES.items():
        deployed = resources[f"{name.title()}Machine"]["Properties"]
        assert json.loads(deployed["DefinitionString"]) == definition()


@pytest.mark.parametrize("file", sorted(POLICIES.glob("*.json")), ids=lambda path: path.stem)
def test_policy_names_what_it_touches(file):
    for statement in json.loads(file.read_text())["Statement"]:
        actions = statement["Action"]
        assert not any("*" in action for action in actions), statement["Sid"]
        named = statement["Resource"]
        for one in named if isinstance(named, list) else [named]:
            assert (one == "*") == (statement["Sid"] in WITHOUT_RESOURCE), statement["Sid"]


@pytest.mark.parametrize("file", sorted(POLICIES.glob("*.json")), ids=lambda path: path.stem)
def test_nobody_may_change_or_delete_history(file):
    for statement in json.loads(file.read_text())["Statement"]:
        named = json.dumps(statement["Resource"])
        if '-history"' in named or "-history/index" in named:
            assert set(statement["Action"]) <= {"dynamodb:PutItem", "dynamodb:Query"}, statement["Sid"]


def test_only_the_publisher_makes_machines_those_of_flows_under_one_role():
    """Architecture §8.3."""
    rights = [
        (file.stem, action, json.dumps(statement["Resource"]))
        for file in POLICIES.glob("*.json")
        for statement in json.loads(file.read_text())["Statement"]
        for action in statement["Action"]
        if action.endswith("StateMachine") or action == "iam:PassRole"
    ]
    assert [(who, action) for who, action, _ in rights] == [
        ("publish_flow", "states:CreateStateMachine"),
        ("publish_flow", "iam:PassRole"),
    ]
    assert rights[0][2].endswith('stateMachine:iperoig-${Stage}-flow-*"}')
    assert rights[1][2] == '{"Fn::GetAtt": ["MachineRole", "Arn"]}'


def test_every_policy_belongs_to_one_function():
    config = json.loads((package.ROOT / ".chalice" / "config.json").read_text())
    files = [one["iam_policy_file"] for one in config["lambda_functions"].values()]
    assert sorted(files) == sorted(f"policies/{path.name}" for path in POLICIES.glob("*.json"))
    assert config["autogen_policy"] is False


def test_every_queue_raises_an_alarm_when_its_messages_grow_old(watching):
    watched = {
        json.dumps(dimension["Value"])
        for one in of_type(watching["Resources"], "AWS::CloudWatch::Alarm").values()
        for dimension in one["Dimensions"]
        if one["MetricName"] == "ApproximateAgeOfOldestMessage"
    }
    queues = {json.dumps({"Fn::Sub": f"iperoig-${{Stage}}-{one.name}"}) for one in consumers.CONSUMERS}
    assert watched == queues


def test_every_alarm_tells_the_operators_topic(watching):
    for name, one in of_type(watching["Resources"], "AWS::CloudWatch::Alarm").items():
        assert one["AlarmActions"] == one["OKActions"] == [{"Ref": "AlarmTopic"}], name


def test_the_dashboard_draws_the_metrics_that_the_product_writes(watching, capsys):
    telemetry.measure_request("process_start", 1, "process_changed")
    telemetry.measure_event("read_history", 1, 1)
    drawn = watching["Resources"]["Dashboard"]["Properties"]["DashboardBody"]["Fn::Sub"]
    assert json.loads(drawn)["widgets"]
    for line in map(json.loads, capsys.readouterr().err.splitlines()):
        (directive,) = line["_aws"]["CloudWatchMetrics"]
        place = ",".join([directive["Namespace"], *sorted(directive["Dimensions"][0])])
        assert f"{{{place}}}" in drawn, place


def test_templates_are_clean_for_cfn_lint(template, watching, tmp_path):
    merged = tmp_path / "app.json"
    artifact = {"Bucket": "a-bucket", "Key": "a-key.zip"}
    places = dict.fromkeys(("code", *layers.LAYERS), artifact)
    merged.write_text(json.dumps(package.place(template, places)))
    alarms = tmp_path / "observability.json"
    alarms.write_text(json.dumps(watching))
    lint = Path(sys.executable).parent / "cfn-lint"
    for region, file in (
        ("sa-east-1", stacks.INFRA / "data.yaml"),
        ("us-east-1", stacks.INFRA / "web.yaml"),
        ("sa-east-1", merged),
        ("sa-east-1", alarms),
    ):
        done = subprocess.run([lint, "-r", region, "--", str(file)], capture_output=True, text=True)
        assert done.returncode == 0, done.stdout
