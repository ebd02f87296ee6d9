"""The embedded AWS process. Runs with the interpreter of the emulator's own environment, started by
``infra.local.emulator``; nothing else imports it.

It is ministack with six differences: another web server answers (``server``), state is kept while it runs
(``snapshots``), it stops when whoever started it is gone, functions run in a bare interpreter (so a
dependency missing from a layer fails here as it would in the cloud) that shares one unpacked copy of the code
and of each layer, a few answers are what AWS answers (``corrections``), and a second port plays the CDN (``front``).
"""

import asyncio
import logging
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import ministack.app as emulator
from ministack.core import lambda_runtime

from infra.local import corrections, front, layers, ordered_queries, snapshots
from infra.local.server import serve

ALLOWED = b"access-control-allow-origin"
SITE = f"http://localhost:{os.environ.get('IPEROIG_FRONT_PORT', '8420')}".encode()
READS = ("Get", "Query", "Scan", "BatchGet", "TransactGet", "Describe", "List", "Receive")


def _is_write(scope: dict) -> bool:
    if scope["type"] != "http" or scope["method"] in ("GET", "HEAD", "OPTIONS"):
        return False
    target = dict(scope["headers"]).get(b"x-amz-target", b"").decode("latin-1")
    return not target.partition(".")[2].startswith(READS)


def _for_the_site_only(send):
    """The emulator tells every web page that it may call it; here only the site's pages are told so."""

    async def sending(message):
        if message["type"] == "http.response.start":
            headers = [
                (name, SITE if name.lower() == ALLOWED and value == b"*" else value)
                for name, value in message.get("headers", [])
            ]
            message = {**message, "headers": headers}
        await send(message)

    return sending


class Watched:
    """The emulator's application: tells the keeper what was written, and when the kept state is in place."""

    def __init__(self, keeper: snapshots.Snapshots | None) -> None:
        self._keeper = keeper

    async def __call__(self, scope, receive, send) -> None:
        if scope["type"] == "lifespan":
            await self._live(scope, receive, send)
            return
        try:
            await emulator.app(scope, receive, _for_the_site_only(send))
        finally:
            if self._keeper is not None and _is_write(scope):
                self._keeper.writes += 1

    async def _live(self, scope, receive, send) -> None:
        started = False

        async def sending(message):
            nonlocal started
            started = message["type"] == "lifespan.startup.complete" or started
            # Not before: a snapshot of a half loaded state would replace the whole one.
            if self._keeper is not None and message["type"] == "lifespan.startup.complete":
                self._keeper.loaded.set()
            await send(message)

        try:
            await emulator.app(scope, receive, sending)
        except BaseException:
            if started:
                raise
            # Going on would lose what was kept: the next snapshot would replace it with nothing.
            logging.exception("The kept state could not be read")
            os._exit(1)


async def _leave_with(parent: int, stop: asyncio.Event) -> None:
    while not stop.is_set():
        if os.getppid() != parent:
            stop.set()
        await asyncio.sleep(0.5)


def _bare_interpreter(runtime: str) -> tuple[str, str]:
    if not runtime.startswith("python"):
        raise RuntimeError(f"Unsupported runtime: {runtime}")
    return getattr(sys, "_base_executable", sys.executable), lambda_runtime._PYTHON_WORKER_SCRIPT


def _keeper(directory: Path | None) -> snapshots.Snapshots | None:
    if directory is None:
        return None
    kept = directory / "aws"
    kept.mkdir(parents=True, exist_ok=True)
    emulator._load_persisted_state = lambda: _load(kept)
    keeper = snapshots.Snapshots(kept, emulator._build_persistence_save_dict)
    emulator.save_all = keeper.write_last
    return keeper


def _load(kept: Path) -> None:
    """As the emulator loads, but an error stops the start instead of going on without that service."""
    for name, module in emulator._state_map.items():
        state = snapshots.read(kept, name)
        if state:
            emulator._get_module(module).load_persisted_state(state)


def _stop_workers() -> None:
    lambda_runtime.reset()
    for process in list(getattr(subprocess, "_active", [])):
        process.kill()


async def main() -> None:
    directory = Path(os.environ["IPEROIG_DIRECTORY"]) if os.environ.get("IPEROIG_DIRECTORY") else None
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(name, stop.set)
    lambda_runtime._detect_runtime_binary = _bare_interpreter
    layers.share((directory or Path(os.environ["TMPDIR"])) / "layers")
    corrections.apply()
    ordered_queries.apply()
    keeper = _keeper(directory if os.environ.get("IPEROIG_KEPT") == "1" else None)
    tasks = [asyncio.create_task(_leave_with(int(os.environ["IPEROIG_PARENT"]), stop))]
    application = Watched(keeper)
    servers = [serve(application, int(os.environ["GATEWAY_PORT"]), stop)]
    if os.environ.get("IPEROIG_FRONT_PORT"):
        site = front.Front(application, Path(os.environ["IPEROIG_FRONT_FILE"]))
        servers.append(serve(site, int(os.environ["IPEROIG_FRONT_PORT"]), stop))
    if keeper is not None:
        tasks.append(asyncio.create_task(keeper.keep(stop)))
    try:
        await asyncio.gather(*servers)
    finally:
        stop.set()
        if keeper is not None:
            keeper.loaded.set()
        await asyncio.gather(*tasks, return_exceptions=True)
        _stop_workers()
        shutil.rmtree(os.environ["TMPDIR"], ignore_errors=True)


if __name__ == "__main__":
    asyncio.run(main())
