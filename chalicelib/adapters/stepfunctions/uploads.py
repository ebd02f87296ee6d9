"""Extractions that somebody asked for, in Step Functions: one execution per attempt, so that twice is once."""

import hashlib
import json
import logging
from collections.abc import Callable
from typing import Any

from botocore.exceptions import BotoCoreError, ClientError

logger = logging.getLogger(__name__)


class UploadsMachine:
    """Implements ``extraction.ports.Extractions`` for one tenant."""

    def __init__(self, client: Callable[[], Any], machine: str, tenant: str) -> None:
        self._client = client
        self._machine = machine
        self._tenant = tenant

    def start(self, sha256: str, attempt: int) -> None:
        """What fails here is in the log; the same request again starts it."""
        asked = {"tenant": self._tenant, "sha256": sha256, "attempt": attempt}
        try:
            client = self._client()
            client.start_execution(
                stateMachineArn=self._machine, name=self._name(sha256, attempt), input=json.dumps({"asked": asked})
            )
        except (ClientError, BotoCoreError) as error:
            if _already(error):
                return
            logger.warning("extraction_not_started", extra={"failure": type(error).__name__})

    def _name(self, sha256: str, attempt: int) -> str:
        """The same bytes in two tenants are two extractions."""
        place = hashlib.sha256(f"{self._tenant}/{sha256}".encode()).hexdigest()
        return f"{place}-{attempt}"


def _already(error: Exception) -> bool:
    return isinstance(error, ClientError) and error.response["Error"]["Code"] == "ExecutionAlreadyExists"
