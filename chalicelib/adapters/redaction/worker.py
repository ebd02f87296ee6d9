"""One copy, made in a process of its own: ``python -m chalicelib.adapters.redaction.worker FOLDER``.

The folder holds ``request.json`` and ``source.pdf``; ``copy.pdf`` and ``answer.json`` are written there. Asked for
``pictures`` instead, it draws each of these files again in its place. The process
has no credentials, a bound on memory and on time, and ends with the file: a parser that fails takes down nothing else.
"""

import json
import resource
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

SECONDS = 540
MEMORY = 2_400 * 1024 * 1024


def confine() -> None:
    """Limits that nothing in this process can lift again."""
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def make(folder: Path) -> None:
    """What is asked for, written into the folder."""
    request = json.loads((folder / "request.json").read_text())
    if "pictures" in request:
        from .bare_pictures import redraw

        for name in request["pictures"]:
            redraw(folder / name)
    else:
        copy(folder, request)


def copy(folder: Path, request: dict[str, Any]) -> None:
    """Read, draw, set, write."""
    from .pictures import pictures
    from .typesetting import typeset

    areas = {int(page): [tuple(box) for box in boxes] for page, boxes in request["areas"].items()}
    pages = list(pictures(folder / "source.pdf", areas, folder))
    at = datetime.fromisoformat(request["at"])
    (folder / "copy.pdf").write_bytes(typeset(folder, pages, request["title"], request["notice"], at))
    answer = {
        "said": [said for page in pages for said in page.said],
        "left": [" ".join(word.text for word in page.words) for page in pages],
    }
    (folder / "answer.json").write_text(json.dumps(answer))


if __name__ == "__main__":
    confine()
    make(Path(sys.argv[1]))
