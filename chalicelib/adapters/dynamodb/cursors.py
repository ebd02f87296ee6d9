"""Where a list goes on: DynamoDB's last key, opaque to who carries it and checked when it comes back."""

import base64
import json
from collections.abc import Mapping
from typing import Any

from chalicelib.domain.errors import InvalidRequest


def encode_cursor(last: Mapping[str, Any] | None) -> str | None:
    """Where a query stopped, as an opaque text; None at its end."""
    if not last:
        return None
    return base64.urlsafe_b64encode(json.dumps(last, sort_keys=True).encode()).decode().rstrip("=")


def decode_cursor(
    cursor: str | None, partition: str, prefix: str | None = None, index: str = ""
) -> dict[str, Any] | None:
    """A cursor made by ``encode_cursor`` for the same query: anything else DynamoDB would answer with an error.

    Raises InvalidRequest ``invalid_cursor``.
    """
    if not cursor:
        return None
    try:
        data = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
        values = {name: value["S"] for name, value in data.items()}
        sound = values.keys() == {"pk", "sk", f"{index}pk", f"{index}sk"}
        sound = sound and all(value.encode() for value in values.values())
        sound = sound and values[f"{index}pk"] == partition and values[f"{index}sk"].startswith(prefix or "")
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        sound, values = False, {}
    if not sound:
        raise InvalidRequest(
            code="invalid_cursor", message="A continuação da lista não é válida. Recarregue a lista."
        )
    return {name: {"S": value} for name, value in values.items()}
