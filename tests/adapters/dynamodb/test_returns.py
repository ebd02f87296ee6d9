"""Returns are found by their day from both ends, while they are awaited and no longer (TRA-03)."""

from dataclasses import replace
from datetime import date

from chalicelib.adapters.dynamodb.item_of import routing_item
from chalicelib.adapters.dynamodb.returns import returns_of, routings_of
from chalicelib.domain.routing import Routing
from tests.fakes.city import CABINET, PERSONNEL, PROTOCOL, START

UNTIL = date(2026, 11, 30)
FIRST = Routing("r1", "p1", PROTOCOL.short, PERSONNEL.short, START, "ana.lima", return_due=date(2026, 11, 30))


def found(tenant: str, unit: str, until: date = UNTIL, most: int = 9) -> tuple[list[str], list[str]]:
    awaited, to_give = returns_of(tenant, unit, until, most)
    return [routing.id for routing in awaited], [routing.id for routing in to_give]


def test_return_is_found_from_both_ends_by_its_day(connection, tenant):
    sooner = replace(FIRST, id="r2", process="p2", return_due=date(2026, 11, 24))
    later = replace(FIRST, id="r3", process="p3", return_due=date(2026, 12, 1))
    for routing in (FIRST, later, sooner):
        routing_item(tenant, routing).save()
    assert found(tenant, PROTOCOL.id) == (["r2", "r1"], [])
    assert found(tenant, PERSONNEL.id) == ([], ["r2", "r1"])
    assert found(tenant, PROTOCOL.id, later.return_due)[0] == ["r2", "r1", "r3"]
    assert found(tenant, PROTOCOL.id, later.return_due, most=2)[0] == ["r2", "r1"]
    assert found(tenant, CABINET.id) == ([], [])
    assert found(tenant + "x", PROTOCOL.id) == ([], [])


def test_return_that_is_no_longer_awaited_leaves_both_ends(connection, tenant):
    for ended in (
        FIRST.returned(START),
        replace(FIRST, withdrawn_at=START),
        replace(FIRST, undone_at=START),
        replace(FIRST, return_due=None),
    ):
        routing_item(tenant, FIRST).save()
        routing_item(tenant, ended).save()
        assert found(tenant, PROTOCOL.id) == found(tenant, PERSONNEL.id) == ([], [])


def test_all_routings_of_a_process_are_found_even_the_ended(connection, tenant):
    routing_item(tenant, FIRST).save()
    routing_item(tenant, replace(FIRST, id="r2").returned(START)).save()
    routing_item(tenant, replace(FIRST, id="r3", process="p2")).save()
    assert sorted(each.id for each in routings_of(tenant, "p1", 9)) == ["r1", "r2"]
    assert len(routings_of(tenant, "p1", 1)) == 1
