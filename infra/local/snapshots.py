"""Keep the embedded AWS alive across ``kill -9``.

The emulator writes its state only on a clean stop. Here a forked child writes it while the parent goes on
answering: the fork is taken between two requests on the event loop, so the child sees a state that no request
has half changed, and the parent never waits for the disk.

Every service goes to ``<service>.json`` (read back by the emulator's own ``load_persisted_state``); byte
strings over 64 KiB (function code, layers) go once to ``blobs/<digest>`` instead of being encoded again each
time. All files are written under a temporary name first and renamed together at the end.
"""

import asyncio
import hashlib
import json
import os
import signal
import time
from pathlib import Path

from ministack.core import persistence

LARGE = 64 * 1024
WRITE_SECONDS = 120


def _digest(body: bytes) -> str:
    return hashlib.blake2b(body, digest_size=20).hexdigest()


def write(directory: Path, services: dict) -> None:
    """Write the state of every service (``{name: function returning it}``) into ``directory``."""
    blobs = directory / "blobs"
    blobs.mkdir(parents=True, exist_ok=True)
    used: set[str] = set()

    def encode(value: object) -> object:
        if isinstance(value, bytes | bytearray) and len(value) > LARGE:
            name = _digest(bytes(value))
            used.add(name)
            if not (blobs / name).exists():
                (blobs / f"{name}.tmp").write_bytes(value)
                os.replace(blobs / f"{name}.tmp", blobs / name)
            return {"__blob__": name}
        return persistence._json_default(value)

    written = []
    for name, state_of in services.items():
        state = state_of()
        if state is None:  # a module that did not load: what was kept before stays
            continue
        envelope = {"__ministack_format__": persistence._state_format_version(name), "payload": state}
        (directory / f"{name}.json.tmp").write_text(json.dumps(envelope, default=encode), encoding="utf-8")
        written.append(name)
    for name in written:
        os.replace(directory / f"{name}.json.tmp", directory / f"{name}.json")
    for blob in blobs.iterdir():
        if blob.name not in used:
            blob.unlink(missing_ok=True)


def read(directory: Path, name: str) -> dict | None:
    """The kept state of one service, or None when it was never written."""
    path = directory / f"{name}.json"
    if not path.exists():
        return None

    def decode(value: dict) -> object:
        if "__blob__" in value:
            return (directory / "blobs" / value["__blob__"]).read_bytes()
        return persistence._json_object_hook(value)

    kept = json.loads(path.read_text(encoding="utf-8"), object_hook=decode)
    return kept.get("payload")


class Snapshots:
    """Takes a snapshot whenever something was written, at most ``seconds`` after it."""

    def __init__(self, directory: Path, services_of, seconds: float = 1.5, idle_seconds: float = 4.0) -> None:
        self._directory = directory
        self._services_of = services_of
        self._seconds = seconds
        self._idle_seconds = idle_seconds
        self.writes = 0
        self.loaded = asyncio.Event()

    async def keep(self, stop: asyncio.Event) -> None:
        """Run until ``stop`` is set. Idle snapshots catch what timers and state machines changed by
        themselves."""
        await self.loaded.wait()
        seen = -1
        taken = 0.0
        while not stop.is_set():
            idle = time.monotonic() - taken > self._idle_seconds
            if self.writes != seen or idle:
                seen = self.writes
                await self._take()
                taken = time.monotonic()
            try:
                await asyncio.wait_for(stop.wait(), self._seconds)
            except TimeoutError:
                continue

    async def _take(self) -> None:
        child = os.fork()
        if child == 0:
            self._write_and_leave()
        await asyncio.to_thread(os.waitpid, child, 0)

    def _write_and_leave(self) -> None:
        # The fork has one thread and copies of every lock; one that another thread held would never open,
        # so the alarm ends this child and the next snapshot tries again.
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.alarm(WRITE_SECONDS)
        code = 1
        try:
            write(self._directory, self._services_of())
            code = 0
        finally:
            os._exit(code)
