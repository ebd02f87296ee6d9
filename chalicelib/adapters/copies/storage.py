"""Where copies lie: a bucket that forgets, filled in parts of one upload, read by an address good for a minute."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import quote

from chalicelib.domain.copying import Piece
from chalicelib.domain.job import JobFile

LINK_SECONDS = 60
PART = 16 * 1024 * 1024
CHUNK = 1024 * 1024
HANDS = 8


class Upload:
    """A file that grows part by part, in S3 and nowhere else: what ``zipfile`` needs of one it cannot seek in."""

    def __init__(self, client: Any, bucket: str, key: str, media_type: str) -> None:
        self._client = client
        self._place: Mapping[str, Any] = {"Bucket": bucket, "Key": key}
        made = client.create_multipart_upload(**self._place, ContentType=media_type)
        self._upload = {**self._place, "UploadId": made["UploadId"]}
        self._parts: list[dict[str, Any]] = []
        self._buffer = bytearray()
        self._digest = hashlib.sha256()
        self.size = 0

    def write(self, data: bytes) -> int:
        """Take some bytes; send a part when there are enough."""
        self._buffer += data
        self._digest.update(data)
        self.size += len(data)
        while len(self._buffer) >= PART:
            self._send(bytes(self._buffer[:PART]))
            del self._buffer[:PART]
        return len(data)

    def flush(self) -> None:
        """Nothing is kept back that could go."""

    @property
    def sha256(self) -> str:
        return self._digest.hexdigest()

    def finish(self) -> None:
        """Send what is left and make the file appear."""
        if self._buffer or not self._parts:
            self._send(bytes(self._buffer))
        self._client.complete_multipart_upload(**self._upload, MultipartUpload={"Parts": self._parts})

    def abort(self) -> None:
        """Leave nothing behind."""
        self._client.abort_multipart_upload(**self._upload)

    def _send(self, part: bytes) -> None:
        number = len(self._parts) + 1
        answer = self._client.upload_part(**self._upload, PartNumber=number, Body=part)
        self._parts.append({"PartNumber": number, "ETag": answer["ETag"]})


class CopyStorage:
    """Implements ``copies.ports.CopyLinks`` for one tenant, and brings what copies are made of."""

    def __init__(
        self, client: Callable[[], Any], tenant: str, content_bucket: str, copies_bucket: str
    ) -> None:
        self._client = client
        self._tenant = tenant
        self._content = content_bucket
        self._copies = copies_bucket

    def link(self, made: JobFile) -> tuple[str, datetime]:
        url: str = self._client().generate_presigned_url(
            "get_object",
            Params={
                "Bucket": self._copies,
                "Key": made.key,
                "ResponseContentType": made.media_type,
                "ResponseContentDisposition": f"attachment; filename*=UTF-8''{quote(made.name)}",
            },
            ExpiresIn=LINK_SECONDS,
        )
        return url, datetime.now(UTC) + timedelta(seconds=LINK_SECONDS)

    def begin(self, job: str, name: str, media_type: str) -> tuple[str, Upload]:
        """-> (key, the upload); a job that is closed again writes over what it wrote."""
        key = f"{self._tenant}/{job}/{hashlib.sha256(name.encode()).hexdigest()[:16]}"
        return key, Upload(self._client(), self._copies, key, media_type)

    def open(self, key: str, object_version: str = "") -> Any:
        """The bytes of a content, chunk by chunk (``iter_chunks``)."""
        pinned = {"VersionId": object_version} if object_version else {}
        return self._client().get_object(Bucket=self._content, Key=key, **pinned)["Body"]

    def fetch(self, pieces: Sequence[Piece], folder: Path) -> list[Path]:
        """Bring the bytes of each piece to a file of its own, a few at a time."""
        from concurrent.futures import ThreadPoolExecutor

        client = self._client()  # made here: clients are shared by threads, not made by them

        def bring(numbered: tuple[int, Piece]) -> Path:
            place, piece = numbered
            path = folder / f"{place:06d}"
            pinned = {"VersionId": piece.object_version} if piece.object_version else {}
            body = client.get_object(Bucket=self._content, Key=piece.key, **pinned)["Body"]
            with path.open("wb") as file:
                for chunk in body.iter_chunks(CHUNK):
                    file.write(chunk)
            return path

        with ThreadPoolExecutor(HANDS) as hands:
            return list(hands.map(bring, enumerate(pieces)))
