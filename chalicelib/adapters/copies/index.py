"""The index of a process in PDF, typeset: it is made twice, for its own length moves the pages it names.

What the typesetter took for a long index it keeps as long as its process lives, beside all that is joined afterwards:
a long one is set in a process of its own (``python -m chalicelib.adapters.copies.index``, JSON in, PDF out).
"""

import json
import subprocess  # nosec B404
import sys
import tempfile
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import typst

from chalicelib.adapters.confined.waiting import bare_environment
from chalicelib.adapters.rendering.glyphs import plainly_printable
from chalicelib.adapters.rendering.typst_pdf import shipped_fonts
from chalicelib.application.copies.ports import Cover
from chalicelib.domain.copying import LeftOut, Piece
from chalicelib.domain.training import TRAINING_NOTICE

_TEMPLATE = Path(__file__).parent / "index.typ"
#: Rows from which the memory is worth the start of a process, and how long that process may take.
LONG = 500
PATIENCE = 300


def typeset_index(
    cover: Cover, pieces: Sequence[Piece], first_pages: Sequence[int], out: Sequence[LeftOut]
) -> bytes:
    """The PDF of the index; ``first_pages`` is the page on which each piece begins."""
    rows = [
        [piece.number, piece.title, piece.unit, piece.day.strftime("%d/%m/%Y"), str(page)]
        for piece, page in zip(pieces, first_pages, strict=True)
    ]
    data = {
        "nup": cover.nup,
        "kind": cover.kind,
        "specification": cover.specification,
        "agency": cover.agency,
        "by": cover.by,
        "training": TRAINING_NOTICE if cover.training else "",
        "made": f"Gerado em {cover.at:%d/%m/%Y às %H:%M} por {cover.by} ({cover.unit}).",
        "rows": rows,
        "out": [[one.label, one.reason] for one in out],
    }
    text = json.dumps(_shown(data), ensure_ascii=False)
    at = cover.at.astimezone(UTC).replace(microsecond=0)
    return _set_aside(text, at) if len(rows) >= LONG else _set(text, at)


def _set_aside(text: str, at: datetime) -> bytes:
    # The command is ours; what the index says travels as data.
    done = subprocess.run(  # nosec B603
        [sys.executable, "-B", "-m", __name__, at.isoformat()],
        input=text.encode(),
        env=bare_environment(),
        capture_output=True,
        timeout=PATIENCE,
        check=True,
    )
    return done.stdout


def _set(text: str, at: datetime) -> bytes:
    with tempfile.TemporaryDirectory(prefix="index-") as root:
        made = _compiler().compile(
            input=_TEMPLATE.read_bytes(), format="pdf", sys_inputs={"index": text}, root=root, timestamp=at
        )
    assert isinstance(made, bytes)
    return made


def _shown(value: object) -> object:
    """The same, with what the fonts cannot show replaced."""
    if isinstance(value, str):
        return plainly_printable(value)
    if isinstance(value, list):
        return [_shown(one) for one in value]
    if isinstance(value, dict):
        return {key: _shown(one) for key, one in value.items()}
    return value


@cache
def _compiler() -> typst.Compiler:
    return typst.Compiler(font_paths=shipped_fonts(), ignore_system_fonts=True)


if __name__ == "__main__":
    sys.stdout.buffer.write(_set(sys.stdin.buffer.read().decode(), datetime.fromisoformat(sys.argv[1])))
