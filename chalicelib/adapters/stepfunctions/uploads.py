"""Extractions that somebody asked for, in Step Functions: one execution per attempt, so that twice is once.

Another one, under the next name, when that one vanished.
"""

import hashlib
import logging
from collections.abc import Callable
from typing import Any

from botocore.exceptions import BotoCoreError, ClientError

from .named import NamedExecutions

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
            self._executions.start(self._machine, *self._asked(sha256, attempt))
        except (ClientError, BotoCoreError) as error:
            logger.warning("extraction_not_started", extra={"failure": type(error).__name__})

    def revive(self, sha256: str, attempt: int) -> int:
        """Raises what the service answers."""
        return self._executions.revive(self._machine, *self._asked(sha256, attempt))

    @property
    def _executions(self) -> NamedExecutions:
        return NamedExecutions(self._client())

    def _asked(self, sha256: str, attempt: int) -> tuple[str, dict[str, Any]]:
        asked = {"tenant": self._tenant, "sha256": sha256, "attempt": attempt}
        return self._name(sha256, attempt), {"asked": asked}

    def _name(self, sha256: str, attempt: int) -> str:
        """The same bytes in two tenants are two extractions."""
        place = hashlib.sha256(f"{self._tenant}/{sha256}".encode()).hexdigest()
        return f"{place}-{attempt}"
