"""The time of an authority, asked over HTTP (RFC 3161)."""

import asyncio
import urllib.request
from urllib.error import URLError
from urllib.parse import urlsplit

from asn1crypto import tsp
from pyhanko.sign.timestamps.api import TimeStamper

from chalicelib.domain.errors import Unavailable

from .asking import STRAIGHT

SECONDS, LARGEST = 10, 64 * 1024


class HttpTimeStamper(TimeStamper):
    """An authority at an address that the city chose; the library's own client needs a package for this post."""

    def __init__(self, address: str) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._address = address

    async def async_request_tsa_response(self, req: tsp.TimeStampReq) -> tsp.TimeStampResp:
        """Raises Unavailable."""
        return await asyncio.to_thread(self._ask, req.dump())

    def _ask(self, wanted: bytes) -> tsp.TimeStampResp:
        if urlsplit(self._address).scheme not in ("http", "https"):
            raise away()
        asked = urllib.request.Request(
            self._address, wanted, {"Content-Type": "application/timestamp-query"}
        )
        try:
            with STRAIGHT.open(asked, timeout=SECONDS) as answer:
                return tsp.TimeStampResp.load(answer.read(LARGEST), strict=True)
        except (URLError, OSError, ValueError) as error:
            raise away() from error


def away() -> Unavailable:
    """The authority does not give the time, or gives none that is good."""
    return Unavailable(
        "timestamp_unavailable", "A autoridade de carimbo do tempo não respondeu. Tente de novo em instantes."
    )
