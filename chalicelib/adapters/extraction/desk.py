"""The file on the function's disk, its pages read in confined processes, and what one step leaves for the next."""

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from botocore.exceptions import ClientError

from chalicelib.adapters.extraction.isolated import ReadingLimits, read_pages, recognize_page
from chalicelib.adapters.extraction.refusal import TextUnavailable
from chalicelib.application.extraction.ports import CannotRead
from chalicelib.domain.extraction import Extraction, PageText

_CHUNK = 1 << 20
_FOLDER = "extraction"


class ConfinedReader:
    """Implements ``extraction.ports.FileReader``: of the content store, never of the quarantine."""

    def __init__(self, client: Any, content_bucket: str) -> None:
        self._client = client
        self._bucket = content_bucket

    def pages(self, extraction: Extraction) -> list[PageText]:
        with self._brought(extraction) as path:
            # Reading is what a large file costs: a second more for each 32 MB.
            limits = ReadingLimits(seconds=60 + (extraction.size >> 25))
            try:
                return read_pages(path, extraction.media_type, limits)
            except TextUnavailable as trouble:
                raise CannotRead(trouble.reason) from trouble

    def recognize(
        self, extraction: Extraction, pages: Iterable[int]
    ) -> Iterator[tuple[int, PageText | None]]:
        with self._brought(extraction) as path:
            for number in pages:
                try:
                    yield number, recognize_page(path, extraction.media_type, number, ReadingLimits())
                except TextUnavailable:
                    yield number, None

    @contextmanager
    def _brought(self, extraction: Extraction) -> Iterator[Path]:
        with TemporaryDirectory() as folder:
            path = Path(folder) / "file"
            answer = self._client.get_object(Bucket=self._bucket, Key=extraction.key)
            with path.open("wb") as file:
                for chunk in answer["Body"].iter_chunks(_CHUNK):
                    file.write(chunk)
            yield path


class S3Scratch:
    """Implements ``extraction.ports.Scratch`` in the bucket that forgets, for one tenant."""

    def __init__(self, client: Any, bucket: str, tenant: str) -> None:
        self._client = client
        self._bucket = bucket
        self._tenant = tenant

    def leave(self, extraction: Extraction, step: str, pages: Mapping[int, PageText | None]) -> None:
        said = {
            number: page and [page.text, page.picture, page.drawn, page.confidence]
            for number, page in pages.items()
        }
        self._client.put_object(
            Bucket=self._bucket,
            Key=self._key(extraction, step),
            Body=json.dumps(said, ensure_ascii=False).encode(),
            ContentType="application/json",
        )

    def take(self, extraction: Extraction, step: str) -> Mapping[int, PageText | None] | None:
        try:
            answer = self._client.get_object(Bucket=self._bucket, Key=self._key(extraction, step))
        except ClientError as error:
            # Who may not list a bucket is told that what is absent is forbidden.
            if error.response["Error"]["Code"] in ("NoSuchKey", "AccessDenied", "404", "403"):
                return None
            raise
        said = json.loads(answer["Body"].read())
        return {int(number): PageText(*page) if page else None for number, page in said.items()}

    def _key(self, extraction: Extraction, step: str) -> str:
        return f"{self._tenant}/{_FOLDER}/{extraction.sha256}/{extraction.attempt}/{step}"
