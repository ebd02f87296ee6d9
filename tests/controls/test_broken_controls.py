"""Each control, broken on purpose, is noticed: the check of it fails (security.md §7.5; R1, R2, R7, A2, A5, A8, W1)."""

import contextlib
import threading
from collections.abc import Iterator

import pytest

from tests.world.world import World

from .breakages import BREAKAGES, Breakage
from .checks import CHECKS

pytestmark = pytest.mark.usefixtures("forgiven")


@contextlib.contextmanager
def noticed(name: str) -> Iterator[None]:
    """The block must fail by assertion, or by a gate that nobody else reaches."""
    try:
        yield
    except (AssertionError, threading.BrokenBarrierError):
        return
    pytest.fail(f"{name}: nobody noticed")


@pytest.mark.parametrize("check", CHECKS.values(), ids=lambda check: check.__name__)
def test_the_control_holds(world: World, check: object) -> None:
    assert callable(check)
    check(world)


@pytest.mark.parametrize("breakage", BREAKAGES, ids=lambda breakage: breakage.name)
def test_a_broken_control_is_noticed(
    world: World, breakage: Breakage, monkeypatch: pytest.MonkeyPatch
) -> None:
    breakage.broken(monkeypatch)
    with noticed(breakage.name):
        CHECKS[breakage.shows](world)


def test_every_check_has_its_breakage() -> None:
    assert {breakage.shows for breakage in BREAKAGES} == set(CHECKS)
