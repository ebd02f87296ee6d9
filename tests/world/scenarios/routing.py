"""Routing: send, receive, conclude, reopen, assign, returns."""

from datetime import datetime, timedelta

from chalicelib.application.conducting import reopen_when_due as reopen
from tests.world.builders import awaited, received, receiving, sending, sent, started
from tests.world.world import Ask, World

from .registry import writes


@writes("routing.send.send_process", "TRA-01", entries=2)
def send_to_one_unit(world: World) -> Ask:
    return sending(world, started(world))


@writes("routing.send.send_process", "TRA-01", "TRA-03", "TRA-15", entries=3)
def send_to_three_units(world: World) -> Ask:
    due = {"days": 5, "business": True}
    return sending(world, started(world), "semad-rh", "gab", "pgm-adm", keep_open=True, return_due=due)


@writes("routing.send.send_process", "TRA-01", entries=2)
def send_with_notice(world: World) -> Ask:
    return sending(world, started(world), notify_by_email=True)


@writes("routing.send.send_process", "TRA-03", entries=3, name="send_back_before_receiving")
def send_back(world: World) -> Ask:
    process, _ = awaited(world)
    path = f"/processes/{process}/routings"
    return Ask(world.marina, "POST", path, {"units": ["semad-prot"]}, process)


@writes("routing.receive.receive_process", "TRA-02", entries=1)
def receive_process(world: World) -> Ask:
    return receiving(world.marina, sent(world))


@writes("routing.assign.assign_process", "TRA-07", entries=1)
def assign_process(world: World) -> Ask:
    process = received(world)
    body = {"user": "diego.alves", "expected": None}
    return Ask(world.marina, "PUT", f"/processes/{process}/assignment", body, process)


@writes("routing.conclude.conclude_process", "TRA-04", entries=1)
def conclude_process(world: World) -> Ask:
    process = received(world)
    return Ask(world.marina, "POST", f"/processes/{process}/conclusion", {}, process)


@writes("routing.reopen.reopen_process", "TRA-05", entries=1)
def reopen_process(world: World) -> Ask:
    process = sent(world)
    return Ask(world.ana, "POST", f"/processes/{process}/reopening", {}, process)


@writes("routing.extend_return.extend_return_due", "TRA-03", entries=1)
def extend_return(world: World) -> Ask:
    process, routing = awaited(world)
    body = {"return_due": {"days": 20, "business": False}}
    return Ask(world.ana, "PATCH", f"/processes/{process}/routings/{routing}", body, process)


@writes("routing.withdraw_return.withdraw_return_request", "TRA-03", entries=1)
def withdraw_return(world: World) -> Ask:
    process, routing = awaited(world)
    path = f"/processes/{process}/routings/{routing}/return-request"
    return Ask(world.ana, "DELETE", path, process=process)


@writes("conducting.reopen_when_due.reopen_when_due", "TRA-06", entries=1)
def reopen_when_due(world: World) -> Ask:
    day = (datetime.now(world.zone) + timedelta(days=1)).date().isoformat()
    process = sent(world, reopen_on=day)

    def tomorrow() -> bool:
        with world.clock.moved(timedelta(days=1)):
            ports = world.installed.place.ports(world.tenant)
            return reopen.reopen_when_due(ports, process, "semad-prot", day)

    return Ask(world.ana, "EVENT", "reopening due", process=process, act=tomorrow)
