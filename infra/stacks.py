"""Create or update a CloudFormation stack and wait for it. The same code for the cloud and the embedded
AWS."""

import json
import time
from pathlib import Path
from typing import Any

import yaml

INFRA = Path(__file__).resolve().parent
INLINE_LIMIT = 51_200
UNCHANGED = "No updates are to be performed"
GOOD = ("CREATE_COMPLETE", "UPDATE_COMPLETE")


class StackFailed(RuntimeError):
    """A stack did not reach a good state; the text lists the resources that failed and why."""


class _Tags(yaml.SafeLoader):
    """Reads CloudFormation's short forms (``!Ref``, ``!Sub`` …) as their long forms."""


def _long_form(loader: _Tags, suffix: str, node: yaml.Node) -> dict[str, Any]:
    if isinstance(node, yaml.ScalarNode):
        value: Any = loader.construct_scalar(node)
        if suffix == "GetAtt":
            value = value.split(".", 1)
    elif isinstance(node, yaml.SequenceNode):
        value = loader.construct_sequence(node, deep=True)
    else:
        value = loader.construct_mapping(node, deep=True)
    return {suffix if suffix in ("Ref", "Condition") else f"Fn::{suffix}": value}


_Tags.add_multi_constructor("!", _long_form)


def read_template(path: Path) -> dict[str, Any]:
    """The template as plain data: short forms made long, aliases resolved."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader=_Tags)  # nosec B506 - a SafeLoader


def outputs(client: Any, name: str) -> dict[str, str]:
    """The outputs of a stack; empty when there is no such stack."""
    try:
        stack = client.describe_stacks(StackName=name)["Stacks"][0]
    except client.exceptions.ClientError as error:
        if "does not exist" in str(error):
            return {}
        raise
    return {output["OutputKey"]: output["OutputValue"] for output in stack.get("Outputs", [])}


def _status(client: Any, name: str) -> str | None:
    try:
        return client.describe_stacks(StackName=name)["Stacks"][0]["StackStatus"]
    except client.exceptions.ClientError as error:
        if "does not exist" in str(error):
            return None
        raise


def _failures(client: Any, name: str) -> str:
    events = client.describe_stack_events(StackName=name)["StackEvents"]
    lines = [
        f"  {event['LogicalResourceId']}: {event.get('ResourceStatusReason', '')}"
        for event in events
        if "FAILED" in event["ResourceStatus"]
    ]
    return "\n".join(dict.fromkeys(lines))


def put(
    client: Any,
    name: str,
    template: dict[str, Any],
    parameters: dict[str, str] | None = None,
    *,
    template_url: str | None = None,
    seconds: float = 1800,
) -> dict[str, str]:
    """Create or update the stack ``name`` and return its outputs. Raises StackFailed.

    ``template_url``: where the template was uploaded, needed when it is larger than 51,200 bytes.
    """
    status = _status(client, name)
    if status in ("ROLLBACK_COMPLETE", "ROLLBACK_FAILED", "DELETE_FAILED", "REVIEW_IN_PROGRESS"):
        client.delete_stack(StackName=name)  # a first creation that failed can only be created again
        _wait(client, name, seconds)
        status = None
    body = json.dumps(template, separators=(",", ":"))
    if status in GOOD and _is_current(client, name, json.loads(body), parameters or {}):
        return outputs(client, name)
    place = {"TemplateURL": template_url} if template_url else {"TemplateBody": body}
    request: dict[str, Any] = {
        "StackName": name,
        **place,
        "Capabilities": ["CAPABILITY_IAM", "CAPABILITY_NAMED_IAM", "CAPABILITY_AUTO_EXPAND"],
        "Parameters": [
            {"ParameterKey": key, "ParameterValue": value} for key, value in (parameters or {}).items()
        ],
    }
    try:
        (client.update_stack if status else client.create_stack)(**request)
    except client.exceptions.ClientError as error:
        if UNCHANGED not in str(error):
            raise
    reached = _wait(client, name, seconds)
    if reached not in GOOD:
        raise StackFailed(f"{name}: {reached}\n{_failures(client, name)}")
    return outputs(client, name)


def _is_current(client: Any, name: str, template: dict[str, Any], parameters: dict[str, str]) -> bool:
    """Whether the stack already is what is asked for: asking costs less than an update that changes nothing."""
    stack = client.describe_stacks(StackName=name)["Stacks"][0]
    given = {one["ParameterKey"]: one["ParameterValue"] for one in stack.get("Parameters", [])}
    defaults = {key: str(one.get("Default", "")) for key, one in template.get("Parameters", {}).items()}
    if given != defaults | parameters:
        return False
    kept = client.get_template(StackName=name, TemplateStage="Original")["TemplateBody"]
    return (json.loads(kept) if isinstance(kept, str) else kept) == template


def _wait(client: Any, name: str, seconds: float) -> str | None:
    limit = time.monotonic() + seconds
    pause = 0.05
    while time.monotonic() < limit:
        status = _status(client, name)
        if status is None or not status.endswith("_IN_PROGRESS"):
            return status
        time.sleep(pause)
        pause = min(pause * 1.6, 5)
    raise StackFailed(f"{name}: not finished after {seconds:.0f} s")
