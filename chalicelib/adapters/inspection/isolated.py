"""Examining a file in a process of its own: a parser that fails takes down nothing but itself."""

import json
import os
import subprocess  # nosec B404
import sys
from dataclasses import asdict
from pathlib import Path

from chalicelib.domain.file_inspection import Declaration, Limits, Verdict
from chalicelib.domain.file_types import file_type_of

_EXAMINER = "chalicelib.adapters.inspection.examiner"


def inspect(path: Path, declared: Declaration, limits: Limits | None = None) -> Verdict:
    """Whether the file at ``path`` may enter the record (DOC-08); never raises for what the file contains.

    A process that ran out of memory means a bomb, out of time is told as such, and one that crashed means a
    file that no reader should be given either.
    """
    limits = limits or Limits()
    request = {"path": str(path), "declared": asdict(declared), "limits": asdict(limits)}
    claimed = file_type_of(declared.file_name)
    media_type = claimed.media_type if claimed else ""
    try:
        # The command is ours; the file name travels as data.
        answer = subprocess.run(  # nosec B603
            [sys.executable, "-B", "-m", _EXAMINER],
            input=json.dumps(request).encode(),
            capture_output=True,
            timeout=limits.seconds + 5,
            env=_bare_environment(),
            check=False,
        )
    except subprocess.TimeoutExpired:
        return Verdict("took_too_long", media_type)
    if answer.returncode == 0 and answer.stdout:
        return Verdict(**json.loads(answer.stdout.splitlines()[-1]))
    return Verdict(_reason_of_death(answer), media_type)


def _bare_environment() -> dict[str, str]:
    """What Python needs to start, and none of the credentials that the function holds."""
    return {
        "PATH": os.environ.get("PATH", ""),
        "LD_LIBRARY_PATH": os.environ.get("LD_LIBRARY_PATH", ""),
        "PYTHONPATH": os.pathsep.join(entry or os.getcwd() for entry in sys.path),
        "LC_ALL": "C.UTF-8",
        # One arena: with several, address space is spent long before memory is.
        "MALLOC_ARENA_MAX": "1",
    }


def _reason_of_death(answer: subprocess.CompletedProcess[bytes]) -> str:
    if b"MemoryError" in answer.stderr or b"bad_alloc" in answer.stderr:
        return "bomb"
    return "took_too_long" if answer.returncode in (-9, -24) else "damaged"
