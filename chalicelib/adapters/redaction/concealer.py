"""Makes the copy of a PDF, in a process of its own, and reads it back before anybody else does."""

import json
import subprocess  # nosec B404
import sys
import tempfile
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

from chalicelib.adapters.confined.waiting import bare_environment
from chalicelib.application.redaction.ports import Copy
from chalicelib.domain.errors import Refused
from chalicelib.domain.redaction import WHOLE, Area
from chalicelib.domain.rendition import Picture

_WORKER = "chalicelib.adapters.redaction.worker"
#: On the wall; the process bounds its own processor time and memory.
PATIENCE = 600


class PdfConcealer:
    """Implements ``redaction.ports.Concealer``."""

    def conceal(
        self, source: bytes, areas: Sequence[Area], title: str, notice: Sequence[str], at: datetime
    ) -> Copy:
        """Raises Refused ``pdf_not_read`` when no picture can be made of the file."""
        with tempfile.TemporaryDirectory(prefix="redaction-") as name:
            folder = Path(name)
            (folder / "source.pdf").write_bytes(source)
            request = {"areas": _by_page(areas), "title": title, "notice": list(notice), "at": at.isoformat()}
            (folder / "request.json").write_text(json.dumps(request))
            if not _done(folder):
                raise Refused(
                    "pdf_not_read",
                    "Não foi possível gerar a cópia: o arquivo PDF não pôde ser lido por inteiro.",
                )
            answer = json.loads((folder / "answer.json").read_text())
            made = (folder / "copy.pdf").read_bytes()
        return Copy(made, len(answer["left"]) + 1, tuple(answer["said"]), tuple(answer["left"]))

    def bare(self, pictures: Mapping[str, Picture]) -> Mapping[str, Picture]:
        """Raises Refused ``picture_not_read``."""
        if not pictures:
            return {}
        with tempfile.TemporaryDirectory(prefix="redaction-") as name:
            folder = Path(name)
            for key, picture in pictures.items():
                (folder / key).write_bytes(picture.data)
            (folder / "request.json").write_text(json.dumps({"pictures": sorted(pictures)}))
            if not _done(folder):
                message = "Não foi possível gerar a cópia: uma imagem do texto não pôde ser lida."
                raise Refused("picture_not_read", message)
            return {
                key: Picture(picture.media_type, (folder / key).read_bytes()) for key, picture in pictures.items()
            }


def _by_page(areas: Sequence[Area]) -> dict[int, list[tuple[float, ...]]]:
    pages: dict[int, list[tuple[float, ...]]] = {}
    for area in areas:
        box = (area.left, area.top, area.right, area.bottom)
        pages.setdefault(area.page, []).append(tuple(side / WHOLE for side in box))
    return pages


def _done(folder: Path) -> bool:
    # The command is ours; the folder's name travels as data.
    try:
        ended = subprocess.run(  # nosec B603
            [sys.executable, "-B", "-m", _WORKER, str(folder)],
            env=bare_environment(),
            capture_output=True,
            timeout=PATIENCE,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return False
    return ended.returncode == 0
