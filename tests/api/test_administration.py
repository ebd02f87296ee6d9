"""Users and permissions through the API, and that they act on the very next request (ACC-08, ACC-09)."""

import uuid
from typing import Any

from chalicelib.adapters.dynamodb import catalogues
from chalicelib.api import replies
from chalicelib.application.transaction import Operation
from tests.world.installed import load_tenant
from tests.world.scenarios.administration import (
    USERS,
    WHY,
    act_on,
    administrator,
    granting,
    new_user,
    user_form,
)
from tests.world.world import Ask, Person, World

from .test_processes import fits, get, problem

RH = {"unit": "semad-rh", "profile": "basic"}


def at_work(world: World, *grants: dict[str, Any]) -> tuple[str, int, Person]:
    """Somebody registered, with permissions and a live session."""
    login, revision = new_user(world, *grants)
    return login, revision, world.session(login, grants[0]["unit"])


def card(world: World, login: str) -> Any:
    return fits(replies.UserRecord, get(world, f"{USERS}/{login}", administrator(world)).json)


def test_user_is_registered_found_changed_and_all_of_it_is_told(world: World):
    who = administrator(world)
    name = f"Zulmira {uuid.uuid4().hex[:8]}"
    made = world.done(Ask(who, "POST", USERS, user_form(name=name, taxpayer="")))
    for text in (name, name.upper(), name[3:], made["id"]):
        page = fits(replies.UserPage, get(world, f"{USERS}?query={text.replace(' ', '%20')}", who).json)
        assert [one["id"] for one in page["items"]] == [made["id"]]
    form = user_form(name=name, social_name="Caio Souza")
    del form["login"]
    world.done(act_on(world, made["id"], 1, "PUT", "", form))
    assert card(world, made["id"])["social_name"] == "Caio Souza"
    told = get(world, f"/administration/changes?table=users&code={made['id']}", who).json
    newest, oldest = fits(replies.ChangePage, told)["items"]
    assert (newest["kind"], newest["by"]["id"], newest["unit"]) == ("changed", who.login, "GAB")
    assert newest["changes"] == [{"field": "Nome social", "before": "", "after": "Caio Souza"}]
    assert oldest["kind"] == "created"
    everything = fits(replies.ChangePage, get(world, "/administration/changes", who).json)["items"]
    assert everything[0] == newest


def test_one_cpf_is_of_one_user_and_finds_it(world: World):
    who = administrator(world)
    number = "39053344705"
    first = world.done(Ask(who, "POST", USERS, user_form(taxpayer=number)))
    again = world.send(Ask(who, "POST", USERS, user_form(taxpayer="390.533.447-05")))
    problem(again, 400, "invalid_request")
    assert [(one["field"], one["code"]) for one in again.json["errors"]] == [("taxpayer", "taxpayer_taken")]
    found = get(world, f"{USERS}?query=390.533.447-05", who).json["items"]
    assert [one["id"] for one in found] == [first["id"]]
    form = user_form()
    del form["login"]
    world.done(act_on(world, first["id"], 1, "PUT", "", form))
    world.done(Ask(who, "POST", USERS, user_form(taxpayer=number)))


def test_block_acts_on_the_very_next_request_and_takes_the_user_off_the_list(world: World):
    login, revision, person = at_work(world, RH)
    assert get(world, "/me", person).status == 200
    assert login in [one["id"] for one in get(world, "/units/semad-rh/users").json["items"]]
    made = world.done(act_on(world, login, revision, "POST", "/blocking", WHY))
    problem(get(world, "/me", person), 401, "session_expired")
    assert login not in [one["id"] for one in get(world, "/units/semad-rh/users").json["items"]]
    world.done(act_on(world, login, made["revision"], "POST", "/unblocking", WHY))
    problem(get(world, "/me", person), 401, "session_expired")
    assert login in [one["id"] for one in get(world, "/units/semad-rh/users").json["items"]]


def test_permissions_act_on_the_very_next_request(world: World):
    login, revision, person = at_work(world, RH)
    assert "process.start" in get(world, "/me", person).json["actions"]
    made = world.done(granting(world, login, revision, {**RH, "profile": "auditor"}))
    assert "process.start" not in get(world, "/me", person).json["actions"]
    made = world.done(granting(world, login, made["revision"], {**RH, "valid_until": "2020-01-01"}))
    problem(get(world, "/me", person), 401, "session_expired")
    world.done(granting(world, login, made["revision"], {"unit": "semad", "profile": "basic", "subunits": True}))
    units = [unit["id"] for unit in get(world, "/me", person).json["units"]]
    assert {"semad", "semad-rh", "semad-prot"} <= set(units)
    assert "gab" not in units


def test_two_who_administer_at_once_are_told(world: World):
    login, revision, _ = at_work(world, RH)
    world.done(granting(world, login, revision, {**RH, "profile": "archive"}))
    stale = world.send(granting(world, login, revision, {**RH, "profile": "protocol"}))
    problem(stale, 409, "user_changed")
    assert [one["profile"] for one in card(world, login)["grants"]] == ["archive"]


def test_who_administers_does_not_shut_themselves_out(world: World):
    who = administrator(world)
    seen = card(world, who.login)["revision"]
    problem(world.send(act_on(world, who.login, seen, "POST", "/blocking", WHY)), 409, "own_powers")
    problem(world.send(granting(world, who.login, seen, {"unit": "gab", "profile": "basic"})), 409, "own_powers")


def test_what_the_administration_changed_is_what_every_container_answers_by(world: World):
    """A container that kept the catalogues reads them anew once another one has changed them."""
    assert get(world, "/me").status == 200
    kept = dict(catalogues._kept)
    assert any(place == (world.tenant, "units") for place in kept)
    work = world.installed.place.ports(world.tenant).begin
    other = work(Operation("x", uuid.uuid4().hex, "d"))
    other.load()
    other.renew_catalogues()
    other.commit({})
    before = catalogues._kept[(world.tenant, "units")]
    assert get(world, "/me").status == 200
    assert catalogues._kept[(world.tenant, "units")] is not before


def test_who_may_do_what_is_the_policy_s_own_table(world: World):
    powers = fits(replies.Powers, get(world, "/administration/powers", administrator(world)).json)
    held = {one["action"]: one["profiles"] for one in powers["items"]}
    assert held["user.keep"] == ["administrator"]
    assert held["document.sign"] == ["basic", "protocol"]
    assert "session.read" not in held
    problem(get(world, "/administration/powers"), 403, "profile_required")


# The catalogues: ACC-05 to ACC-07, ACC-15, ACC-16, PRO-04, PRO-09


def table(world: World, name: str) -> Any:
    path = f"/administration/tables/{name}/entries"
    return fits(replies.Table, get(world, path, administrator(world)).json)


def act(world: World, where: str, code: str, path: str, body: Any = None) -> Any:
    """An act on an entry, seen as it is now."""
    name = where.rpartition("/")[2]
    (entry,) = [one for one in table(world, name)["items"] if one["code"] == code]
    headers = {"If_Match": f'"{entry["revision"]}"'}
    method = "POST" if path else "PUT"
    address = f"/administration/{where}/entries/{code}{path}"
    return world.call(administrator(world), method, address, body, **headers)


def offered(world: World, name: str) -> list[str]:
    return [one["code"] for one in get(world, f"/catalogues/{name}").json["items"]]


def make_unit(world: World, **fields: Any) -> str:
    code = f"nova-{uuid.uuid4().hex[:8]}"
    values = {"acronym": code.upper(), "name": "Unidade nova", "agency": "pmu", "sei_code": "09001", **fields}
    body = {"code": code, "values": {"can_receive": True, **values}}
    world.done(Ask(administrator(world), "POST", "/administration/organisation/units/entries", body))
    return code


def test_every_table_is_read_with_its_fields(own_world: World):
    names = fits(replies.TableNames, get(own_world, "/administration/tables", administrator(own_world)).json)
    for one in names["items"]:
        found = table(own_world, one["name"])
        assert found["items"], one["name"]
        assert found["fields"]


def test_process_type_is_made_offered_put_out_of_use_and_brought_back(own_world: World):
    world = own_world
    values = {"name": "Tapa-buraco", "allowed_levels": ["public"], "suggested_level": "public"}
    where = "/administration/tables/process-types/entries"
    made = Ask(administrator(world), "POST", where, {"code": "tapa-buraco", "values": values})
    world.done(made)
    problem(world.send(made), 400, "invalid_request")
    assert "tapa-buraco" in offered(world, "process-types")
    started = {"type": "tapa-buraco", "specification": "", "subjects": ["01.01.01"], "interested_parties": [],
               "access_level": "public", "remark": ""}  # fmt: skip
    process = world.done(Ask(world.ana, "POST", "/processes", started))["id"]
    assert act(world, "tables/process-types", "tapa-buraco", "/deactivation").status == 200
    assert "tapa-buraco" not in offered(world, "process-types")
    problem(world.send(Ask(world.ana, "POST", "/processes", started)), 409, "type_not_for_unit")
    assert "Tapa-buraco" in get(world, f"/processes/{process}").text
    assert act(world, "tables/process-types", "tapa-buraco", "/reactivation").status == 200
    assert "tapa-buraco" in offered(world, "process-types")
    told = get(world, "/administration/changes?table=process-types&code=tapa-buraco", administrator(world)).json
    assert [one["kind"] for one in told["items"]] == ["reactivated", "deactivated", "created"]


def test_unit_gains_and_loses_being_of_protocol_on_the_very_next_request(own_world: World):
    world = own_world
    code = make_unit(world)
    person = world.hire("paula.nova", code, "protocol")
    assert get(world, "/me", person).json["unit"]["protocol"] is False
    for value in (True, False):
        changed = act(world, "organisation/units", code, "", {"values": {"protocol": value}})
        assert changed.status == 200, changed.text
        assert get(world, "/me", person).json["unit"]["protocol"] is value


def test_unit_in_use_is_not_put_out_of_use_and_one_that_is_lets_nobody_in(own_world: World):
    world = own_world
    code = make_unit(world, parent="gab")
    below = make_unit(world, parent=code)
    problem(act(world, "organisation/units", code, "/deactivation"), 409, "unit_in_use")
    circle = act(world, "organisation/units", code, "", {"values": {"parent": below}})
    assert [one["code"] for one in circle.json["errors"]] == ["circle"]
    person = world.hire("rui.novo", below, "basic")
    problem(act(world, "organisation/units", below, "/deactivation"), 409, "unit_in_use")
    seen = card(world, "rui.novo")["revision"]
    world.done(granting(world, "rui.novo", seen, {"unit": "gab", "profile": "basic"}))
    assert act(world, "organisation/units", below, "/deactivation").status == 200
    assert [unit["id"] for unit in get(world, "/me", person).json["units"]] == ["gab"]
    moved = world.call(person, "PUT", "/me/unit", {"unit": below})
    problem(moved, 403, "unit_not_granted")


def test_units_are_kept_by_who_keeps_units_and_parameters_are_not_put_away(own_world: World):
    world = own_world
    problem(world.send(Ask(world.ana, "POST", "/administration/organisation/units/entries",
                           {"code": "x", "values": {}})), 403, "profile_required")  # fmt: skip
    city = world.installed.place.ports(world.tenant).tenant
    problem(act(world, "tables/tenant", city, "/deactivation"), 409, "table_is_fixed")
    changed = act(world, "tables/tenant", city, "", {"values": {"documents_per_folder": 30}})
    assert changed.status == 200, changed.text
    assert get(world, "/me").json["documents_per_folder"] == 30
    new = {"code": "outra", "values": {"name": "Outra"}}
    fixed = world.call(administrator(world), "POST", "/administration/tables/mail-templates/entries", new)
    problem(fixed, 409, "table_is_fixed")


def test_loading_the_city_again_keeps_what_the_administration_changed(own_world: World):
    world = own_world
    assert act(world, "tables/priorities", "idoso-80", "", {"values": {"law": "Outra lei"}}).status == 200
    load_tenant(world.installed, world.tenant)
    (entry,) = [one for one in table(world, "priorities")["items"] if one["code"] == "idoso-80"]
    assert entry["values"]["law"] == "Outra lei"
