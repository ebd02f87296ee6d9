"""Examining a file in a process of its own: a parser that fails takes down nothing but itself."""

import json
import os
import selectors
import subprocess  # nosec B404
import sys
import threading
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from chalicelib.domain.file_inspection import Declaration, Limits, Verdict
from chalicelib.domain.file_types import file_type_of

_READY = "chalicelib.adapters.inspection.ready"
#: Longer than the waiting process itself waits for a child: only its own death or hanging is met here.
_PATIENCE = 15.0
_TRIES = 2


class ExaminerGone(RuntimeError):
    """The process that starts examinations is gone or silent: nothing is known of the file, so ask again later."""


class Examiners:
    """The waiting process of this container, started at the first file and again should it be gone."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._one_at_a_time = threading.Lock()

    def examine(self, path: Path, declared: Declaration, limits: Limits) -> Mapping[str, Any]:
        """How the child that examined the file ended, as ``ready`` tells it. Raises ExaminerGone."""
        request = {"path": str(path), "declared": asdict(declared), "limits": asdict(limits)}
        line = json.dumps(request).encode() + b"\n"
        with self._one_at_a_time:
            for _ in range(_TRIES):
                answer = self._ask(line, limits.seconds + _PATIENCE)
                if answer:
                    found: Mapping[str, Any] = json.loads(answer)
                    return found
                self.dismiss()
        raise ExaminerGone(f"no answer in {_TRIES} tries")

    def dismiss(self) -> None:
        """End the waiting process, if any."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.communicate()

    def _ask(self, line: bytes, seconds: float) -> bytes:
        """The answer; empty when the process is gone or says nothing in time."""
        process = self._process = self._process or _start()
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


def _start() -> subprocess.Popen[bytes]:
    # The command is ours; the file's name travels as data.
    return subprocess.Popen(  # nosec B603
        [sys.executable, "-B", "-m", _READY],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=bare_environment(),
    )


examiners = Examiners()


def inspect(path: Path, declared: Declaration, limits: Limits | None = None) -> Verdict:
    """Whether the file at ``path`` may enter the record (DOC-08); never raises for what the file contains.

    A process that ran out of memory means a bomb, out of time is told as such, and one that crashed means a
    file that no reader should be given either.
    """
    answer = examiners.examine(path, declared, limits or Limits())
    if answer["code"] == 0 and answer["output"] and not answer["late"]:
        return Verdict(**json.loads(answer["output"]))
    claimed = file_type_of(declared.file_name)
    return Verdict(_reason_of_death(answer), claimed.media_type if claimed else "")


def bare_environment() -> dict[str, str]:
    """What Python needs to start, and none of the credentials that the function holds."""
    return {
        "PATH": os.environ.get("PATH", ""),
        "LD_LIBRARY_PATH": os.environ.get("LD_LIBRARY_PATH", ""),
        "PYTHONPATH": os.pathsep.join(entry or os.getcwd() for entry in sys.path),
        "LC_ALL": "C.UTF-8",
        # One arena: with several, address space is spent long before memory is.
        "MALLOC_ARENA_MAX": "1",
    }


def _reason_of_death(answer: Mapping[str, Any]) -> str:
    if answer["late"]:
        return "took_too_long"
    if "MemoryError" in answer["errors"] or "bad_alloc" in answer["errors"]:
        return "bomb"
    return "took_too_long" if answer["code"] in (-9, -24) else "damaged"
