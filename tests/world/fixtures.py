"""Fixtures over ``tests.conftest``'s embedded AWS; suites import what they use into their ``conftest``."""

import uuid
from collections.abc import Iterator

import pytest

from tests.conftest import DataStack

from .installed import Installed, install
from .world import World

_worlds: dict[str, World] = {}


@pytest.fixture(scope="session")
def installed(data_stack: DataStack) -> Installed:
    """The application bound to the run's data stack."""
    return install(data_stack)


@pytest.fixture
def world(installed: Installed) -> World:
    """The run's shared city: every test works on processes of its own."""
    if "shared" not in _worlds:
        _worlds["shared"] = World(installed, installed.place.settings.tenant)
    return _worlds["shared"]


@pytest.fixture
def own_world(installed: Installed) -> World:
    """A city of the test's own, for what counts everything there is."""
    return World(installed, f"t{uuid.uuid4().hex[:12]}")


@pytest.fixture
def no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Retries do not sleep: what is proven is what they lead to, not how long they take."""
    monkeypatch.setattr("time.sleep", lambda _: None)


@pytest.fixture
def forgiven(installed: Installed) -> Iterator[None]:
    """Failed logins of a test do not lock the next one out: they all come from this machine."""
    yield
    installed.store.forget_attempts()
