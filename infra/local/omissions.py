"""Properties of the templates that the embedded CloudFormation accepts and does not apply.

Read from the template itself and applied through the services' own calls, so that the embedded tables expire
rows and the embedded buckets lock objects as production's do. In the cloud nothing here runs.
"""

from typing import Any

import boto3

from infra.local.emulator import Endpoint


def apply(endpoint: Endpoint, template: dict[str, Any], stack: str) -> None:
    """Apply what the stack named ``stack``, made from ``template``, lacks. Repeating it changes nothing."""

    def client(service: str) -> Any:
        return boto3.client(service, endpoint_url=endpoint.url, **endpoint.credentials)

    (made,) = client("cloudformation").describe_stacks(StackName=stack)["Stacks"]
    given = {one["ParameterKey"]: one["ParameterValue"] for one in made.get("Parameters", [])}
    defaults = {name: str(one.get("Default", "")) for name, one in template.get("Parameters", {}).items()}
    resources = client("cloudformation").describe_stack_resources(StackName=stack)["StackResources"]
    for resource in resources:
        properties = template["Resources"][resource["LogicalResourceId"]].get("Properties", {})
        name = resource["PhysicalResourceId"]
        if "TimeToLiveSpecification" in properties:
            _expire(client("dynamodb"), name, properties["TimeToLiveSpecification"])
        if properties.get("ObjectLockEnabled"):
            client("s3").put_object_lock_configuration(
                Bucket=name, ObjectLockConfiguration=_lock(properties, defaults | given)
            )


def _lock(properties: dict[str, Any], parameters: dict[str, str]) -> dict[str, Any]:
    """The configuration with the parameters it names."""
    rule = properties["ObjectLockConfiguration"].get("Rule")
    if rule is None:
        return {"ObjectLockEnabled": "Enabled"}
    wanted = {name: parameters[one["Ref"]] for name, one in rule["DefaultRetention"].items()}
    retention = {"Mode": wanted["Mode"], "Days": int(wanted["Days"])}
    return {"ObjectLockEnabled": "Enabled", "Rule": {"DefaultRetention": retention}}


def _expire(client: Any, table: str, specification: dict[str, Any]) -> None:
    current = client.describe_time_to_live(TableName=table)["TimeToLiveDescription"]
    if current["TimeToLiveStatus"] == "DISABLED":
        client.update_time_to_live(TableName=table, TimeToLiveSpecification=specification)
