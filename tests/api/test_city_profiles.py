"""Profiles that the city makes, over HTTP: they act and cease on the very next request (ACC-10, ACC-02, ACC-09)."""

from typing import Any

from chalicelib.application.jobs.acting import acting_in
from chalicelib.domain.identity import Grant
from chalicelib.domain.job import Job
from chalicelib.domain.organisation import Person as Named
from chalicelib.domain.organisation import UnitName
from tests.world.scenarios.administration import act_on, administrator, granting
from tests.world.scenarios.city_profiles import (
    PROFILES,
    READING,
    holder,
    made_profile,
    on_profile,
    profile_form,
)
from tests.world.world import Person, World

from .test_administration import act
from .test_processes import get, problem, started


def changed(world: World, code: str, revision: int, path: str = "", **values: Any) -> None:
    world.done(on_profile(world, code, revision, path, **values))


def test_profile_acts_and_ceases_on_the_next_request_of_who_holds_it(world: World):
    process = started(world)
    code = made_profile(world)
    who = holder(world, code)
    assert get(world, f"/processes/{process}", who).status == 200
    assert {"inbox.read", "unit.list"} <= set(get(world, "/me", who).json["actions"])
    problem(get(world, "/panel", who), 403, "profile_required")
    changed(world, code, 1, acts=[one for one in READING if one != "process.see"])
    problem(get(world, f"/processes/{process}", who), 404, "not_found")
    assert get(world, "/inbox", who).status == 200
    changed(world, code, 2, "/deactivation")
    problem(get(world, "/inbox", who), 403, "profile_required")
    assert "unit.list" not in get(world, "/me", who).json["actions"]
    changed(world, code, 3, "/reactivation")
    assert get(world, "/inbox", who).status == 200


def test_profile_is_told_by_its_name_where_permissions_are(world: World):
    name = "Leitura da portaria"
    code = made_profile(world, name=name)
    who = holder(world, code)
    powers = get(world, "/administration/powers", administrator(world)).json
    assert {"code": f"city.{code}", "name": name, "own": True, "active": True} in powers["profiles"]
    assert {"code": "basic", "name": "Básico", "own": False, "active": True} in powers["profiles"]
    including = {one["action"] for one in powers["items"] if f"city.{code}" in one["profiles"]}
    assert including == {*READING, "catalogue.read", "unit.list", "unit.list_users", "flow.list"}
    world.done(act_on(world, who.login, 0, "PUT", "/grants", {"grants": [{"unit": "gab", "profile": f"city.{code}"}]}))
    history = get(world, f"/administration/changes?table=users&code={who.login}", administrator(world)).json
    assert history["items"][0]["changes"][-1]["after"] == f"{name} em GAB"
    changed(world, code, 1, "/deactivation")
    powers = get(world, "/administration/powers", administrator(world)).json
    assert {"code": f"city.{code}", "name": name, "own": True, "active": False} in powers["profiles"]
    assert not any(f"city.{code}" in one["profiles"] for one in powers["items"])
    told = get(world, f"/administration/changes?table=profiles&code={code}", administrator(world)).json
    assert [one["kind"] for one in told["items"]] == ["deactivated", "created"]


def test_profile_out_of_use_is_given_to_nobody(world: World):
    code = made_profile(world)
    changed(world, code, 1, "/deactivation")
    who = world.hire("sem.perfil", "semad-rh", "basic")
    refused = world.send(granting(world, who.login, 0, {"unit": "gab", "profile": f"city.{code}"}))
    problem(refused, 400, "invalid_request")
    assert [(one["field"], one["code"]) for one in refused.json["errors"]] == [("grants.0.profile", "profile_unknown")]


def test_reserved_act_is_in_no_profile_and_only_the_administration_makes_one(world: World):
    body = {"code": "golpe", "values": profile_form([*READING, "user.grant"])}
    refused = world.call(administrator(world), "POST", PROFILES, body)
    problem(refused, 400, "invalid_request")
    assert refused.json["errors"][0]["field"] == "values.acts"
    problem(world.call(world.ana, "POST", PROFILES, {"code": "meu", "values": profile_form()}), 403, "profile_required")


def test_second_factor_may_be_required_of_a_profile_of_the_city(own_world: World):
    """ACC-02: the parameter names it as it names a stock one."""
    world = own_world
    code = made_profile(world)
    who, city = holder(world, code), world.installed.place.ports(world.tenant).tenant
    assert get(world, "/inbox", who).status == 200
    required = act(world, "tables/tenant", city, "", {"values": {"second_factor_profiles": [f"city.{code}"]}})
    assert required.status == 200, required.text
    problem(get(world, "/inbox", who), 403, "second_factor_required")
    assert get(world, "/inbox").status == 200


def test_job_is_done_with_what_the_profile_of_the_city_includes_by_then(world: World):
    """PRO-26: with the permissions of the day, as on a screen."""
    code = made_profile(world)
    who = holder(world, code)
    ports = world.installed.place.ports(world.tenant)
    user, _ = world.installed.place.identity.user(world.tenant, who.login)
    assert user is not None
    assert user.grants == (Grant("semad-rh", f"city.{code}"),)
    assert acting_in(ports, job_of(world, who)).acts >= set(READING)
    assert acting_in(ports, job_of(world, world.marina)).acts == frozenset()
    changed(world, code, 1, "/deactivation")
    assert acting_in(ports, job_of(world, who)).acts == frozenset()


def job_of(world: World, who: Person) -> Job:
    """One asked for by this person, in their unit."""
    named, unit = Named(who.login, who.login), UnitName(who.unit, who.unit)
    return Job("j", world.tenant, "k", "t", named, unit, 1, 1, world.installed.place.now())
