"""Two who administer one user at once, and two who give one login (ACC-08, ACC-09, PRO-09)."""

import uuid
from collections import Counter
from collections.abc import Callable

from chalicelib.domain.errors import Conflict, Refused
from chalicelib.domain.identity import Grant
from tests.races.crowd import crowd, one_winner, together
from tests.world.scenarios.administration import (
    administrator,
    change_entry,
    create_entry,
    create_user,
    set_grants,
)
from tests.world.scenarios.spreadsheets import row_of
from tests.world.world import World


def test_of_many_who_change_one_user_s_permissions_exactly_one_does(world: World):
    one_winner(crowd(world, set_grants(world)), "user_changed", "process_changed")


def test_of_many_who_register_one_login_exactly_one_does(world: World):
    replies = crowd(world, create_user(world))
    assert sum(reply.status == 201 for reply in replies) == 1
    refused = {reply.json.get("errors", [{}])[0].get("code") for reply in replies if reply.status == 400}
    assert refused <= {"login_taken"}
    assert {reply.status for reply in replies} <= {201, 400, 409}


def test_of_many_who_change_one_entry_exactly_one_does(world: World):
    one_winner(crowd(world, change_entry(world)), "entry_changed", "process_changed")


def test_of_many_who_give_one_code_exactly_one_makes_the_entry(world: World):
    replies = crowd(world, create_entry(world))
    assert sum(reply.status == 201 for reply in replies) == 1
    assert {reply.status for reply in replies} <= {201, 400, 409}


def test_of_many_imports_of_one_row_exactly_one_writes_it(world: World):
    """The same sheet confirmed by many at once makes each user once (ACC-08)."""
    who, login = administrator(world), f"novo.{uuid.uuid4().hex[:10]}"
    given = {"name": "Nilo Novais", "agency": "pmu"}

    def tried(row: Callable[[], bool]) -> str:
        try:
            return "written" if row() else ""
        except (Conflict, Refused) as refusal:
            return refusal.code

    rows = [row_of(world, who, login, given, [Grant("gab", "basic")]) for _ in range(16)]
    said = Counter(together([lambda row=row: tried(row) for row in rows]))
    assert said["written"] == 1
    assert set(said) <= {"written", "nothing_changed", "process_changed"}
    user, _ = world.installed.place.identity.user(world.tenant, login)
    assert user is not None
    assert (user.revision, user.grants) == (1, (Grant("gab", "basic"),))
