"""Where a flow is handed in: its text is read here, its machine is made by the function that may make machines."""

import json
import logging
from collections.abc import Callable
from typing import Any

from botocore.exceptions import BotoCoreError, ClientError

from . import flow_text

logger = logging.getLogger(__name__)


class FlowDesk:
    """Implements ``flows.ports.FlowPress`` for one tenant."""

    def __init__(self, client: Callable[[], Any], function: str, tenant: str) -> None:
        self._client = client
        self._function = function
        self._tenant = tenant

    def read(self, text: str) -> Any:
        """Raises InvalidRequest on ``text``."""
        return flow_text.read_text(text)

    def told(self, code: str, version: int) -> None:
        """Not waited for: the version is published already, and the hourly round finds what fails here."""
        asked = json.dumps({"tenant": self._tenant, "code": code, "version": version}).encode()
        try:
            self._client().invoke(FunctionName=self._function, InvocationType="Event", Payload=asked)
        except (ClientError, BotoCoreError) as error:
            logger.warning("flow_not_told", extra={"flow": code, "failure": type(error).__name__})
