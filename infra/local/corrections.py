"""Where the embedded AWS (ministack 1.5.33) answers other than AWS would, in what this product counts on.

Runs inside the emulator's process. ``omissions`` is for what its CloudFormation leaves out; this is for what its
services get wrong.
"""

import contextvars
import json
import os
import time

from ministack.core import iam_actions, iam_evaluator
from ministack.services import lambda_svc, sqs, stepfunctions


def apply() -> None:
    """Once, before the first request."""
    _obey_timeout_paths()
    _know_batches_by_their_action()
    _know_whose_email_it_is()
    _gather_batches()
    if "IPEROIG_ASKED" in os.environ:
        _write_down_what_is_asked(os.environ["IPEROIG_ASKED"])


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


def _write_down_what_is_asked(path: str) -> None:
    """What each role's own statements answered, as CloudTrail would tell: for who compares them with the templates."""
    evaluate, evaluate_resource = iam_evaluator.evaluate, iam_evaluator.evaluate_resource_policy
    of_the_thing = contextvars.ContextVar("of_the_thing", default=False)
    known: set[str] = set()

    def evaluated(context, *policies):
        result = evaluate(context, *policies)
        line = f"{result.decision} {context.principal_arn} {context.action} {context.resource_arn}\n"
        if not of_the_thing.get() and line not in known:
            known.add(line)
            with open(path, "a", encoding="utf-8") as asked:
                asked.write(line)
        return result

    def evaluated_of_the_thing(*arguments, **named):
        token = of_the_thing.set(True)
        try:
            return evaluate_resource(*arguments, **named)
        finally:
            of_the_thing.reset(token)

    iam_evaluator.evaluate, iam_evaluator.evaluate_resource_policy = evaluated, evaluated_of_the_thing


def _gather_batches() -> None:
    """AWS lets a batch wait for its window or its size, up to 10,000 messages; here ten at most went at once."""

    def receive(queue_url, size):
        with sqs._queues_lock:
            queue = sqs._get_q(queue_url)
            sqs._expire_retained(queue)
            sqs._dlq_sweep(queue)
            window, now = _window(queue["attributes"]["QueueArn"]), time.time()
            if window:
                waiting = [each["sent_at"] for each in queue["messages"] if each.get("visible_at", now) <= now]
                if len(waiting) < size and now - min(waiting, default=now) < window:
                    return []
            return sqs._collect_msgs(queue, int(size), int(queue["attributes"].get("VisibilityTimeout", "30")))

    sqs._receive_messages_for_esm = receive


def _window(queue: str) -> int:
    mappings = (one for *_, one in lambda_svc._iter_all_esms())
    return next((one["MaximumBatchingWindowInSeconds"] for one in mappings if one.get("EventSourceArn") == queue), 0)
