"""The published files of the public ledger: a bucket where whatever is written stays as it is (S3 Object Lock)."""

from collections.abc import Callable
from typing import Any

from botocore.exceptions import ClientError

#: What everybody asks the site for begins so too (``infra/web.yaml``).
FOLDER = "registro"
IMMUTABLE = "public, max-age=31536000, immutable"
TEXT, BYTES = "text/plain; charset=utf-8", "application/octet-stream"
#: Somebody's file is there, or is being written now.
TAKEN = ("PreconditionFailed", "ConditionalRequestConflict", "412", "409")
ABSENT = ("NoSuchKey", "404")


class LedgerFiles:
    """The files of one tenant's ledgers."""

    def __init__(self, client: Callable[[], Any], bucket: str, tenant: str) -> None:
        self._client, self._bucket, self._tenant = client, bucket, tenant

    def read(self, agency: str, path: str) -> bytes:
        """Raises KeyError when there is no such file."""
        try:
            found = self._client().get_object(Bucket=self._bucket, Key=self._key(agency, path))
        except ClientError as error:
            if error.response["Error"]["Code"] in ABSENT:
                raise KeyError(path) from error
            raise
        body: bytes = found["Body"].read()
        return body

    def create(self, agency: str, path: str, data: bytes) -> bytes:
        """Write what is not there yet; -> what is there."""
        try:
            self._client().put_object(
                Bucket=self._bucket,
                Key=self._key(agency, path),
                Body=data,
                IfNoneMatch="*",
                ContentType=BYTES if path.startswith("tile/") else TEXT,
                CacheControl=IMMUTABLE,
                ChecksumAlgorithm="SHA256",  # S3 refuses to lock what names no algorithm
            )
        except ClientError as error:
            if error.response["Error"]["Code"] not in TAKEN:
                raise
            return self.read(agency, path)
        return data

    def replace(self, agency: str, path: str, data: bytes) -> None:
        """The one file that changes, from version to version, each of them locked."""
        try:
            if self.read(agency, path) == data:
                return
        except KeyError:
            pass
        self._client().put_object(
            Bucket=self._bucket,
            Key=self._key(agency, path),
            Body=data,
            ContentType=TEXT,
            CacheControl="no-cache",
            ChecksumAlgorithm="SHA256",
        )

    def _key(self, agency: str, path: str) -> str:
        return f"{FOLDER}/{self._tenant}/{agency}/{path}"
