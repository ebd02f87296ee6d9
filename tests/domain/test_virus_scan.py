"""DOC-08: what the antivirus says decides, and no word lets nothing through."""

import pytest

from chalicelib.domain.file_inspection import Verdict
from chalicelib.domain.virus_scan import Scan, ScannerUnavailable, ScanOutcome, judge

GOOD = Verdict(None, "application/pdf", 3)


@pytest.mark.parametrize("outcome", [ScanOutcome.CLEAN, ScanOutcome.OFF])
def test_clean_file_keeps_its_verdict(outcome):
    assert judge(GOOD, lambda: Scan(outcome)) == GOOD


def test_infected_file_is_refused():
    assert judge(GOOD, lambda: Scan(ScanOutcome.INFECTED, "Eicar")) == Verdict("infected", "application/pdf")


def test_file_waits_for_a_word_that_is_to_come():
    assert judge(GOOD, lambda: Scan(ScanOutcome.PENDING)) is None


def test_scanner_that_is_away_lets_nothing_through():
    with pytest.raises(ScannerUnavailable, match="recusou"):
        judge(GOOD, lambda: Scan(ScanOutcome.UNAVAILABLE, "recusou a conexão"))


def test_refused_file_is_not_scanned():
    def never():
        raise AssertionError("scanned")

    refused = Verdict("bomb", "application/pdf")
    assert judge(refused, never) == refused
