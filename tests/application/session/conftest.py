"""Use cases of documents are tested in an office, people with passwords; and a gate to come in by another's word."""

from collections.abc import Iterator

import pytest

from chalicelib.adapters import oidc
from tests.application.documents.office import office
from tests.fakes.outside import Outside
from tests.pki.oidc import Provider, provider

from .gate import Gate


@pytest.fixture
def outside(monkeypatch: pytest.MonkeyPatch) -> Outside:
    """An empty office; retries do not sleep."""
    monkeypatch.setattr("time.sleep", lambda _: None)
    return office()


@pytest.fixture(scope="module")
def at_work() -> Iterator[Provider]:
    with provider() as found:
        yield found


@pytest.fixture
def gate(outside: Outside, at_work: Provider, monkeypatch: pytest.MonkeyPatch) -> Gate:
    at_work.reset()
    oidc.forget()
    return Gate(outside, at_work, monkeypatch)
