"""DOC-08: the word of GuardDuty is the tag it leaves on the object; without a good one nothing passes."""

import pytest

from chalicelib.adapters.antivirus.guardduty import TAG, GuardDutyTag
from chalicelib.domain.virus_scan import ScanOutcome
from chalicelib.events.quarantine import key_of


@pytest.fixture
def word(data_stack):
    store, bucket = data_stack.client("s3"), data_stack.outputs["QuarantineBucket"]
    store.put_object(Bucket=bucket, Key="tags/p1/u1", Body=b"x")

    def word_of(**tags: str):
        named = [{"Key": key, "Value": value} for key, value in tags.items()]
        store.put_object_tagging(Bucket=bucket, Key="tags/p1/u1", Tagging={"TagSet": named})
        return GuardDutyTag(store, bucket).scan("tags/p1/u1").outcome

    return word_of


@pytest.mark.parametrize(
    ("said", "outcome"),
    [
        ("NO_THREATS_FOUND", ScanOutcome.CLEAN),
        ("THREATS_FOUND", ScanOutcome.INFECTED),
        ("UNSUPPORTED", ScanOutcome.UNAVAILABLE),
        ("ACCESS_DENIED", ScanOutcome.UNAVAILABLE),
        ("FAILED", ScanOutcome.UNAVAILABLE),
        ("no_threats_found", ScanOutcome.UNAVAILABLE),
    ],
)
def test_tag_is_understood_to_the_letter(word, said, outcome):
    assert word(**{TAG: said}) is outcome


def test_object_not_scanned_yet_waits(word):
    assert word() is ScanOutcome.PENDING
    assert word(Other="NO_THREATS_FOUND") is ScanOutcome.PENDING


def test_both_events_name_the_object():
    scanned = {
        "source": "aws.guardduty",
        "detail": {"s3ObjectDetails": {"bucketName": "q", "objectKey": "t/p/u"}},
    }
    arrived = {"source": "aws.s3", "detail": {"bucket": {"name": "q"}, "object": {"key": "t/p/u"}}}
    assert key_of(scanned) == key_of(arrived) == "t/p/u"
