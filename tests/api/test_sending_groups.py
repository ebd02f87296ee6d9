"""The routes of sending groups, and a sending to one (CON-02, TRA-01)."""

from chalicelib.api import replies
from tests.world.builders import started
from tests.world.scenarios.sending_groups import grouping
from tests.world.world import Ask, World

from .test_processes import fits, get, problem


def test_groups_are_made_changed_used_and_deleted(world: World):
    made = fits(replies.SendingGroupSaved, world.done(grouping(world.ana, "Gabinete e pessoal")))
    path = f"/sending-groups/{made['id']}"
    seen = fits(replies.SendingGroups, get(world, "/sending-groups").json)["items"]
    (group,) = [each for each in seen if each["id"] == made["id"]]
    assert [unit["acronym"] for unit in group["units"]] == ["GAB", "SEMAD/RH"]
    assert all(unit["receives"] for unit in group["units"])
    order = {"units": [unit["id"] for unit in group["units"]]}
    process = started(world)
    world.done(Ask(world.ana, "POST", f"/processes/{process}/routings", order))
    assert world.check(process).open_units == {"gab", "semad-rh"}
    body = {"name": "Gabinete", "units": ["gab"]}
    problem(world.call(world.ana, "PUT", path, body), 400, "if_match_required")
    stale = world.call(world.ana, "PUT", path, body, If_Match='"7"')
    problem(stale, 409, "group_changed")
    changed = world.call(world.ana, "PUT", path, body, If_Match='"1"')
    assert fits(replies.SendingGroupSaved, changed.json)["revision"] == 2
    problem(world.call(world.marina, "DELETE", path, If_Match='"2"'), 404, "group_not_found")
    assert world.call(world.ana, "DELETE", path, If_Match='"2"').status == 204


def test_groups_of_the_institution_are_the_administrator_s_and_every_unit_sees_them(world: World):
    administrator = world.hire("bento.admin", "gab", "administrator")
    common = "/institutional-sending-groups"
    problem(world.send(grouping(world.ana, "Todas", common)), 403, "profile_required")
    made = world.done(grouping(administrator, "Todas as secretarias", common))
    for who in (world.ana, world.marina, administrator):
        seen = world.done(Ask(who, "GET", "/sending-groups"))["items"]
        assert [each["institutional"] for each in seen if each["id"] == made["id"]] == [True]
    gone = world.call(administrator, "DELETE", f"{common}/{made['id']}", If_Match='"1"')
    assert gone.status == 204
