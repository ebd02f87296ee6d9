"""Jobs in Step Functions: one execution per job, named by it, so that starting twice is starting once."""

import logging
from collections.abc import Callable
from typing import Any

from botocore.exceptions import BotoCoreError, ClientError

from .named import NamedExecutions

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
            self._executions.start(self._machine, job, self._data(user, job))
        except (ClientError, BotoCoreError) as error:
            logger.warning("job_not_started", extra={"job": job, "failure": type(error).__name__})

    def revive(self, user: str, job: str) -> int:
        """Raises what the service answers."""
        return self._executions.revive(self._machine, job, self._data(user, job))

    @property
    def _executions(self) -> NamedExecutions:
        return NamedExecutions(self._client())

    def _data(self, user: str, job: str) -> dict[str, Any]:
        return {"tenant": self._tenant, "user": user, "job": job}
