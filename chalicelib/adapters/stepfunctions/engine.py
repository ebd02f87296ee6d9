"""Jobs in Step Functions: one execution per job, named by it, so that starting twice is starting once."""

import json
import logging
from collections.abc import Callable
from typing import Any

from botocore.exceptions import BotoCoreError, ClientError

from .conductor import execution_arn

logger = logging.getLogger(__name__)


class StepFunctionsEngine:
    """Implements ``jobs.ports.Engine`` for one tenant."""

    def __init__(self, client: Callable[[], Any], machine: str, tenant: str) -> None:
        self._client = client
        self._machine = machine
        self._tenant = tenant

    def start(self, user: str, job: str) -> None:
        """What fails here is in the log and is found by the reconciler."""
        try:
            self._start(job, user, job)
        except (ClientError, BotoCoreError) as error:
            logger.warning("job_not_started", extra={"job": job, "failure": type(error).__name__})

    def revive(self, user: str, job: str) -> int:
        """Raises what the service answers."""
        execution = 1
        while True:
            name = job if execution == 1 else f"{job}-{execution}"
            status = self._status(name)
            if status == "RUNNING":
                return 0
            if status is None:
                self._start(name, user, job)
                return execution
            execution += 1

    def _start(self, name: str, user: str, job: str) -> None:
        data = {"tenant": self._tenant, "user": user, "job": job}
        client = self._client()
        try:
            client.start_execution(stateMachineArn=self._machine, name=name, input=json.dumps(data))
        except client.exceptions.ExecutionAlreadyExists:
            return

    def _status(self, name: str) -> str | None:
        client = self._client()
        try:
            found = client.describe_execution(executionArn=execution_arn(self._machine, name))
        except client.exceptions.ExecutionDoesNotExist:
            return None
        return str(found["status"])
