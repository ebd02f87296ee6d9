"""Large files sent to quarantine in parts, straight from the browser by presigned addresses (DOC-08)."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from botocore.exceptions import ClientError

from chalicelib.adapters.s3 import quarantine_key
from chalicelib.domain.upload import Upload

LINK_SECONDS = 3600


@contextmanager
def _over_already() -> Iterator[None]:
    """Two who end one sending: for the second there is none any more."""
    try:
        yield
    except ClientError as error:
        if error.response["Error"]["Code"] not in ("NoSuchUpload", "404"):
            raise


class S3Parts:
    """Implements ``application.uploads.ports.Parts`` for one tenant."""

    def __init__(self, client: Any, tenant: str, quarantine_bucket: str) -> None:
        self._client = client
        self._tenant = tenant
        self._bucket = quarantine_bucket

    def open(self, upload: Upload) -> str:
        place = {"Bucket": self._bucket, "Key": quarantine_key(self._tenant, upload.process, upload.id)}
        name: str = self._client.create_multipart_upload(**place, ContentType=upload.media_type)["UploadId"]
        return name

    def arrived(self, upload: Upload) -> Mapping[int, int] | None:
        try:
            return {part["PartNumber"]: part["Size"] for part in self._parts(upload)}
        except ClientError as error:
            if error.response["Error"]["Code"] in ("NoSuchUpload", "404"):
                return None
            raise

    def links(self, upload: Upload, numbers: Sequence[int]) -> Mapping[int, str]:
        return {
            number: self._client.generate_presigned_url(
                "upload_part",
                Params={**self._sending(upload), "PartNumber": number},
                ExpiresIn=LINK_SECONDS,
            )
            for number in numbers
        }

    def close(self, upload: Upload) -> None:
        with _over_already():
            named = [{"PartNumber": part["PartNumber"], "ETag": part["ETag"]} for part in self._parts(upload)]
            self._client.complete_multipart_upload(**self._sending(upload), MultipartUpload={"Parts": named})

    def drop(self, upload: Upload) -> None:
        with _over_already():
            self._client.abort_multipart_upload(**self._sending(upload))

    def _sending(self, upload: Upload) -> dict[str, str]:
        key = quarantine_key(self._tenant, upload.process, upload.id)
        return {"Bucket": self._bucket, "Key": key, "UploadId": upload.parts}

    def _parts(self, upload: Upload) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = []
        more: dict[str, Any] = {}
        while True:
            answer = self._client.list_parts(**self._sending(upload), **more)
            found += answer.get("Parts", [])
            if not answer.get("IsTruncated"):
                return found
            more = {"PartNumberMarker": answer["NextPartNumberMarker"]}
