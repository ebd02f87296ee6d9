"""Nobody learns from how long an answer takes who exists: the same calls, as large, and as many passwords proved for
somebody as for nobody (ACC-01, issue 5; ``python -m benchmarks.doors`` measures the time itself).
"""

import json
import uuid
from collections.abc import Callable

import pytest
from argon2 import PasswordHasher

from tests.world.fixtures import forgiven  # noqa: F401
from tests.world.scenarios.password_links import asking
from tests.world.scenarios.second_factor import newcomer
from tests.world.wire import AwsCall, Tap, tapped
from tests.world.world import NOBODY, Ask, World

pytestmark = pytest.mark.usefixtures("forgiven")


def wrong_password(login: str) -> Ask:
    return Ask(NOBODY, "POST", "/sessions", {"login": login, "password": "palpite errado"})


def nobodys() -> str:
    """As long as the login of a newcomer."""
    return f"nova.{uuid.uuid4().hex[:8]}"


class Counting:
    """The hasher of passwords, by far the dearest thing done, and how often it worked."""

    def __init__(self, hasher: PasswordHasher) -> None:
        self._hasher = hasher
        self.worked: list[str] = []

    def verify(self, hashed: str, password: str) -> bool:
        self.worked.append("verify")
        return self._hasher.verify(hashed, password)

    def hash(self, password: str) -> str:
        self.worked.append("hash")
        return self._hasher.hash(password)


def weight(calls: list[AwsCall]) -> int:
    """Bytes that leave."""
    return sum(len(json.dumps(call.request, default=str)) for call in calls)


@pytest.mark.parametrize(("door", "status", "proved"), [(wrong_password, 401, 1), (asking, 202, 0)])
def test_as_much_is_done_for_nobody_as_for_somebody(
    world: World, monkeypatch: pytest.MonkeyPatch, door: Callable[[str], Ask], status: int, proved: int
):
    counted = Counting(world.installed.place.passwords._hasher)
    monkeypatch.setattr(world.installed.place.passwords, "_hasher", counted)
    # What is made once by each container, the hash that a stranger's password is compared with, is made by now.
    world.send(door(nobodys()))
    done = []
    for login in (newcomer(world).login, nobodys()):
        counted.worked.clear()
        with tapped(Tap()) as tap:
            assert world.send(door(login)).status == status
        assert counted.worked == ["verify"] * proved
        done.append(tap.calls)
    somebody, nobody = done
    assert [call.label for call in somebody] == [call.label for call in nobody]
    assert abs(weight(somebody) - weight(nobody)) < 0.1 * weight(somebody)
