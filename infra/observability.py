"""What an operator sees and is told: ``infra/observability.yaml`` and its alarms, one per function or queue.

Pure functions to a CloudFormation template; docs/operations.md says what to do about each alarm.
"""

from typing import Any

from infra import stacks
from infra.consumers import CONSUMERS

DEAD_LETTERS = (
    *(f"{consumer.name}-failures" for consumer in CONSUMERS),
    "history-failures",
    "waits-failures",
    "inspection-failures",
)
OLD_AFTER_SECONDS = 300
FUNCTION = "AWS::Serverless::Function"


def template(application: dict[str, Any]) -> dict[str, Any]:
    """The whole template; every function of the application's template gets its alarm."""
    made = stacks.read_template(stacks.INFRA / "observability.yaml")
    resources = application["Resources"].values()
    deployed = [one["Properties"]["FunctionName"]["Fn::Sub"] for one in resources if one["Type"] == FUNCTION]
    made["Resources"] |= alarms([name.removeprefix("iperoig-${Stage}-") for name in deployed])
    return made


def alarms(functions: list[str]) -> dict[str, Any]:
    """Alarms by logical id. ``functions``: names as deployed, without the ``iperoig-<stage>-`` prefix."""
    made = _whole()
    for queue in DEAD_LETTERS:
        made[f"{_identifier(queue)}Alarm"] = _alarm(
            queue, "Há mensagens que nenhuma tentativa conseguiu tratar.", "AWS/SQS",
            "ApproximateNumberOfMessagesVisible", {"QueueName": _name(queue)}, Statistic="Maximum",
        )  # fmt: skip
    for consumer in CONSUMERS:
        made[f"{_identifier(consumer.name)}AgeAlarm"] = _alarm(
            f"{consumer.name}-age", "Mensagens esperam há mais de 5 minutos.", "AWS/SQS",
            "ApproximateAgeOfOldestMessage", {"QueueName": _name(consumer.name)},
            Statistic="Maximum", Threshold=OLD_AFTER_SECONDS,
        )  # fmt: skip
    for function in functions:
        made[f"{_identifier(function)}ErrorsAlarm"] = _alarm(
            f"{function}-errors", "A função terminou com erro.", "AWS/Lambda", "Errors",
            {"FunctionName": _name(function)},
        )  # fmt: skip
    return made


def _whole() -> dict[str, Any]:
    """Alarms about the whole: the API, the history's reader, the executions."""
    api = {"ApiName": {"Fn::Sub": "iperoig-${Stage}"}, "Stage": "api"}
    machine = "arn:${AWS::Partition}:states:${AWS::Region}:${AWS::AccountId}:stateMachine:iperoig-${Stage}-routing"
    made = {
        "ApiServerErrorsAlarm": _alarm(
            "api-server-errors", "A API respondeu 5xx.", "AWS/ApiGateway", "5XXError", api
        ),
        "ApiLatencyAlarm": _alarm(
            "api-latency", "Um em cada vinte pedidos leva mais de 2 s.", "AWS/ApiGateway", "Latency", api,
            ExtendedStatistic="p95", Threshold=2000, EvaluationPeriods=5,
        ),
        "RoutingErrorsAlarm": _alarm(
            "routing-errors", "Uma execução de trâmite falhou; o conciliador a refaz.", "AWS/States",
            "ExecutionsFailed", {"StateMachineArn": {"Fn::Sub": machine}},
        ),
        "JobsErrorsAlarm": _alarm(
            "jobs-errors", "A execução de um trabalho falhou; o conciliador a refaz.", "AWS/States",
            "ExecutionsFailed", {"StateMachineArn": {"Fn::Sub": machine.replace("-routing", "-jobs")}},
        ),
        "UploadsErrorsAlarm": _alarm(
            "uploads-errors", "Um arquivo não pôde ser examinado, ou seu texto extraído.", "AWS/States",
            "ExecutionsFailed", {"StateMachineArn": {"Fn::Sub": machine.replace("-routing", "-uploads")}},
        ),
        "HistoryAgeAlarm": _alarm(
            "history-age", "A leitura do histórico está atrasada.", "AWS/Lambda", "IteratorAge",
            {"FunctionName": _name("read-history")}, Statistic="Maximum", Threshold=OLD_AFTER_SECONDS * 1000,
        ),
    }  # fmt: skip
    made["ApiLatencyAlarm"]["Properties"].pop("Statistic")
    return made


def _name(suffix: str) -> dict[str, str]:
    return {"Fn::Sub": f"iperoig-${{Stage}}-{suffix}"}


def _alarm(
    name: str, description: str, namespace: str, metric: str, dimensions: dict[str, Any], **options: Any
) -> dict[str, Any]:
    return {
        "Type": "AWS::CloudWatch::Alarm",
        "Properties": {
            "AlarmName": _name(name),
            "AlarmDescription": description,
            "Namespace": namespace,
            "MetricName": metric,
            "Dimensions": [{"Name": key, "Value": value} for key, value in dimensions.items()],
            "Statistic": "Sum",
            "Period": 60,
            "EvaluationPeriods": 1,
            "Threshold": 0,
            "ComparisonOperator": "GreaterThanThreshold",
            "TreatMissingData": "notBreaching",
            "AlarmActions": [{"Ref": "AlarmTopic"}],
            "OKActions": [{"Ref": "AlarmTopic"}],
            **options,
        },
    }


def _identifier(name: str) -> str:
    return "".join(word.title() for word in name.split("-"))
