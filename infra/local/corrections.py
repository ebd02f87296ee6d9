"""Where the embedded AWS (ministack 1.5.33) answers other than AWS would, in what this product counts on.

Runs inside the emulator's process. ``omissions`` is for what its CloudFormation leaves out; this is for what its
services get wrong.
"""

import json

from ministack.core import iam_actions
from ministack.services import stepfunctions


def apply() -> None:
    """Once, before the first request."""
    _obey_timeout_paths()
    _know_batches_by_their_action()
    _know_whose_email_it_is()


def _obey_timeout_paths() -> None:
    """It reads ``TimeoutSeconds`` only: every deadline that the input carries would wait for more than a day."""
    execute = stepfunctions._execute_task

    def execute_task(state, entered, execution, context):
        path = state.get("TimeoutSecondsPath")
        if path:
            seconds = stepfunctions._resolve_path_or_ctx(path, entered, context)
            state = {**state, "TimeoutSeconds": seconds}
        return execute(state, entered, execution, context)

    stepfunctions._execute_task = execute_task


def _know_batches_by_their_action() -> None:
    """AWS permits ``SendMessageBatch`` by ``sqs:SendMessage``; an action of the batch's name does not exist."""
    extract = iam_actions.extract_iam_action

    def extract_action(service, *request):
        action = extract(service, *request)
        return action.removesuffix("Batch") if service == "sqs" and action else action

    iam_actions.extract_iam_action = extract_action


def _know_whose_email_it_is() -> None:
    """AWS permits sending by the identity that sends; here it would be permitted by "*" only."""
    name = iam_actions._ses_v2_resource_arn

    def resource_arn(method, path, body, region, account):
        if path.rstrip("/") != "/v2/email/outbound-emails":
            return name(method, path, body, region, account)
        domain = json.loads(body or b"{}").get("FromEmailAddress", "").rpartition("@")[2]
        return f"arn:aws:ses:{region}:{account}:identity/{domain}"

    iam_actions._ses_v2_resource_arn = resource_arn
