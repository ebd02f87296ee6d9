"""The routes of routing: TRA-01 to TRA-07."""

from datetime import timedelta
from typing import Any

import pytest

from chalicelib.api import replies
from tests.world.builders import awaited, received, receiving, sending, sent, started
from tests.world.world import Ask, World

from .test_processes import fits, get, problem


def test_sending_answers_the_routings(world: World):
    process = started(world)
    order = sending(world, process, "semad-rh", "gab", return_due={"days": 5, "business": True})
    reply = world.send(order)
    assert reply.status == 201
    assert len(fits(replies.Sent, reply.json)["routings"]) == 2
    assert reply.json["version"] == world.check(process).n == 4


def test_sending_with_notice_leaves_one_email_to_be_carried(world: World):
    """TRA-01"""
    process = started(world)
    routing = world.done(sending(world, process, "semad-rh", "gab", notify_by_email=True))["routings"][0]
    (mail,) = world.installed.place.ports(world.tenant).reader.mails(process)
    assert (mail.id, mail.state.value) == (routing, "waiting")
    assert mail.to == ("semad.rh@ubatuba.example", "gab@ubatuba.example")
    assert "{" not in mail.subject + mail.text
    assert "SEMAD/RH, GAB" in mail.text


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"units": []}, "units"),
        ({"units": ["nada"]}, "units.0"),
        ({"units": ["gab"], "return_due": {}}, "return_due"),
        ({"units": ["gab"], "return_due": {"date": "2030-01-01", "days": 3}}, "return_due"),
        ({"units": ["gab"], "return_due": {"days": 0}}, "return_due.days"),
        ({"units": ["gab"], "return_due": {"date": "2020-01-01"}}, "return_due"),
        ({"units": ["gab"], "return_due": {"date": "01/12/2030"}}, "return_due.date"),
        ({"units": ["gab"], "return_due": {"date": 1}}, "return_due.date"),
        ({"units": ["gab"], "return_due": {"date": "9999-12-31"}}, "return_due"),
        ({"units": ["gab"], "reopen_on": "2020-01-01"}, "reopen_on"),
        ({"units": ["gab"], "reopen_on": "9999-12-31"}, "reopen_on"),
        ({"units": ["gab"], "keep_open": True, "reopen_on": "2028-01-01"}, "reopen_on"),
        ({"units": ["gab"], "motivo": "x"}, "motivo"),
        ({}, "units"),
    ],
)
def test_wrong_field_of_a_sending_is_named_and_nothing_is_sent(
    world: World, body: dict[str, Any], field: str
):
    process = started(world)
    reply = world.call(world.ana, "POST", f"/processes/{process}/routings", body)
    problem(reply, 400, "invalid_request")
    assert [each["field"] for each in reply.json["errors"]] == [field]
    assert world.check(process).n == 1


@pytest.mark.parametrize(("units", "code"), [(["semad-prot"], "sent_to_itself")])
def test_refused_sending_says_why(world: World, units: list[str], code: str):
    problem(world.send(sending(world, started(world), *units)), 409, code)


def test_whole_round_of_a_process(world: World):
    process, routing = awaited(world)
    path = f"/processes/{process}"
    problem(world.call(world.marina, "POST", f"{path}/conclusion", {}), 409, "return_owed")
    assert fits(replies.Version, world.done(receiving(world.marina, process))) == {"version": 3}
    problem(world.send(receiving(world.marina, process)), 409, "process_already_received")
    later = (world.clock() + timedelta(days=90)).date().isoformat()
    extended = Ask(world.ana, "PATCH", f"{path}/routings/{routing}", {"return_due": {"date": later}})
    assert fits(replies.Version, world.done(extended)) == {"version": 4}
    problem(world.send(extended), 409, "return_only_extends")
    problem(world.send(extended.by(world.marina)), 403, "not_demanding_unit")
    back = Ask(world.marina, "POST", f"{path}/routings", {"units": ["semad-prot"]})
    world.done(back)
    problem(world.send(extended), 404, "return_not_found")
    world.done(receiving(world.ana, process))
    assert fits(replies.Version, world.done(Ask(world.ana, "POST", f"{path}/conclusion", {}))) == {
        "version": 8
    }
    assert fits(replies.Version, world.done(Ask(world.ana, "POST", f"{path}/reopening", {}))) == {
        "version": 9
    }
    page = get(world, path).json
    assert [unit["assignee"] for unit in page["units"]] == [{"id": "ana.lima", "name": "Ana Carolina Lima"}]
    world.check(process)


def test_return_is_given_up(world: World):
    process, routing = awaited(world)
    path = f"/processes/{process}/routings/{routing}/return-request"
    assert world.call(world.ana, "DELETE", path).status == 204
    problem(world.call(world.ana, "DELETE", path), 404, "return_not_found")
    problem(
        world.call(world.ana, "DELETE", f"/processes/{process}/routings/nada/return-request"),
        404,
        "return_not_found",
    )


def test_assignment(world: World):
    process = received(world)
    path = f"/processes/{process}/assignment"
    for body, status, code in (
        ({"user": "ana.lima", "expected": None}, 409, "user_not_in_unit"),
        ({"user": "diego.alves", "expected": "marina.costa"}, 409, "assignment_changed"),
        ({"expected": None}, 400, "invalid_request"),
    ):
        problem(world.call(world.marina, "PUT", path, body), status, code)
    assert fits(
        replies.Version, world.done(Ask(world.marina, "PUT", path, {"user": "diego.alves", "expected": None}))
    )
    problem(world.call(world.marina, "PUT", path, {"user": "diego.alves"}), 409, "already_assigned")
    world.done(Ask(world.marina, "PUT", path, {"user": None, "expected": "diego.alves"}))
    world.check(process)


def test_conclusion_until_a_day_is_kept_for_who_reopens(world: World):
    process = started(world)
    day = (world.clock() + timedelta(days=10)).date().isoformat()
    world.done(Ask(world.ana, "POST", f"/processes/{process}/conclusion", {"reopen_on": day}))
    presence = world.check(process).presences["semad-prot"]
    assert (presence.open, str(presence.reopen_on)) == (False, day)


def test_writes_need_a_key(world: World):
    process = sent(world)
    headers = {"Authorization": f"Bearer {world.marina.token}", "Content-Type": "application/json"}
    reply = world.raw("POST", f"/processes/{process}/receipts", headers, b"{}")
    problem(reply, 400, "idempotency_key_required")


def test_calendar_shows_a_return_to_both_units(world: World):
    """TRA-03"""
    process, routing = awaited(world)
    due = world.check(process).routings[0].return_due
    seen = {}
    for who, kind in ((world.ana, "awaited"), (world.marina, "to_give")):
        reply = fits(replies.Returns, world.done(Ask(who, "GET", f"/returns?month={due:%Y-%m}")))
        (seen[kind],) = [line for line in reply["items"] if line["routing"] == routing]
        assert (seen[kind]["kind"], seen[kind]["due"]) == (kind, due.isoformat())
    assert seen["awaited"]["unit"]["acronym"] == "SEMAD/RH"
    assert seen["to_give"]["unit"]["acronym"] == "SEMAD/PROT"
    problem(world.call(world.ana, "GET", "/returns?month=2026-13"), 400, "invalid_request")


def test_map_tells_where_the_process_is_and_how_it_got_there(world: World):
    """TRA-01, TRA-03"""
    process = received(world, notify_by_email=True, return_due={"days": 3})
    world.done(Ask(world.marina, "POST", f"/processes/{process}/routings", {"units": ["gab", "semad-prot"]}))
    found = fits(replies.RoutingPath, world.done(Ask(world.ana, "GET", f"/processes/{process}/path")))
    assert [(stop["unit"]["acronym"], stop["open"]) for stop in found["units"]] == [
        ("SEMAD/PROT", True),
        ("SEMAD/RH", False),
        ("GAB", True),
    ]
    first, second = found["steps"]
    assert first["notice"] == {"state": "waiting", "reason": None}
    assert [leg["status"] for leg in first["legs"]] == ["returned"]
    assert [leg["to"]["acronym"] for leg in second["legs"]] == ["GAB", "SEMAD/PROT"]
    assert second["notice"] is None
