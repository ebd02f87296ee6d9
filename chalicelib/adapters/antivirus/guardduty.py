"""GuardDuty Malware Protection for S3: it scans what arrives in the bucket and tags the object with what it found.

The tag is what is believed, not the event that announces it: only GuardDuty's role may write it (docs/operations.md).
"""

from typing import Any

from chalicelib.domain.virus_scan import Scan, ScanOutcome

TAG = "GuardDutyMalwareScanStatus"
_WORDS = {"NO_THREATS_FOUND": ScanOutcome.CLEAN, "THREATS_FOUND": ScanOutcome.INFECTED}


class GuardDutyTag:
    """The word about one object of the quarantine."""

    def __init__(self, client: Any, bucket: str) -> None:
        self._client = client
        self._bucket = bucket

    def scan(self, key: str) -> Scan:
        """``pending`` until the tag is there; ``unavailable`` for a scan that failed or could not be made."""
        answer = self._client.get_object_tagging(Bucket=self._bucket, Key=key)
        words = [tag["Value"] for tag in answer["TagSet"] if tag["Key"] == TAG]
        if not words:
            return Scan(ScanOutcome.PENDING)
        return Scan(_WORDS.get(words[0], ScanOutcome.UNAVAILABLE), f"GuardDuty: {words[0]}")
