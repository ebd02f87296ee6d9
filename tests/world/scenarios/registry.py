"""What a scenario is, and the list of all of them."""

from collections.abc import Callable
from dataclasses import dataclass

from tests.world.world import Ask, World

Arrange = Callable[[World], Ask]


@dataclass(frozen=True, slots=True)
class Scenario:
    """One use case in one situation.

    ``use_case``: its function below ``chalicelib.application``. ``arrange`` brings a fresh situation about and
    returns the request. ``entries``: history entries that one success adds, ``elsewhere`` in other
    processes. ``proves``: feature ids.
    """

    name: str
    use_case: str
    arrange: Arrange
    changes: bool
    entries: int
    proves: tuple[str, ...]
    elsewhere: int = 0


SCENARIOS: dict[str, Scenario] = {}


def writes(
    use_case: str, *proves: str, entries: int = 0, elsewhere: int = 0, name: str | None = None
) -> Callable[[Arrange], Arrange]:
    """Register the scenario of a use case that changes something."""
    return _register(use_case, proves, True, (entries, elsewhere), name)


def reads(use_case: str, *proves: str, name: str | None = None) -> Callable[[Arrange], Arrange]:
    """Register the scenario of a use case that only reads."""
    return _register(use_case, proves, False, (0, 0), name)


def _register(
    use_case: str, proves: tuple[str, ...], changes: bool, entries: tuple[int, int], name: str | None
) -> Callable[[Arrange], Arrange]:
    def register(arrange: Arrange) -> Arrange:
        called = name or arrange.__name__
        assert called not in SCENARIOS, f"two scenarios called {called}"
        SCENARIOS[called] = Scenario(called, use_case, arrange, changes, entries[0], proves, entries[1])
        return arrange

    return register
