"""Use cases of documents are tested in an office: types with templates, people with passwords."""

import pytest

from tests.application.documents.office import office
from tests.fakes.outside import Outside


@pytest.fixture
def outside(monkeypatch: pytest.MonkeyPatch) -> Outside:
    """An empty office; retries do not sleep."""
    monkeypatch.setattr("time.sleep", lambda _: None)
    return office()
