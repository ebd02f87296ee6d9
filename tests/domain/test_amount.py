"""Sums of money of documents (DOC-01, DOC-02)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.domain.amount import read_amount, shown_amount, written_amount


def test_amount_is_shown_as_it_is_read_here():
    assert [shown_amount(each) for each in (0, 7, 123450, 100000000)] == [
        "R$ 0,00",
        "R$ 0,07",
        "R$ 1.234,50",
        "R$ 1.000.000,00",
    ]


@given(st.integers(0, 10**14 - 1))
def test_amount_written_is_read_as_it_was(amount: int):
    assert read_amount(written_amount(amount)) == amount


@pytest.mark.parametrize("written", ["", "1", "1.5", "1,50", "-1.00", "1e3", "1.234.50", "1234567890123.00", "１.00"])
def test_what_is_no_amount_is_refused(written: str):
    with pytest.raises(ValueError):
        read_amount(written)
