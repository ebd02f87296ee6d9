"""AUD-01, AUD-02, LGPD (issue 5 §5): who read what is on record, and only those who audit may ask."""

import csv
import io
import re
import uuid
from dataclasses import replace
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

import pytest
from botocore.exceptions import EndpointConnectionError

from chalicelib.adapters.dynamodb import audit
from chalicelib.domain.access import AccessLevel
from chalicelib.domain.audit import Access, AccessFilter, leaves_record
from chalicelib.domain.organisation import Person as Reader
from chalicelib.domain.organisation import UnitName
from chalicelib.domain.policy import Action
from tests.world.builders import RESTRICTED, drafted, started
from tests.world.world import Ask, Person, World

Row = dict[str, Any]
AN_AUDITOR, A_UNIT = Reader("ines.auditora", "Inês"), UnitName("semad-prot", "SEMAD-PROT")


@pytest.fixture
def auditor(world: World) -> Person:
    return world.hire("ines.auditora", "semad-prot", "auditor")


def found(world: World, who: Person, **asked: str) -> list[Row]:
    """Every page of the question."""
    rows: list[Row] = []
    cursor = None
    while True:
        page = world.done(
            Ask(who, "GET", "/audit/accesses?" + urlencode(asked | ({"cursor": cursor} if cursor else {})))
        )
        rows += page["items"]
        cursor = page["next_cursor"]
        if cursor is None:
            return rows


def told(rows: list[Row]) -> list[tuple[str, str, str]]:
    return [(row["user"]["id"], row["action"], row["document"]) for row in reversed(rows)]


def test_each_reading_of_what_is_restricted_is_recorded_and_of_what_is_public_is_not(
    world: World, auditor: Person
):
    process, draft = drafted(world, started(world, **RESTRICTED))
    for path in ("", "/history", f"/documents/{draft}", f"/documents/{draft}/versions", "/export"):
        world.done(Ask(world.ana, "GET", f"/processes/{process}{path}"))
    rows = found(world, auditor, process=process)
    reads = [row for row in told(rows) if row[0] == "ana.lima"][-5:]
    assert reads == [
        ("ana.lima", "process.see", ""),
        ("ana.lima", "process.see", ""),
        ("ana.lima", "document.read", draft),
        ("ana.lima", "document.read_versions", draft),
        ("ana.lima", "process.export", ""),
    ]
    row = rows[-1]
    assert re.fullmatch(r"[0-9/.-]+", row["nup"])
    assert (row["unit"]["id"], row["user"]["name"]) == ("semad-prot", "Ana Carolina Lima")
    assert row["address"]
    assert row["session"]
    plain = started(world)
    world.done(Ask(world.ana, "GET", f"/processes/{plain}"))
    assert found(world, auditor, process=plain) == []


def test_who_may_not_see_the_process_leaves_no_reading(world: World, auditor: Person):
    process = started(world, **RESTRICTED)
    assert world.call(auditor, "GET", f"/processes/{process}").status in (403, 404)
    assert auditor.login not in {row["user"]["id"] for row in found(world, auditor, process=process)}


def test_whose_data_was_shown_is_recorded_whatever_the_level(world: World, auditor: Person):
    """Contacts found and users opened; finding nobody shows nobody's data."""
    name = f"Iracema {uuid.uuid4().hex[:8]}"
    contact = world.done(Ask(world.ana, "POST", "/contacts", {"name": name, "kind": "person"}))["id"]
    before = len(found(world, auditor, user="ana.lima", action="contact.list"))
    for query in (name.replace(" ", "%20"), "ninguem-com-este-nome"):
        world.done(Ask(world.ana, "GET", f"/contacts?query={query}"))
    rows = found(world, auditor, user="ana.lima", action="contact.list")
    assert len(rows) == before + 1
    assert rows[0]["people"] == [f"contact:{contact}"]
    world.done(Ask(auditor, "GET", "/administration/users/ana.lima"))
    assert found(world, auditor, user=auditor.login, action="administration.read")[0]["people"] == ["user:ana.lima"]


def test_a_reading_is_found_under_each_of_those_it_is_about_and_once_among_all(own_world: World):
    world = own_world
    shown = [f"user:pessoa.{n}" for n in range(120)]
    trail, now = world.installed.place.ports(world.tenant).trail, world.clock()
    reader = Access("0" * 26, now, AN_AUDITOR, A_UNIT, "administration.read", people=tuple(shown))
    trail.begin(reader)()
    wanted = AccessFilter(now - timedelta(days=1), now + timedelta(days=1))
    assert list(trail.page(wanted, None, 50).items) == [reader]
    for person in (shown[0], shown[-1]):
        assert list(trail.page(replace(wanted, person=person), None, 50).items) == [reader]
    assert trail.page(replace(wanted, person="user:outra"), None, 50).items == []


def test_reading_that_cannot_be_recorded_is_not_given(
    world: World, monkeypatch: pytest.MonkeyPatch, auditor: Person
):
    process = started(world, **RESTRICTED)
    world.done(Ask(world.ana, "GET", f"/processes/{process}"))

    def away(self: audit.DynamoTrail, access: Any) -> Any:
        def wait() -> None:
            raise EndpointConnectionError(endpoint_url="https://dynamodb")

        return wait

    monkeypatch.setattr(audit.DynamoTrail, "begin", away)
    reply = world.call(world.ana, "GET", f"/processes/{process}")
    assert (reply.status, "Poda" in reply.text) == (503, False)
    assert world.call(world.ana, "GET", f"/processes/{started(world)}").status == 200


@pytest.mark.parametrize("profile", ["basic", "administrator", "protocol", "archive"])
def test_nobody_else_may_ask(world: World, profile: str):
    who = world.hire(f"sem.{profile}", "semad-prot", profile)
    for path in ("/audit/accesses", "/audit/accesses/export", "/audit/rules"):
        assert world.call(who, "GET", path).status == 403


def test_technology_may_ask_and_the_question_and_its_export_are_recorded(world: World):
    who = world.hire("tito.informatica", "semad-prot", "technology")
    found(world, who, user="ana.lima")
    sheet = world.done(Ask(who, "GET", "/audit/accesses/export?user=ana.lima&action=process.see"))
    assert sheet["complete"]
    rows = list(csv.reader(io.StringIO(sheet["content"].lstrip("\ufeff")), delimiter=";"))
    assert rows[0][:5] == ["Quando", "Usuário", "Nome", "Unidade", "Ato"]
    assert len(rows) == sheet["rows"] + 1
    own = {row["action"] for row in found(world, who, user="tito.informatica")}
    assert own == {"audit.read", "audit.export"}


def test_questions_narrow_by_each_field_and_pages_hold_fifty_without_a_gap_or_a_repetition(own_world: World):
    world = own_world
    auditor = world.hire("ines.auditora", "semad-prot", "auditor")
    process, other = started(world, **RESTRICTED), started(world, **RESTRICTED)
    for _ in range(60):
        world.done(Ask(world.ana, "GET", f"/processes/{process}/history"))
    world.done(Ask(world.carlos, "GET", f"/processes/{other}/history"))
    first = world.done(Ask(auditor, "GET", f"/audit/accesses?process={process}"))
    assert len(first["items"]) == 50
    assert first["next_cursor"]
    whole = found(world, auditor, process=process)
    assert len({row["id"] for row in whole}) == len(whole) == 60
    assert [row["at"] for row in whole] == sorted((row["at"] for row in whole), reverse=True)
    nup = whole[0]["nup"]
    assert len(found(world, auditor, process=nup)) == 60
    assert len(found(world, auditor, process="00000.000000/0000-00")) == 0
    assert {row["user"]["id"] for row in found(world, auditor, unit="semad-prot", action="process.see")} == {
        "ana.lima", "carlos.moura",
    }  # fmt: skip
    assert len(found(world, auditor, user="carlos.moura", process=other)) == 1
    assert found(world, auditor, user="carlos.moura", process=process) == []
    assert found(world, auditor, user="carlos.moura", address="203.0.113.9") == []
    # By the days alone, newest first, also from a day with nothing in it on.
    today = world.clock().astimezone(world.zone).date()
    by_day = found(world, auditor, since=str(today - timedelta(days=20)), until=str(today + timedelta(days=1)))
    assert len([row for row in by_day if row["action"] == "process.see"]) == 61
    early = str(today - timedelta(days=20))
    assert found(world, auditor, since=early, until=str(today - timedelta(days=2)), user="ana.lima") == []


def test_bad_questions_are_told_apart(world: World, auditor: Person):
    for asked, code in (
        ("since=2026-01-01&until=2026-12-31", "period_too_long"),
        ("since=2026-02-01&until=2026-01-01", "before_since"),
    ):
        reply = world.call(auditor, "GET", f"/audit/accesses?{asked}")
        assert (reply.status, code in reply.text) == (400, True)
    for asked in ("cursor=%23%23", "cursor=bm9uZQ", "user=a%23b", "since=ontem", "until=9999-12-31"):
        assert world.call(auditor, "GET", f"/audit/accesses?{asked}").status == 400


def test_rules_are_told_as_they_are_applied(world: World, auditor: Person):
    rules = world.done(Ask(auditor, "GET", "/audit/rules"))["items"]
    listed = {act["action"]: rule["since"] for rule in rules for act in rule["acts"]}
    assert listed["document.read"] == "restricted"
    for action in Action:
        level = listed.get(action.value, "never")
        for one in AccessLevel:
            expected = action.value in listed and (level is None or one >= AccessLevel(level))
            assert leaves_record(action, one) is expected
