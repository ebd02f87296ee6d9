"""The alarms of the application: what an operator must hear about (docs/operations.md says what to do).

Pure functions to CloudFormation resources; ``infra.package`` adds them to the application's template.
"""

from typing import Any

from infra.consumers import CONSUMERS

DEAD_LETTERS = (
    *(f"{consumer.name}-failures" for consumer in CONSUMERS),
    "history-failures",
    "waits-failures",
    "inspection-failures",
)
OLD_AFTER_SECONDS = 300


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


def resources(functions: list[str]) -> dict[str, Any]:
    """Topic and alarms by logical id. ``functions``: names as deployed, without the ``iperoig-<stage>-``
    prefix."""
    made: dict[str, Any] = {
        "AlarmTopic": {"Type": "AWS::SNS::Topic", "Properties": {"TopicName": _name("alarms")}},
        "ApiServerErrorsAlarm": _alarm(
            "api-server-errors", "A API respondeu 5xx.", "AWS/ApiGateway", "5XXError",
            {"ApiName": {"Fn::Sub": "iperoig-${Stage}"}, "Stage": "api"},
        ),
        "ApiLatencyAlarm": _alarm(
            "api-latency", "Um em cada vinte pedidos leva mais de 2 s.", "AWS/ApiGateway", "Latency",
            {"ApiName": {"Fn::Sub": "iperoig-${Stage}"}, "Stage": "api"},
            Statistic=None, ExtendedStatistic="p95", Threshold=2000, EvaluationPeriods=5,
        ),
        "RoutingErrorsAlarm": _alarm(
            "routing-errors", "Uma execução de trâmite falhou; o conciliador a refaz.", "AWS/States",
            "ExecutionsFailed", {"StateMachineArn": {"Ref": "RoutingMachine"}},
        ),
        "HistoryAgeAlarm": _alarm(
            "history-age", "A leitura do histórico está atrasada.", "AWS/Lambda", "IteratorAge",
            {"FunctionName": _name("read-history")}, Statistic="Maximum", Threshold=OLD_AFTER_SECONDS * 1000,
        ),
    }  # fmt: skip
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
    made["ApiLatencyAlarm"]["Properties"].pop("Statistic")
    return made
