"""The small acts that show each control at work; each fails when its control is broken."""

import threading
import uuid
from collections.abc import Callable
from datetime import timedelta

from tests.faults.sweep import KILLS, attempt
from tests.races.crowd import together
from tests.world import integrity
from tests.world.builders import drafted, process_form, received, saving, signing, started
from tests.world.installed import PASSWORD
from tests.world.scenarios.second_factor import code, enrolled
from tests.world.wire import AwsCall, Tap, tapped
from tests.world.world import NOBODY, Ask, Person, Reply, World

Check = Callable[[World], None]


def stranger_is_refused(world: World) -> None:
    hired = world.hire("auditora.pura", "cgm", "auditor")
    assert world.call(hired, "GET", f"/processes/{started(world)}").status == 404


def same_moment(world: World, *asks: Ask) -> list[Reply]:
    """All asks load before any of them commits."""
    gate = threading.Barrier(len(asks))

    def act(ask: Ask) -> Reply:
        waited: list[bool] = []

        def hold(call: AwsCall) -> None:
            if call.operation == "TransactWriteItems" and not waited:
                waited.append(True)
                gate.wait(10)

        with tapped(Tap(before=hold)):
            return world.send(ask, uuid.uuid4().hex)

    return together([lambda ask=ask: act(ask) for ask in asks])  # type: ignore[misc]


def one_of_two_wins(world: World) -> None:
    process = received(world)
    path = f"/processes/{process}/assignment"
    asks = [
        Ask(world.marina, "PUT", path, {"user": user, "expected": None})
        for user in ("diego.alves", "marina.costa")
    ]
    replies = same_moment(world, *asks)
    assert sorted(reply.status for reply in replies) == [200, 409], [reply.text for reply in replies]
    world.check(process)


def chain_holds(world: World) -> None:
    integrity.check_chain(world.history(received(world)))


def same_key_does_it_once(world: World) -> None:
    ask, key = Ask(world.ana, "POST", "/processes", process_form()), uuid.uuid4().hex
    assert world.send(ask, key).text == world.send(ask, key).text


def wrong_password_is_refused(world: World) -> None:
    ask = signing(world, drafted(world))
    ask.body["password"] = "não é esta"
    assert world.send(ask).status == 401


def changed_text_is_not_signed(world: World) -> None:
    place = drafted(world)
    ask = signing(world, place)
    world.done(saving(world, place))
    assert world.send(ask).status == 409


def locked_section_stays(world: World) -> None:
    ask = saving(world, drafted(world))
    locked = next(section for section in ask.body["content"]["content"] if section["attrs"]["locked"])
    locked["content"] = [
        {"type": "paragraph", "attrs": {"style": "left"}, "content": [{"type": "text", "text": "Eu"}]}
    ]
    assert world.send(ask).status in (400, 409, 422)


def ended_session_is_refused(world: World) -> None:
    with world.clock.moved(-timedelta(hours=11)):
        late = world.session("ana.lima", "semad-prot")
    assert world.call(late, "GET", "/me").status == 401


def large_body_is_refused(world: World) -> None:
    assert world.call(world.ana, "POST", "/processes", b" " * 1_100_000).status == 413


def stale_draft_is_refused(world: World) -> None:
    place = drafted(world)
    first, second = saving(world, place, "Um"), saving(world, place, "Dois")
    world.done(first)
    assert world.send(second).status == 412


def numbers_are_unique(world: World) -> None:
    asks = [Ask(world.ana, "POST", "/processes", process_form()) for _ in range(2)]
    replies = same_moment(world, *asks)
    assert all(reply.status == 201 for reply in replies)
    assert len({reply.json["nup"] for reply in replies}) == 2


def death_leaves_all_or_nothing(world: World) -> None:
    ask = Ask(world.ana, "POST", "/processes", process_form())
    for k in range(6):
        made = attempt(world, ask, uuid.uuid4().hex, KILLS["after"], k)
        assert not made.watch.loose, "state written outside the transaction"
        for count, places in zip(made.watch.changed(), made.watch.transactions, strict=True):
            assert count in (0, len(places))


def door(world: World, who: Person, code: str) -> int:
    """What the login screen answers; every request is another one."""
    form = {"login": who.login, "password": PASSWORD, "one_time_code": code}
    return world.call(NOBODY, "POST", "/sessions", form).status


def code_opens_once(world: World) -> None:
    who, secret, _ = enrolled(world)
    shown = code(world, secret)
    assert [door(world, who, shown) for _ in range(3)] == [201, 401, 401]


def wrong_code_is_refused(world: World) -> None:
    who, *_ = enrolled(world)
    assert door(world, who, "000000") == 401


def guessed_codes_are_stopped(world: World) -> None:
    who, *_ = enrolled(world)
    assert [door(world, who, "000000") for _ in range(6)] == [401] * 5 + [429]


CHECKS: dict[str, Check] = {
    check.__name__: check
    for check in (
        stranger_is_refused, one_of_two_wins, chain_holds, same_key_does_it_once, wrong_password_is_refused,
        changed_text_is_not_signed, locked_section_stays, ended_session_is_refused, large_body_is_refused,
        stale_draft_is_refused, numbers_are_unique, death_leaves_all_or_nothing, code_opens_once,
        wrong_code_is_refused, guessed_codes_are_stopped,
    )
}  # fmt: skip
