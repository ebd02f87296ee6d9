"""The embedded AWS of the whole run, with the demonstration city in it."""

from collections.abc import Callable
from concurrent.futures import Future
from typing import Any

import pytest

from chalicelib.adapters.dynamodb import audit
from tests.world.fixtures import forgiven, installed, no_waiting, own_world, world

__all__ = ["forgiven", "installed", "no_waiting", "own_world", "world"]


class AtOnce:
    """Stands for the threads that record readings: what they call is counted with the rest."""

    def submit(self, act: Callable[..., Any], **how: Any) -> "Future[Any]":
        done: Future[Any] = Future()
        done.set_result(act(**how))
        return done


@pytest.fixture(autouse=True)
def readings_recorded_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(audit, "_writers", AtOnce())
