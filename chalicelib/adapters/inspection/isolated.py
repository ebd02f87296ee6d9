"""Examining a file in a process of its own: a parser that fails takes down nothing but itself."""

import json
from dataclasses import asdict
from pathlib import Path

from chalicelib.adapters.confined.waiting import Waiting, told_of
from chalicelib.domain.file_inspection import Declaration, Limits, Verdict
from chalicelib.domain.file_types import file_type_of

#: The waiting process of this container.
examiners = Waiting("chalicelib.adapters.inspection.examiner")
_REASONS = {"late": "took_too_long", "memory": "bomb", "crashed": "damaged"}


def inspect(path: Path, declared: Declaration, limits: Limits | None = None) -> Verdict:
    """Whether the file at ``path`` may enter the record (DOC-08); never raises for what the file contains.

    A process that ran out of memory means a bomb, out of time is told as such, and one that crashed means a
    file that no reader should be given either. Raises WaitingGone when nobody could examine it.
    """
    answer = examiners.ask(
        {"path": str(path), "declared": asdict(declared), "limits": asdict(limits or Limits())}
    )
    ended = told_of(answer)
    if not ended:
        return Verdict(**json.loads(answer["output"]))
    claimed = file_type_of(declared.file_name)
    return Verdict(_REASONS[ended], claimed.media_type if claimed else "")
