"""Keep the embedded AWS alive across ``kill -9``.

The emulator writes its state only on a clean stop. Here a forked child writes it while the parent goes on
answering: the fork is taken between two requests on the event loop, so the child sees a state that no request
has half changed, and the parent never waits for the disk.

Every service goes to ``<service>.json`` (read back by the emulator's own ``load_persisted_state``); byte
strings over 64 KiB (function code, layers) go once to ``blobs/<digest>`` instead of being encoded again each
time. All files are written under a temporary name first and renamed together at the end.
"""

import asyncio
import contextlib
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
                (blobs / f"{name}.{os.getpid()}").write_bytes(value)
                os.replace(blobs / f"{name}.{os.getpid()}", blobs / name)
            return {"__blob__": name}
        return persistence._json_default(value)

    mark = f"{os.getpid()}.unfinished"
    written = []
    for name, state_of in services.items():
        state = state_of()
        if state is None:  # a module that did not load: what was kept before stays
            continue
        envelope = {"__ministack_format__": persistence._state_format_version(name), "payload": state}
        (directory / f"{name}.{mark}").write_text(json.dumps(envelope, default=encode), encoding="utf-8")
        written.append(name)
    for name in written:
        os.replace(directory / f"{name}.{mark}", directory / f"{name}.json")
    for blob in blobs.iterdir():
        if blob.name not in used:
            blob.unlink(missing_ok=True)
    for left in directory.glob("*.unfinished"):  # of a writer that was killed
        left.unlink(missing_ok=True)


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
        self._child: int | None = None

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
        self._child = os.fork()
        if self._child == 0:
            self._write_and_leave()
        await asyncio.to_thread(self._wait)

    def _wait(self) -> None:
        os.waitpid(self._child or 0, 0)
        self._child = None

    def write_last(self, services: dict) -> None:
        """The whole state at a clean stop; a snapshot still being written is older and gives way."""
        if self._child is not None:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self._child, signal.SIGKILL)
        while self._child is not None:
            time.sleep(0.01)
        write(self._directory, services)

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
