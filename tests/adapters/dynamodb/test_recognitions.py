"""DOC-08, issue 6 §6: how far the OCR of a file is, told by workers that do not know of one another."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from chalicelib.adapters.dynamodb.recognitions import DynamoRecognitions
from chalicelib.domain.extraction import Recognition, begin

AT = datetime(2026, 3, 2, 12, tzinfo=UTC)
LATER = AT + timedelta(seconds=5)


@pytest.mark.usefixtures("connection")
def test_batches_add_up_and_telling_again_changes_nothing(tenant: str):
    told, scan = DynamoRecognitions(tenant), begin("d" * 64, "k", "application/pdf", 10, AT)
    assert told.of(scan) is None
    told.tell(scan, 0, 3)
    assert told.of(scan) is None, "nothing to compare it with"
    told.begin(scan, 10, LATER)
    told.tell(scan, 1, 2)
    told.tell(scan, 0, 8)
    told.tell(scan, 0, 8)
    assert told.of(scan) == Recognition(10, 10, LATER)
    assert told.of(replace(scan, attempt=2)) is None, "each attempt begins anew"
    assert DynamoRecognitions(f"{tenant}x").of(scan) is None
