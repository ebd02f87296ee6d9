"""Two who administer one user at once, and two who give one login (ACC-08, ACC-09, PRO-09)."""

import uuid
from collections import Counter
from collections.abc import Callable

from chalicelib.domain.errors import Conflict, Refused
from chalicelib.domain.identity import Grant
from tests.races.crowd import FEWER, crowd, one_winner, together
from tests.world.scenarios.administration import (
    administrator,
    change_entry,
    copy_of,
    create_entry,
    create_user,
    granting,
    new_user,
    set_grants,
)
from tests.world.scenarios.city_profiles import change_profile, made_profile, on_profile
from tests.world.scenarios.spreadsheets import row_of
from tests.world.world import Ask, World


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


def test_permission_withdrawn_while_its_unit_is_copied_is_copied_to_nobody(world: World):
    """ACC-09: either the copy came first, and who withdraws is told that the person changed, or nothing is given."""
    for _ in range(FEWER):
        login, revision = new_user(world, {"unit": "semad-sst", "profile": "basic"})
        withdrawal = granting(world, login, revision, {"unit": "gab", "profile": "basic"})
        copies = [copy_of(world, login) for _ in range(4)]

        def tried(copy: Callable[[], bool]) -> str:
            try:
                return "copied" if copy() else ""
            except (Conflict, Refused) as refusal:
                return refusal.code

        withdrawn, *said = together(
            [lambda ask=withdrawal: world.send(ask).status, *(lambda each=each: tried(each) for each in copies)]
        )
        user, _ = world.installed.place.identity.user(world.tenant, login)
        assert user is not None
        if withdrawn == 200:
            assert (user.grants, set(said) <= {"not_copied", "process_changed"}) == ((Grant("gab", "basic"),), True)
        else:
            assert (withdrawn, said.count("copied")) == (409, 1)
            assert user.grants == (Grant("semad-sst", "basic"), Grant("pgm", "basic"))


def test_of_many_who_change_one_profile_of_the_city_exactly_one_does(world: World):
    """ACC-10."""
    one_winner(crowd(world, change_profile(world)), "entry_changed", "process_changed")


def test_profile_given_while_it_is_changed_or_put_out_of_use_gives_what_it_is_afterwards(world: World):
    """ACC-10: whichever came first, the person may do what the profile includes in the end, and nothing more."""
    for path, values, includes in (("", {"acts": ["panel.read"]}, True), ("/deactivation", {}, False)) * FEWER:
        code = made_profile(world, ["inbox.read"])
        login, revision = new_user(world)
        grant = granting(world, login, revision, {"unit": "semad-rh", "profile": f"city.{code}"})
        edit = on_profile(world, code, 1, path, **values)
        both = together([lambda ask=ask: world.send(ask) for ask in (edit, grant)])
        edited, given = (reply.status for reply in both)
        assert (edited, given in ((200,) if includes else (200, 400))) == (200, True)
        who = world.session(login, "semad-rh") if given == 200 else None
        acts = set(world.done(Ask(who, "GET", "/me"))["actions"]) if who else set()
        assert "inbox.read" not in acts
        assert ("panel.read" in acts) == (includes and given == 200)
