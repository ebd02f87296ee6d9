"""Contents in S3, content-addressed; uploads go straight from the browser to quarantine (DOC-08)."""

import base64
import hashlib
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import quote

from chalicelib.domain.upload import Upload
from chalicelib.domain.value import dataclass
from chalicelib.domain.version import Frozen

LINK_SECONDS = 60
POST_SECONDS = 300


@dataclass(frozen=True, slots=True)
class Lock:
    """How what was signed is locked: ``GOVERNANCE`` or ``COMPLIANCE``, for ``days``."""

    mode: str = "GOVERNANCE"
    days: int = 1


UNTIL_TOMORROW = Lock()


class S3Contents:
    """Implements ``application.ports.ContentStore`` for one tenant."""

    def __init__(
        self, client: Any, tenant: str, content_bucket: str, quarantine_bucket: str, lock: Lock = UNTIL_TOMORROW
    ) -> None:
        self._client = client
        self._tenant = tenant
        self._content = content_bucket
        self._quarantine = quarantine_bucket
        self._lock = lock

    def put(self, data: bytes, media_type: str) -> tuple[str, str]:
        """Store under the digest; -> (key, sha256 hex)."""
        digest = hashlib.sha256(data)
        key = f"{self._tenant}/{digest.hexdigest()}"
        self._client.put_object(
            Bucket=self._content,
            Key=key,
            Body=data,
            ContentType=media_type,
            ChecksumSHA256=base64.b64encode(digest.digest()).decode(),
        )
        return key, digest.hexdigest()

    def freeze(self, data: bytes, media_type: str) -> Frozen:
        """Store under the digest and lock that very version; each locking of the same bytes is a version of its own."""
        digest = hashlib.sha256(data)
        key = f"{self._tenant}/{digest.hexdigest()}"
        stored = self._client.put_object(
            Bucket=self._content,
            Key=key,
            Body=data,
            ContentType=media_type,
            ChecksumAlgorithm="SHA256",  # S3 refuses to lock what names no algorithm
            ChecksumSHA256=base64.b64encode(digest.digest()).decode(),
            ObjectLockMode=self._lock.mode,
            ObjectLockRetainUntilDate=datetime.now(UTC) + timedelta(days=self._lock.days),
        )
        return Frozen(key, digest.hexdigest(), stored["VersionId"])

    def get(self, key: str, object_version: str = "") -> bytes:
        pinned = {"VersionId": object_version} if object_version else {}
        body: bytes = self._client.get_object(Bucket=self._content, Key=key, **pinned)["Body"].read()
        return body

    def address(self, sha256: str) -> str:
        """The key of whatever has this digest."""
        return f"{self._tenant}/{sha256}"

    def admit(self, upload: Upload) -> str:
        """Copy an inspected upload to where its digest says; -> the key. Copying again changes nothing."""
        key = self.address(upload.sha256)
        self._client.copy_object(
            Bucket=self._content,
            Key=key,
            CopySource={
                "Bucket": self._quarantine,
                "Key": quarantine_key(self._tenant, upload.process, upload.id),
            },
            ContentType=upload.media_type,
            MetadataDirective="REPLACE",
        )
        return key

    def fetch(self, upload: Upload, path: Path) -> None:
        """Bring an upload from quarantine to a local file."""
        key = quarantine_key(self._tenant, upload.process, upload.id)
        answer = self._client.get_object(Bucket=self._quarantine, Key=key)
        with path.open("wb") as file:
            for chunk in answer["Body"].iter_chunks(1024 * 1024):
                file.write(chunk)

    def link(
        self, key: str, file_name: str, media_type: str, inline: bool, object_version: str = ""
    ) -> tuple[str, datetime]:
        """A link good for a minute, decided per request (security.md §5)."""
        how = "inline" if inline else "attachment"
        url: str = self._client.generate_presigned_url(
            "get_object",
            Params={
                "Bucket": self._content,
                "Key": key,
                **({"VersionId": object_version} if object_version else {}),
                "ResponseContentType": media_type,
                "ResponseContentDisposition": f"{how}; filename*=UTF-8''{quote(file_name)}",
            },
            ExpiresIn=LINK_SECONDS,
        )
        return url, datetime.now(UTC) + timedelta(seconds=LINK_SECONDS)

    def receive(self, upload: Upload) -> Mapping[str, Any]:
        """A presigned POST that admits exactly the declared size, type and checksum."""
        checksum = base64.b64encode(bytes.fromhex(upload.sha256)).decode()
        fixed = {
            "Content-Type": upload.media_type,
            "x-amz-checksum-algorithm": "SHA256",
            "x-amz-checksum-sha256": checksum,
        }
        conditions: list[Any] = [{name: value} for name, value in fixed.items()]
        conditions.append(["content-length-range", upload.size, upload.size])
        post: Mapping[str, Any] = self._client.generate_presigned_post(
            self._quarantine,
            quarantine_key(self._tenant, upload.process, upload.id),
            Fields=dict(fixed),
            Conditions=conditions,
            ExpiresIn=POST_SECONDS,
        )
        return post


def quarantine_key(tenant: str, process: str, upload: str) -> str:
    """Where an upload waits for inspection."""
    return f"{tenant}/{process}/{upload}"


def quarantined(key: str) -> tuple[str, str, str]:
    """(tenant, process, upload) of a key of the quarantine. Raises ValueError for any other key."""
    tenant, process, upload = key.split("/")
    return tenant, process, upload
