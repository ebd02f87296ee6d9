"""The permissions of a unit copied to another, over HTTP: told, then written, and never twice (ACC-09)."""

from typing import Any

from chalicelib.api import replies
from tests.world.jobs import worked
from tests.world.scenarios.administration import administrator, copying
from tests.world.world import Ask, World

from .test_processes import fits, problem

SOURCE, TARGET = "gab-cer", "semad-prot"


def report(world: World, target: str = TARGET) -> dict[str, Any]:
    told = fits(replies.UnitGrantsReport, world.done(copying(world, SOURCE, target, "/check")))
    return {one["id"]: (one["state"], one["grants"]) for one in told["people"]} | {"ready": told["ready"]}


def units_of(world: World, login: str) -> list[str]:
    user = world.done(Ask(administrator(world), "GET", f"/administration/users/{login}"))
    return sorted(one["unit"] for one in user["grants"])


def test_copy_is_told_person_by_person_written_once_and_then_nothing_is_left(own_world: World):
    for login in ("iris.cerimonial", "igor.cerimonial"):
        own_world.hire(login, SOURCE, "basic", "protocol")
    both = ["Básico em SEMAD/PROT", "Protocolo em SEMAD/PROT"]
    told = report(own_world)
    assert told["iris.cerimonial"] == told["igor.cerimonial"] == ("new", both)
    assert units_of(own_world, "iris.cerimonial") == [SOURCE, SOURCE], "a report writes nothing"
    job = own_world.done(copying(own_world, SOURCE, TARGET))["job"]
    worked(own_world, administrator(own_world), job)
    items = own_world.done(Ask(administrator(own_world), "GET", f"/jobs/{job}"))["items"]
    assert {item["state"] for item in items} == {"done"}
    for login in ("iris.cerimonial", "igor.cerimonial"):
        assert units_of(own_world, login) == [SOURCE, SOURCE, TARGET, TARGET]
        assert report(own_world)[login] == ("same", [])
    again = own_world.send(copying(own_world, SOURCE, TARGET))
    assert (again.status, again.json["errors"][0]["code"]) == (400, "nothing_to_do")
    path = "/administration/changes?table=users&code=iris.cerimonial"
    (change,) = own_world.done(Ask(administrator(own_world), "GET", path))["items"]
    assert sorted(one["after"] for one in change["changes"]) == both


def test_who_got_the_same_between_order_and_writing_is_left_as_they_are(own_world: World):
    own_world.hire("iris.cerimonial", SOURCE, "basic")
    job = own_world.done(copying(own_world, SOURCE, TARGET))["job"]
    chief = administrator(own_world)
    user = own_world.done(Ask(chief, "GET", "/administration/users/iris.cerimonial"))
    given = [{"unit": SOURCE, "profile": "basic"}, {"unit": TARGET, "profile": "basic"}]
    seen = {"If_Match": f'"{user["revision"]}"'}
    own_world.done(Ask(chief, "PUT", "/administration/users/iris.cerimonial/grants", {"grants": given}, headers=seen))
    worked(own_world, chief, job)
    items = {one["label"]: one for one in own_world.done(Ask(chief, "GET", f"/jobs/{job}"))["items"]}
    assert items["Iris.Cerimonial"]["code"] == "nothing_changed"
    assert units_of(own_world, "iris.cerimonial") == [SOURCE, TARGET], "nothing is given twice"


def test_wrong_units_are_told_and_only_who_gives_permissions_copies_them(world: World):
    refused = world.send(copying(world, "nenhuma", "nenhuma"))
    problem(refused, 400, "invalid_request")
    assert [error["field"] for error in refused.json["errors"]] == ["source", "target"]
    reader = world.hire("otto.auditor", "gab", "auditor")
    for path in ("/check", ""):
        problem(world.send(copying(world, SOURCE, TARGET, path).by(reader)), 403, "profile_required")
