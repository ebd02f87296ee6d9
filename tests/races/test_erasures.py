"""Two hands on the erasure of one person (R1; LGPD-01)."""

import uuid

from chalicelib.application.erasure.erase_leaver import erase_leaver
from tests.world.erasing import confirming, interested, second, somebody, worked
from tests.world.scenarios.administration import USERS, administrator
from tests.world.scenarios.erasures import by_worker
from tests.world.scenarios.leavers import confirming_leaver, left, unblocking
from tests.world.world import Ask, World

from .crowd import FEWER, together


def test_of_many_confirmations_of_one_request_exactly_one_begins_the_work(world: World):
    contact, name, process = interested(world)
    ask = confirming(world, contact)
    third = world.hire("tais.encarregada", "semad-prot", "data_protection")
    asks = [ask, ask, ask.by(third), ask.by(third)]
    replies = together([lambda each=each: world.send(each) for each in asks])
    assert sorted(reply.status for reply in replies) == [202, 409, 409, 409]
    assert {reply.json["code"] for reply in replies if reply.status == 409} == {"erasure_settled"}
    (won,) = [reply for reply in replies if reply.status == 202]
    request = world.done(Ask(second(world), "GET", ask.path.removesuffix("/confirmation")))
    assert request["job"] == won.json["job"]
    worked(world, won.json["job"], request["settled_by"]["id"])
    world.check(process)
    assert [entry.fact.kind() for entry in world.history(process)].count("personal_data_erased") == 1
    assert not any(name in entry.body.decode() for entry in world.history(process))


def test_request_is_confirmed_or_refused_and_never_both(world: World):
    ask = confirming(world, somebody(world))
    refusal = Ask(ask.who, "POST", ask.path.replace("confirmation", "refusal"), {"reason": f"Não {uuid.uuid4().hex}"})
    replies = together([lambda: world.send(ask), lambda: world.send(refusal)])
    assert sorted(reply.status for reply in replies) in ([200, 409], [202, 409])


def test_who_left_comes_back_whole_or_is_erased_and_never_half(world: World):
    """LGPD-01, ACC-08: the administration lets the person in again while the work is at its last step."""
    for _ in range(FEWER):
        login, revision = left(world)
        ask = confirming_leaver(world, login)
        world.done(ask)
        erasure, (actor, operation) = ask.path.split("/")[2], by_worker(world)

        def erase(erasure=erasure, actor=actor, operation=operation) -> object:
            return dict(erase_leaver(world.installed.place.ports(world.tenant), actor, operation, erasure))

        event, back = Ask(ask.who, "EVENT", "erase who left", act=erase), unblocking(world, login, revision)
        erased, returned = together([lambda event=event: world.send(event), lambda back=back: world.send(back)])
        assert sorted((erased.status, returned.status)) in ([200, 409], [200, 503])
        entry = world.done(Ask(administrator(world), "GET", f"{USERS}/{login}"))
        assert (entry["email"] == "", entry["blocked"]) == ((True, True) if erased.status == 200 else (False, False))
