"""The rendering function, called and waited for: it has the heavy layer, the API does not (architecture §7)."""

import json
from collections.abc import Mapping
from typing import Any


class RenderingFailed(RuntimeError):
    """The rendering function answered with an error."""


class LambdaRenderer:
    """Implements ``application.ports.Renderer``."""

    def __init__(self, client: Any, function: str) -> None:
        self._client = client
        self._function = function

    def pdf(self, tenant: str, model: Mapping[str, Any]) -> str:
        """Render and store; -> the key in the content store. Raises RenderingFailed."""
        answer = self._client.invoke(
            FunctionName=self._function,
            Payload=json.dumps({"tenant": tenant, "model": model}, default=str).encode(),
        )
        payload = json.loads(answer["Payload"].read())
        if answer.get("FunctionError") or "key" not in payload:
            raise RenderingFailed(str(payload.get("errorType", "unknown")))
        key: str = payload["key"]
        return key
