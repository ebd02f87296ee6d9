"""The machine of a file from outside (DOC-08): examined in quarantine, admitted, its text extracted and recognized.

It begins with what S3 or GuardDuty tell of an object in quarantine, or with ``{"asked": {tenant, sha256, attempt}}``
when somebody asks for the text of a file that is in already. ``${InspectUpload}``, ``${ExtractText}`` and
``${InspectionFailuresUrl}`` are filled in by CloudFormation.
"""

from typing import Any

State = dict[str, Any]
INVOKE = "arn:aws:states:::lambda:invoke"
SEND = "arn:aws:states:::sqs:sendMessage"
# Batches of one file at the same time: a thousand pages in minutes, and room for the files of others.
CONCURRENCY = 5
_PLACE = ("tenant", "sha256", "attempt")


def uploads_machine() -> dict[str, Any]:
    """What cannot be examined is set aside for the operator; what cannot be read says so to its reader."""
    return {
        "Comment": "Examina um arquivo que chegou e extrai o seu texto.",
        "StartAt": "Begin",
        "States": {
            "Begin": _choice("$.asked", "Asked", "Inspect"),
            **_inspection(),
            "Asked": {"Type": "Pass", "InputPath": "$.asked", "Next": "Extract"},
            **_extraction(),
            "Failed": {"Type": "Fail", "Error": "NotTreated", "Cause": "Veja a função que falhou."},
            "Done": {"Type": "Succeed"},
        },
    }


def _inspection() -> dict[str, State]:
    """The function looks at the object that the event names; admitted, its extraction goes on with the answer."""
    return {
        "Inspect": _invoke("InspectUpload", {"Payload.$": "$"}, "answer", 5)
        | {"ResultPath": "$.inspected", "Catch": _caught("SetAside"), "Next": "Admitted"},
        "Admitted": _choice("$.inspected.answer.extraction", "Continue", "Done"),
        "Continue": {"Type": "Pass", "InputPath": "$.inspected.answer.extraction", "Next": "Extract"},
        "SetAside": {
            "Type": "Task",
            "Resource": SEND,
            "Parameters": {"QueueUrl": "${InspectionFailuresUrl}", "MessageBody.$": "$"},
            "ResultPath": None,
            "Retry": _retry(4),
            "Next": "Failed",
        },
    }


def _extraction() -> dict[str, State]:
    """What the file says of itself; then its pictures, some pages at a time; then everything together."""
    return {
        "Extract": _step("extract", _PLACE, "batches")
        | {"ResultPath": "$.extracted", "Catch": _caught("GiveUp"), "Next": "Pictures"},
        "Pictures": _choice("$.extracted.batches[0]", "RecognizeAll", "Done"),
        "RecognizeAll": _recognition(),
        "Keep": _step("keep", _PLACE) | {"ResultPath": None, "Catch": _caught("GiveUp"), "Next": "Done"},
        "GiveUp": _step("give_up", _PLACE) | {"ResultPath": None, "Next": "Failed"},
    }


def _choice(variable: str, present: str, absent: str) -> State:
    choices = [{"Variable": variable, "IsPresent": True, "Next": present}]
    return {"Type": "Choice", "Choices": choices, "Default": absent}


def _recognition() -> State:
    """A batch that always dies leaves its pages unread, and the others go on."""
    keys = (*_PLACE, "batch")
    return {
        "Type": "Map",
        "ItemsPath": "$.extracted.batches",
        "ItemSelector": {
            **{f"{key}.$": f"$.{key}" for key in _PLACE},
            "batch.$": "$$.Map.Item.Value",
        },
        "MaxConcurrency": CONCURRENCY,
        "ItemProcessor": {
            "ProcessorConfig": {"Mode": "INLINE"},
            "StartAt": "Recognize",
            "States": {
                "Recognize": _step("recognize", keys)
                | {"ResultPath": None, "Catch": _caught("Recognized"), "Next": "Recognized"},
                "Recognized": {"Type": "Pass", "Result": {}, "End": True},
            },
        },
        "ResultPath": None,
        "Catch": _caught("GiveUp"),
        "Next": "Keep",
    }


def _step(step: str, names: tuple[str, ...], wanted: str | None = None) -> State:
    payload = {"step": step, **{f"{name}.$": f"$.{name}" for name in names}}
    return _invoke("ExtractText", {"Payload": payload}, wanted, 3)


def _invoke(function: str, parameters: dict[str, Any], wanted: str | None, times: int) -> State:
    """``wanted`` of the answer; all of it as ``answer``."""
    path = "$.Payload" if wanted == "answer" else f"$.Payload.{wanted}"
    selected = {"ResultSelector": {f"{wanted}.$": path}} if wanted else {}
    return {
        "Type": "Task",
        "Resource": INVOKE,
        "Parameters": {"FunctionName": f"${{{function}}}", **parameters},
        **selected,
        "Retry": _retry(times),
    }


def _retry(times: int) -> list[State]:
    return [
        {
            "ErrorEquals": ["States.ALL"],
            "IntervalSeconds": 2,
            "MaxAttempts": times,
            "BackoffRate": 3,
            "MaxDelaySeconds": 300,
            "JitterStrategy": "FULL",
        }
    ]


def _caught(target: str) -> list[State]:
    return [{"ErrorEquals": ["States.ALL"], "ResultPath": "$.failure", "Next": target}]
