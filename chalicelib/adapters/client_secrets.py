"""Secrets by which others know a tenant as their client, in Secrets Manager; each tenant's have its name in theirs."""

import time
from collections.abc import Callable
from typing import Any

from botocore.exceptions import ClientError

from chalicelib.domain.errors import Unavailable

#: A secret that was changed is used within this long; asking each time would cost as much as what it is for.
KEPT_SECONDS = 5 * 60

_kept: dict[str, tuple[float, str]] = {}


class ClientSecrets:
    """``prefix``/tenant/name."""

    def __init__(self, client: Callable[[], Any], prefix: str, tenant: str) -> None:
        self._client, self._prefix, self._tenant = client, prefix, tenant

    def read(self, name: str) -> str:
        """Raises Unavailable ``client_secret_missing``: nobody set it, or it may not be read."""
        place = f"{self._prefix}/{self._tenant}/{name}"
        until, known = _kept.get(place, (0.0, ""))
        if time.monotonic() < until:
            return known
        try:
            found = str(self._client().get_secret_value(SecretId=place)["SecretString"])
        except ClientError as error:
            raise Unavailable(
                "client_secret_missing",
                "Falta a senha com que este sistema se apresenta ao outro. Avise o administrador.",
            ) from error
        _kept[place] = (time.monotonic() + KEPT_SECONDS, found)
        return found


def forget() -> None:
    """Drop what this container keeps."""
    _kept.clear()
