"""What happens to a file in quarantine, as S3 and GuardDuty tell it."""

from collections.abc import Mapping
from typing import Any


def key_of(event: Mapping[str, Any]) -> str:
    """The key of the object that arrived or was scanned. Raises KeyError for any other event."""
    detail = event["detail"]
    if "s3ObjectDetails" in detail:
        return str(detail["s3ObjectDetails"]["objectKey"])
    return str(detail["object"]["key"])
