"""Puts copies together on temporary storage and sends them to the bucket that forgets (PRO-23)."""

import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from chalicelib.application.copies.ports import Cover, Report
from chalicelib.domain.copying import LeftOut, Piece
from chalicelib.domain.errors import Refused
from chalicelib.domain.job import JobFile

from .storage import CHUNK, CopyStorage, Upload

PDF, ZIP = "application/pdf", "application/zip"


class CopyWorkshop:
    """Implements ``copies.ports.Workshop`` for the tenant of its storage."""

    def __init__(self, storage: CopyStorage) -> None:
        self._storage = storage

    def pdf(
        self, cover: Cover, pieces: Sequence[Piece], out: Sequence[LeftOut], attach: bool, report: Report
    ) -> JobFile:
        """Raises Refused ``nothing_to_copy`` when none of the documents can be opened."""
        with tempfile.TemporaryDirectory(prefix="copy-") as folder:
            whole = assembled(self._storage, cover, pieces, out, attach, report, Path(folder))

            def fill(upload: Upload) -> None:
                with whole.open("rb") as file:
                    while chunk := file.read(CHUNK):
                        upload.write(chunk)

            return self._kept(cover, f"{cover.stem}.pdf", PDF, fill)

    def zip(
        self,
        cover: Cover,
        pieces: Sequence[Piece],
        out: Sequence[LeftOut],
        records: Mapping[str, bytes],
        report: Report,
    ) -> JobFile:
        from .archive import write_archive

        def fill(upload: Upload) -> None:
            write_archive(upload, self._storage, cover, pieces, out, records, report)

        return self._kept(cover, f"{cover.stem}.zip", ZIP, fill)

    def _kept(self, cover: Cover, name: str, media_type: str, fill: Callable[[Any], None]) -> JobFile:
        key, upload = self._storage.begin(cover.job, name, media_type)
        try:
            fill(upload)
            upload.finish()
        except BaseException:
            upload.abort()
            raise
        return JobFile(key, name, media_type, upload.size, upload.sha256)


def assembled(
    storage: CopyStorage,
    cover: Cover,
    pieces: Sequence[Piece],
    out: Sequence[LeftOut],
    attach: bool,
    report: Report,
    folder: Path,
) -> Path:
    """The PDF on temporary storage. The index is set twice: first to learn its own length, which moves the rest."""
    from .index import typeset_index
    from .joining import join, length, measure, placed

    report(0, len(pieces))
    sources, refused = measure(pieces, storage.fetch(pieces, folder))
    if not sources:
        raise Refused("nothing_to_copy", "Nenhum dos documentos escolhidos pôde ser aberto como PDF.")
    shown = [source.piece for source in sources]
    left = [*out, *refused]
    before = length(typeset_index(cover, shown, [0] * len(shown), left))
    sources = placed(sources, before)
    index = typeset_index(cover, shown, [source.first for source in sources], left)
    return join(sources, index, cover.foot, folder, attach, lambda done: report(done, len(pieces)))
