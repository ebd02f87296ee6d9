"""Asking the waiting process to have a file read: a parser that fails takes down nothing but itself."""

import json
import os
import selectors
import subprocess  # nosec B404
import sys
import threading
from collections.abc import Mapping
from typing import Any

_READY = "chalicelib.adapters.confined.ready"
#: Longer than the waiting process itself waits for a child: only its own death or hanging is met here.
_PATIENCE = 15.0
_TRIES = 2


class WaitingGone(RuntimeError):
    """The process that has files read is gone or silent: nothing is known of the file, so ask again later."""


class Waiting:
    """The waiting process of this container for one ``worker`` module: started at the first file, and again if gone."""

    def __init__(self, worker: str) -> None:
        self._worker = worker
        self._process: subprocess.Popen[bytes] | None = None
        self._one_at_a_time = threading.Lock()

    def ask(self, request: Mapping[str, Any]) -> Mapping[str, Any]:
        """How the child that read the file ended, as ``ready`` tells it. Raises WaitingGone."""
        line = json.dumps(request).encode() + b"\n"
        with self._one_at_a_time:
            for _ in range(_TRIES):
                answer = self._ask(line, request["limits"]["seconds"] + _PATIENCE)
                if answer:
                    found: Mapping[str, Any] = json.loads(answer)
                    return found
                self.dismiss()
        raise WaitingGone(f"no answer in {_TRIES} tries")

    def dismiss(self) -> None:
        """End the waiting process, if any."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.communicate()

    def _ask(self, line: bytes, seconds: float) -> bytes:
        """The answer; empty when the process is gone or says nothing in time."""
        process = self._process = self._process or _start(self._worker)
        assert process.stdin
        assert process.stdout
        try:
            process.stdin.write(line)
            process.stdin.flush()
        except BrokenPipeError:
            return b""
        with selectors.DefaultSelector() as selector:
            selector.register(process.stdout, selectors.EVENT_READ)
            return process.stdout.readline() if selector.select(seconds) else b""


def _start(worker: str) -> subprocess.Popen[bytes]:
    # The command is ours; what the file is called travels as data.
    return subprocess.Popen(  # nosec B603
        [sys.executable, "-B", "-m", _READY, worker],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=bare_environment(),
    )


def bare_environment() -> dict[str, str]:
    """What Python needs to start, and none of the credentials that the function holds."""
    return {
        "PATH": os.environ.get("PATH", ""),
        "LD_LIBRARY_PATH": os.environ.get("LD_LIBRARY_PATH", ""),
        "PYTHONPATH": os.pathsep.join(entry or os.getcwd() for entry in sys.path),
        "LC_ALL": "C.UTF-8",
        # One arena: with several, address space is spent long before memory is.
        "MALLOC_ARENA_MAX": "1",
        # What is forked from a process with threads of its own may wait for ever; one page has one processor.
        "OMP_THREAD_LIMIT": "1",
    }


def told_of(answer: Mapping[str, Any]) -> str:
    """Why a child that gave no answer ended: ``late``, ``memory`` or ``crashed``; empty when it answered."""
    if answer["late"]:
        return "late"
    if answer["code"] == 0 and answer["output"]:
        return ""
    if "MemoryError" in answer["errors"] or "bad_alloc" in answer["errors"]:
        return "memory"
    return "late" if answer["code"] in (-9, -24) else "crashed"
