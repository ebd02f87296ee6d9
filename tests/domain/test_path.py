"""The way a process went (TRA-01, TRA-02)."""

from dataclasses import replace
from datetime import datetime, timedelta

from chalicelib.domain.organisation import Unit
from chalicelib.domain.path import direct_line, path_of
from chalicelib.domain.presence import Presence, Tab
from chalicelib.domain.process import Process
from chalicelib.domain.routing import Routing
from tests.application.conducting.world import a_process
from tests.fakes.city import CABINET, PERSONNEL, PROTOCOL, START, WORKS


def presence(unit: Unit, at: datetime = START) -> Presence:
    return Presence(unit.short, True, Tab.RECEIVED, False, at, at)


def sent(origin: Unit, destination: Unit, hours: int, sending: str = "") -> Routing:
    at = START + timedelta(hours=hours)
    identifier = f"{destination.id}-{hours}"
    return Routing(identifier, "p1", origin.short, destination.short, at, "ana.lima", sending=sending)


def process(*units: Unit) -> Process:
    made = a_process(tenant="ubatuba", nup="1", routings=())
    presences = {unit.id: presence(unit, START + timedelta(hours=9)) for unit in units}
    return replace(made, generating_unit=PROTOCOL.short, presences=presences)


def stops(*routings: Routing, units: tuple[Unit, ...]) -> list[str]:
    return [stop.unit.acronym for stop in path_of(process(*units), routings).stops]


def test_units_stand_in_the_order_it_first_came_to_them():
    there, back, on = sent(PROTOCOL, WORKS, 1), sent(WORKS, PROTOCOL, 2), sent(PROTOCOL, CABINET, 3)
    again = sent(CABINET, WORKS, 4)
    found = stops(on, again, back, there, units=(CABINET, WORKS, PROTOCOL))
    assert found == ["SEMAD/PROT", "OBRAS", "GAB"]


def test_sending_to_many_is_one_step_by_acronym():
    many = [sent(PROTOCOL, unit, 1, "s1") for unit in (WORKS, CABINET)]
    later = sent(WORKS, PERSONNEL, 2, "s2")
    steps = path_of(process(PROTOCOL, WORKS, CABINET, PERSONNEL), [later, *many]).steps
    assert [[routing.destination.acronym for routing in step.routings] for step in steps] == [
        ["GAB", "OBRAS"],
        ["SEMAD/RH"],
    ]
    assert [step.origin.acronym for step in steps] == ["SEMAD/PROT", "OBRAS"]


def test_unit_that_no_sending_reached_stands_last():
    assert stops(sent(PROTOCOL, WORKS, 1), units=(CABINET, WORKS, PROTOCOL)) == ["SEMAD/PROT", "OBRAS", "GAB"]


def test_process_never_sent_has_one_stop_and_no_step():
    found = path_of(process(PROTOCOL), [])
    assert ([stop.unit.acronym for stop in found.stops], found.steps) == (["SEMAD/PROT"], ())


def test_direct_line_is_who_sent_to_the_unit_or_got_it_from_the_unit():
    """PRO-19"""
    far, near, back = sent(PROTOCOL, WORKS, 1), sent(WORKS, CABINET, 2), sent(CABINET, WORKS, 3)
    undone = replace(sent(WORKS, PERSONNEL, 4), undone_at=START)
    routings = [far, near, back, undone]

    def line(unit: Unit) -> list[str]:
        return [other.acronym for other in direct_line(unit.id, routings)]

    assert line(WORKS) == ["GAB", "SEMAD/PROT"]
    assert line(PROTOCOL) == ["OBRAS"]
    assert line(PERSONNEL) == []
