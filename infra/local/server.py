"""The web server of the embedded AWS: uvicorn over httptools, on loopback.

ministack comes with hypercorn, whose HTTP in pure Python took half of what a call cost; every test, and every
request of ``make run``, makes several. Runs inside the emulator's process.
"""

import asyncio
import contextlib
from collections.abc import Iterator
from typing import Any

import uvicorn

LOOPBACK = "127.0.0.1"
KEEP_ALIVE_SECONDS = 75
GRACE_SECONDS = 1


class _Server(uvicorn.Server):
    """One of several in this process, which obeys signals by itself."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


async def serve(application: Any, port: int, stop: asyncio.Event) -> None:
    """Answer on ``port`` until ``stop`` is set."""
    server = _Server(
        uvicorn.Config(
            application,
            host=LOOPBACK,
            port=port,
            http="httptools",
            ws="none",
            lifespan="on",
            access_log=False,
            log_level="warning",
            server_header=False,  # ministack says itself what AWS would, and the date
            date_header=False,
            proxy_headers=False,
            timeout_keep_alive=KEEP_ALIVE_SECONDS,
            timeout_graceful_shutdown=GRACE_SECONDS,
        )
    )
    stopping = asyncio.create_task(_tell(server, stop))
    try:
        await server.serve()
    finally:
        stopping.cancel()


async def _tell(server: uvicorn.Server, stop: asyncio.Event) -> None:
    await stop.wait()
    server.should_exit = True
