"""The rendering function, called and waited for: it has the heavy layer, the API does not (architecture §7)."""

import json
from collections.abc import Callable
from typing import Any

from chalicelib.domain.errors import Unavailable
from chalicelib.domain.version import Rendition

from .dynamodb.codec import decode


class LambdaRenderer:
    """Implements ``application.ports.Renderer`` for one tenant."""

    def __init__(self, client: Callable[[], Any], function: str, tenant: str) -> None:
        self._client = client
        self._function = function
        self._tenant = tenant

    def pdf(self, process: str, document: str) -> Rendition:
        """Render and store. Raises Unavailable when the function fails."""
        asked = {"tenant": self._tenant, "process": process, "document": document}
        answer = self._client().invoke(FunctionName=self._function, Payload=json.dumps(asked).encode())
        payload = answer["Payload"].read()
        if answer.get("FunctionError"):
            raise Unavailable(
                "rendering_failed", "Não foi possível gerar o PDF agora. Tente de novo em instantes."
            )
        return decode(Rendition, payload.decode())
