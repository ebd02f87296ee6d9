"""What a person did is remembered once however often the stream tells it, and of no more than is asked for."""

import json
from datetime import UTC, datetime

import pytest

from chalicelib.adapters.dynamodb import deeds as module
from chalicelib.adapters.dynamodb import keys, projections
from chalicelib.adapters.dynamodb.codec import encode
from chalicelib.adapters.dynamodb.deeds import DynamoDeeds, deeds_of
from chalicelib.adapters.dynamodb.reader import DynamoReader
from chalicelib.domain.account import AccountChange, AccountEvent
from chalicelib.domain.change_record import ChangeKind, ChangeRecord
from chalicelib.domain.desk import DeskAct, DeskEntry
from chalicelib.domain.learning import MOST
from chalicelib.domain.organisation import Person, UnitName

ANA, UNIT, AT = Person("ana.lima", "Ana"), UnitName("semad", "SEMAD"), datetime(2026, 11, 27, 12, tzinfo=UTC)


def image(place: tuple[str, str], body: str) -> dict[str, dict[str, str]]:
    return {"pk": {"S": place[0]}, "sk": {"S": place[1]}, "body": {"S": body}}


def entry(tenant: str, kind: str, n: int = 1, **arguments: str) -> dict[str, dict[str, str]]:
    body = {"kind": kind, "user": {"id": ANA.id, "name": ANA.name}, "arguments": arguments}
    return image(keys.entry(tenant, "p1", n), json.dumps(body))


@pytest.fixture
def deeds(connection):
    module._full.clear()
    return DynamoDeeds(connection, projections.table())


def remembered(connection, tenant):
    return dict(DynamoReader(connection, tenant).learner(ANA.id)[1])


def test_a_fact_told_again_counts_once(deeds, connection, tenant):
    for _ in range(3):
        deeds.remember([entry(tenant, "process_received", 1), entry(tenant, "process_received", 2)])
    assert remembered(connection, tenant) == {"process_received": 2}


def test_no_more_is_kept_than_is_ever_asked_for(deeds, connection, tenant):
    for start in range(0, 60, 10):
        deeds.remember([entry(tenant, "document_filed", n) for n in range(start, start + 10)])
    assert MOST <= remembered(connection, tenant)["document_filed"] < MOST + 10
    assert (tenant, ANA.id, "document_filed") in module._full


def test_a_sending_that_asks_for_a_return_is_two_deeds(deeds, connection, tenant):
    deeds.remember([entry(tenant, "process_sent", 1), entry(tenant, "process_sent", 2, return_due="2026-12-01")])
    assert remembered(connection, tenant) == {"process_sent": 2, "return_requested": 1}


def test_units_logs_the_register_and_the_account_tell_too(deeds, connection, tenant):
    line = DeskEntry("p1", "semad", DeskAct.DEADLINE_SET, ANA, AT)
    changed = ChangeRecord("users", "beto", "Beto", ChangeKind.CREATED, ANA, UNIT, AT, imported=True)
    event = AccountEvent(ANA.id, AccountChange.FACTOR_ENROLLED, ANA, AT)
    partition = keys.changes(tenant, "users")
    deeds.remember(
        [
            image(keys.desk_entry(tenant, "p1", "semad", AT, "op", 0), encode(line)),
            image(keys.change(partition, "beto", AT, "op", 0), encode(changed)),
            # The same change stands among all changes, too.
            image(keys.any_change(tenant, AT, "users", "beto", 0), encode(changed)),
            image(keys.account_event(tenant, ANA.id, AT, "op"), encode(event)),
        ]
    )
    assert remembered(connection, tenant) == {
        "deadline_set": 1, "users.created": 1, "users.imported": 1, "factor_enrolled": 1
    }  # fmt: skip


def test_what_no_lesson_asks_for_is_not_remembered(tenant):
    assert deeds_of(entry(tenant, "signatures_dropped")) == []


def test_deeds_of_one_tenant_are_not_seen_in_another(deeds, connection, tenant):
    deeds.remember([entry(tenant, "process_received")])
    assert remembered(connection, tenant + "x") == {}


def test_many_people_are_read_fifty_a_call(deeds, connection, tenant):
    deeds.remember([entry(tenant, "process_received")])
    asked = [f"pessoa.{number}" for number in range(70)] + [ANA.id]
    found = DynamoReader(connection, tenant).learners(asked)
    assert set(found) == set(asked)
    assert found[ANA.id] == (None, {"process_received": 1})
    assert found["pessoa.3"] == (None, {})
