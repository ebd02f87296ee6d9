"""Extractions that somebody asked for, in Step Functions: one execution per attempt, so that twice is once.

Another one, under the next name, when that one vanished.
"""

import hashlib
import json
import logging
from collections.abc import Callable
from typing import Any

from botocore.exceptions import BotoCoreError, ClientError

from .conductor import execution_arn

logger = logging.getLogger(__name__)


class UploadsMachine:
    """Implements ``extraction.ports.Extractions`` for one tenant."""

    def __init__(self, client: Callable[[], Any], machine: str, tenant: str) -> None:
        self._client = client
        self._machine = machine
        self._tenant = tenant

    def start(self, sha256: str, attempt: int) -> None:
        """What fails here is in the log and is found by the reconciler."""
        try:
            self._start(self._name(sha256, attempt), sha256, attempt)
        except (ClientError, BotoCoreError) as error:
            logger.warning("extraction_not_started", extra={"failure": type(error).__name__})

    def revive(self, sha256: str, attempt: int) -> int:
        """Raises what the service answers."""
        first, execution = self._name(sha256, attempt), 1
        while True:
            name = first if execution == 1 else f"{first}-{execution}"
            status = self._status(name)
            if status == "RUNNING":
                return 0
            if status is None:
                self._start(name, sha256, attempt)
                return execution
            execution += 1

    def _start(self, name: str, sha256: str, attempt: int) -> None:
        asked = {"tenant": self._tenant, "sha256": sha256, "attempt": attempt}
        client = self._client()
        try:
            client.start_execution(
                stateMachineArn=self._machine, name=name, input=json.dumps({"asked": asked})
            )
        except client.exceptions.ExecutionAlreadyExists:
            return

    def _status(self, name: str) -> str | None:
        client = self._client()
        try:
            found = client.describe_execution(executionArn=execution_arn(self._machine, name))
        except client.exceptions.ExecutionDoesNotExist:
            return None
        return str(found["status"])

    def _name(self, sha256: str, attempt: int) -> str:
        """The same bytes in two tenants are two extractions."""
        place = hashlib.sha256(f"{self._tenant}/{sha256}".encode()).hexdigest()
        return f"{place}-{attempt}"
