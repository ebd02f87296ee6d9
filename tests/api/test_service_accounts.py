"""A system at the door: what its key opens, from where, for how long, and what never (ACC-09, INT-01)."""

import secrets
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chalicelib.adapters.dynamodb import keys
from chalicelib.api.authentication import COOKIE
from chalicelib.api.service_authentication import make_key_token
from chalicelib.domain.service_account import key_digest
from tests.docs.service_example import command
from tests.world.builders import RESTRICTED, process_form, started
from tests.world.confidential import SECRET
from tests.world.fixtures import forgiven  # noqa: F401
from tests.world.scenarios.service_accounts import (
    SERVICES,
    WHY,
    administrator,
    expiry,
    making_key,
    new_service,
    on_service,
    read,
    service_form,
    system,
)
from tests.world.world import NOBODY, Ask, Person, Reply, World

pytestmark = pytest.mark.usefixtures("forgiven")
BODY = process_form()


def knock(world: World, key: str, path: str = "/inbox", scheme: str = "Bearer", **headers: str) -> Reply:
    return world.call(NOBODY, "GET", path, Authorization=f"{scheme} {key}", **headers)


def without_operation(reply: Reply) -> dict[str, Any]:
    return {name: value for name, value in reply.json.items() if name != "operation"}


def test_a_key_is_shown_once_and_kept_only_hashed(world: World):
    code, key = new_service(world), secrets.token_hex(16)
    ask = making_key(world, code)
    made = world.send(ask, key).json
    secret = made["key"].partition(".")[2]
    assert len(secret) == 64
    shown = read(world, code)
    assert [key["id"] for key in shown["keys"]] == [made["id"]]
    asked = keys.operation(world.tenant, ask.who.login, key)[0]
    kept = [world.store.partition(place) for place in (keys.service_accounts(world.tenant), asked)]
    assert all(kept)
    assert secret not in str([shown, kept])
    assert key_digest(secret) in str(kept[0])
    told = f"/administration/changes?table=service-accounts&code={code}"
    changes = world.done(Ask(administrator(world), "GET", told))
    assert secret not in str(changes)
    assert [line["kind"] for line in changes["items"]] == ["changed", "created"]


def test_the_same_request_for_a_key_repeated_answers_the_same_key(world: World):
    code = new_service(world)
    ask, key = making_key(world, code), secrets.token_hex(16)
    first, again = world.send(ask, key), world.send(ask, key)
    assert (first.status, first.json) == (again.status, again.json)
    other = world.send(Ask(ask.who, ask.method, ask.path, {**ask.body, "seed": secrets.token_urlsafe(32)}), key)
    assert (other.status, other.json["code"]) == (409, "idempotency_key_reused")
    assert len(read(world, code)["keys"]) == 1


def test_what_a_system_does_is_in_the_history_under_its_name(world: World):
    who = system(world)
    process = world.done(Ask(who, "POST", "/processes", BODY))["id"]
    entry = world.history(process)[0]
    assert (entry.user.id, entry.user.name) == (who.login, "Portal do Cidadão")
    seen = world.done(Ask(world.ana, "GET", f"/processes/{process}/history"))
    assert seen["items"][-1]["user"]["name"] == "Portal do Cidadão"


def test_the_idempotency_key_works_as_for_people(world: World):
    who, key = system(world), secrets.token_hex(16)
    first, again = (world.send(Ask(who, "POST", "/processes", BODY), key) for _ in range(2))
    assert first.status == 201
    assert (first.status, first.json) == (again.status, again.json)
    unnamed = world.raw("POST", "/processes", {"Authorization": f"Bearer {who.token}"}, b"{}")
    assert unnamed.json["code"] == "idempotency_key_required"


def test_unknown_system_unknown_key_and_wrong_secret_answer_alike(world: World):
    who = system(world)
    named, _, secret = who.token.partition(".")
    revoked = system(world)
    code, key = revoked.login.removeprefix("SISTEMA."), read(world, revoked.login.removeprefix("SISTEMA."))["keys"][0]
    world.done(Ask(administrator(world), "DELETE", f"{SERVICES}/{code}/keys/{key['id']}"))
    stranger = secrets.token_hex(32)
    replies = [
        knock(world, f"{named}.{stranger}"),
        knock(world, f"{named}."),
        knock(world, f"iperoig_{'bm9ib2R5L25vYm9keS9ub2JvZHk'}.{secret}"),
        knock(world, f"iperoig_{secret}"),
        knock(world, revoked.token),
    ]
    assert {reply.status for reply in replies} == {401}
    assert all(without_operation(reply) == without_operation(replies[0]) for reply in replies)
    assert replies[0].json["code"] == "key_refused"


def test_wrong_keys_are_slowed_down_as_wrong_passwords_are(world: World):
    who = system(world)
    named = who.token.partition(".")[0]
    said = [knock(world, f"{named}.{secrets.token_hex(32)}").status for _ in range(8)]
    assert said == [401] * 5 + [429] * 3
    assert knock(world, who.token).status == 429
    with world.clock.moved(timedelta(seconds=16)):
        assert knock(world, who.token).status == 200


def test_an_account_deactivated_or_over_and_a_key_over_open_nothing(world: World):
    who = system(world)
    code = who.login.removeprefix("SISTEMA.")
    assert knock(world, who.token).status == 200
    world.done(on_service(world, "/deactivation", body=WHY, code=code))
    assert knock(world, who.token).json["code"] == "service_access_inactive"
    world.done(on_service(world, "/reactivation", body=WHY, code=code))
    assert knock(world, who.token).status == 200
    with world.clock.moved(timedelta(days=91)):
        assert knock(world, who.token).json["code"] == "service_key_expired"
    ending = {**service_form(valid_until=expiry(world, 0))}
    del ending["code"]
    world.done(on_service(world, "", "PUT", ending, code))
    assert knock(world, who.token).status == 200
    with world.clock.moved(timedelta(days=1)):
        assert knock(world, who.token).json["code"] == "service_account_expired"


def test_two_keys_live_at_once_for_rotation_and_no_third(world: World):
    code = new_service(world)
    old, new = (world.done(making_key(world, code, days))["key"] for days in (1, 90))
    third = world.send(making_key(world, code))
    assert (third.status, third.json["code"]) == (409, "two_keys_live")
    assert [knock(world, key).status for key in (old, new)] == [200, 200]
    with world.clock.moved(timedelta(days=3)):
        assert [knock(world, key).status for key in (old, new)] == [401, 200]


def test_a_key_opens_from_its_networks_only(world: World):
    """The tests come from 127.0.0.1, in version 4 and mapped into version 6."""
    here = system(world, networks=["127.0.0.0/8", "::1/128"])
    away = system(world, networks=["200.145.0.0/16", "2801:80::/28"])
    assert knock(world, here.token).status == 200
    refused = knock(world, away.token)
    assert (refused.status, refused.json["code"]) == (403, "network_not_in_scope")


def test_a_system_of_many_units_says_from_which_it_acts(world: World):
    who = system(world, units=["semad-prot", "semad-rh"])
    assert knock(world, who.token).json["code"] == "unit_required"
    assert knock(world, who.token, X_Unit="semad-rh").status == 200
    assert knock(world, who.token, X_Unit="gab").json["code"] == "unit_not_in_scope"


def test_an_operation_or_a_type_outside_of_the_scope_is_refused(world: World):
    kind = BODY["type"]
    who = system(world, operations=["process.start", "inbox.read"], process_types=[kind])
    process = world.done(Ask(who, "POST", "/processes", BODY))["id"]
    assert world.send(Ask(who, "GET", f"/processes/{process}")).json["code"] == "operation_not_in_scope"
    other = next(one for one in world.installed.place.ports(world.tenant).catalogues.process_types() if one != kind)
    narrow = system(world, operations=["process.start", "process.see", "inbox.read"], process_types=[other])
    assert world.send(Ask(narrow, "POST", "/processes", BODY)).json["code"] == "process_type_not_in_scope"
    absent = world.send(Ask(narrow, "GET", f"/processes/{'a' * 26}"))
    hidden = world.send(Ask(narrow, "GET", f"/processes/{process}"))
    assert (hidden.status, without_operation(hidden)) == (404, without_operation(absent))
    listed = world.done(Ask(narrow, "GET", "/inbox"))
    assert {row["type"]["code"] for row in listed["items"]} <= {other}
    assert set(listed["counters"].values()) <= {0}


@pytest.mark.parametrize("path", ["/me", "/me/sessions", "/administration/users", "/confidential", "/jobs", "/panel"])
def test_a_system_has_no_session_administers_nothing_and_sees_nothing_confidential(world: World, path: str):
    who = system(world, operations=["inbox.read", "process.see"])
    assert world.send(Ask(who, "GET", path)).json["code"] in ("operation_not_in_scope", "profile_required")


@pytest.mark.parametrize("act", ["document.sign", "confidential.open", "user.keep", "audit.read", "session.read"])
def test_what_only_people_do_can_be_given_to_no_system(world: World, act: str):
    reply = world.send(Ask(administrator(world), "POST", SERVICES, service_form(operations=["inbox.read", act])))
    assert (reply.status, reply.json["errors"][0]["field"]) == (400, "operations.1")


def test_a_system_starts_nothing_confidential(world: World):
    assert world.send(Ask(world.ana, "POST", "/processes", process_form(**SECRET))).status == 201
    reply = world.send(Ask(system(world), "POST", "/processes", process_form(**SECRET)))
    assert (reply.status, reply.json["code"]) == (403, "person_required")


@pytest.mark.parametrize("sent", ["Bearer x", "Basic YTpi", "Bearer", "bearer ", "", "iperoig_", "Token abc"])
def test_a_cookie_is_ignored_when_the_other_header_is_sent(world: World, sent: str):
    headers = {"Cookie": f"{COOKIE}={world.ana.token}"}
    assert world.raw("GET", "/me", headers, b"").status == 200
    assert world.raw("GET", "/me", {**headers, "Authorization": sent}, b"").status == 401


def test_the_day_a_key_was_last_used_is_told(world: World):
    who = system(world)
    code = who.login.removeprefix("SISTEMA.")
    assert read(world, code)["keys"][0]["used_on"] is None
    knock(world, who.token)
    assert read(world, code)["keys"][0]["used_on"] == expiry(world, 0)


def test_a_restricted_reading_by_a_system_is_on_record_under_its_name(world: World):
    """AUD-01."""
    process = started(world, **RESTRICTED)
    who: Person = system(world)
    world.done(Ask(who, "GET", f"/processes/{process}"))
    auditor = world.hire("olga.auditora", "gab", "auditor")
    found = world.done(Ask(auditor, "GET", f"/audit/accesses?process={process}"))
    assert who.login in str(found)


def test_the_example_of_the_operators_page_does_what_it_says(world: World):
    who = system(world, units=["semad-prot", "semad-rh"])
    address, headers, body = command(IPEROIG="", KEY=who.token)
    first, again = (world.raw("POST", address, headers, body) for _ in range(2))
    assert first.status == 201, first.text
    assert first.json == again.json
    assert world.history(first.json["id"])[0].user.id == who.login


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.one_of(
        st.text(st.characters(min_codepoint=32, max_codepoint=255), max_size=120),
        st.builds("Bearer iperoig_{}.{}".format, st.text("ABCab01-_=/.", max_size=60), st.text(max_size=40)),
        st.builds(
            lambda names, secret: f"Bearer {make_key_token(*names, secret)}",
            st.tuples(*[st.text("abc-._/#", max_size=12)] * 3),
            st.text(max_size=80),
        ),
    )
)
def test_no_header_breaks_the_door_nor_opens_it(world: World, sent: str):
    """Whatever the header holds, the answer is a refusal of ours (W1)."""
    reply = world.raw("GET", "/inbox", {"Authorization": sent, "Cookie": f"{COOKIE}={world.ana.token}"}, b"")
    assert (reply.status, reply.json["code"]) in {
        (401, "key_refused"),
        (401, "session_required"),
        (401, "session_expired"),
        (429, "too_many_attempts"),
    }
