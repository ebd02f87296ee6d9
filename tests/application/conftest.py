"""Use cases are tested against the tables in memory."""

import pytest

from tests.fakes.outside import Outside


@pytest.fixture
def outside(monkeypatch: pytest.MonkeyPatch) -> Outside:
    """An empty city; retries do not sleep."""
    monkeypatch.setattr("time.sleep", lambda _: None)
    return Outside()
