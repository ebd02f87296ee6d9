"""Two hands on the erasure of one person (R1; LGPD-01)."""

import uuid

from tests.world.erasing import confirming, interested, second, somebody, worked
from tests.world.world import Ask, World

from .crowd import together


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
