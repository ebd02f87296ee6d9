"""The ZIP: streamed from S3 to S3, a chunk in memory at a time, with what the offline verifier needs (PRO-23)."""

import hashlib
import json
import zipfile
from collections.abc import Mapping, Sequence
from typing import Any

from chalicelib.application.copies.ports import Cover, Report
from chalicelib.domain.copying import LeftOut, Piece
from chalicelib.domain.errors import Unavailable

from .storage import CHUNK, CopyStorage

FORMAT = "iperoig-copy-1"
#: What does not get smaller: packing it again would only take time.
PACKED = ("application/pdf", "image/", "audio/", "video/", "application/zip", "application/vnd.")


class ContentChanged(Unavailable):
    """What was read is not what the process says it holds."""

    def __init__(self) -> None:
        super().__init__("content_changed", "O conteúdo de um documento não confere com o seu registro.")


def write_archive(
    target: Any,
    storage: CopyStorage,
    cover: Cover,
    pieces: Sequence[Piece],
    out: Sequence[LeftOut],
    records: Mapping[str, bytes],
    report: Report,
) -> None:
    """Write the whole archive to ``target``, which need not be seekable. Raises ContentChanged."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED, allowZip64=True) as archive:
        for name, data in records.items():
            archive.writestr(_entry(name, cover, packed=False), data)
        listed = []
        for place, piece in enumerate(pieces, start=1):
            listed.append(_piece(archive, storage, cover, piece))
            if place % 10 == 0 or place == len(pieces):
                report(place, len(pieces))
        contents = {
            "format": FORMAT,
            "nup": cover.nup,
            "documents": listed,
            "left_out": [{"label": one.label, "reason": one.reason} for one in out],
        }
        text = json.dumps(contents, ensure_ascii=False, indent=1).encode()
        archive.writestr(_entry("conteudo.json", cover, packed=False), text)


def _piece(archive: zipfile.ZipFile, storage: CopyStorage, cover: Cover, piece: Piece) -> dict[str, Any]:
    name = f"documentos/{piece.file_name}"
    info = _entry(name, cover, piece.media_type.startswith(PACKED))
    info.file_size = piece.size
    digest = hashlib.sha256()
    with archive.open(info, "w") as file:
        for chunk in storage.open(piece.key, piece.object_version).iter_chunks(CHUNK):
            digest.update(chunk)
            file.write(chunk)
    if digest.hexdigest() != piece.sha256:
        raise ContentChanged
    listed = {
        "document": piece.document,
        "label": piece.label,
        "file": name,
        "sha256": piece.sha256,
        "size": piece.size,
        "media_type": piece.media_type,
    }
    if not piece.text_key:
        return listed
    text = f"textos/{piece.file_name.rpartition('.')[0]}.json"
    archive.writestr(_entry(text, cover, packed=False), storage.open(piece.text_key).read())
    return {**listed, "text": text, "text_digest": piece.text_digest}


def _entry(name: str, cover: Cover, packed: bool) -> zipfile.ZipInfo:
    at = cover.at
    info = zipfile.ZipInfo(name, (at.year, at.month, at.day, at.hour, at.minute, at.second))
    info.compress_type = zipfile.ZIP_STORED if packed else zipfile.ZIP_DEFLATED
    info.external_attr = 0o644 << 16
    return info
