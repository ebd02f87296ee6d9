"""Issue 2 items 2 and 10, architecture §6, §8, §9: what is deployed is what the architecture says, for every
stage."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from chalicelib import telemetry
from chalicelib.adapters.stepfunctions import asl
from chalicelib.application.conducting.interests import INTERESTS
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


def test_each_consumer_hears_what_it_asked_for_and_sets_aside_what_it_cannot_treat(resources):
    for consumer in consumers.CONSUMERS:
        title = consumer.name.title()
        rule = resources[f"{title}Rule"]["Properties"]
        assert set(rule["EventPattern"]["detail-type"]) == set(INTERESTS.get(consumer.name, consumer.kinds))
        queue = resources[f"{title}Queue"]["Properties"]
        assert queue["RedrivePolicy"]["deadLetterTargetArn"] == {"Fn::GetAtt": [f"{title}Failures", "Arn"]}
        timeout = resources[consumer.function]["Properties"]["Timeout"]
        assert queue["VisibilityTimeout"] >= 6 * timeout, consumer.name
        (event,) = resources[consumer.function]["Properties"]["Events"].values()
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
    places = dict.fromkeys(("code", "api", "documents"), artifact)
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
