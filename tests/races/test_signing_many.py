"""One dialog in two tabs, or two people over the same documents: each document is signed once by each (DOC-10)."""

import uuid

from tests.races.crowd import together
from tests.world.builders import document, drafted, signing_many
from tests.world.world import World

HANDS = 6


def test_of_many_dialogs_over_the_same_documents_each_document_is_signed_once(world: World):
    places = [drafted(world) for _ in range(3)]
    ask = signing_many(world, places)
    replies = together([lambda: world.send(ask, uuid.uuid4().hex) for _ in range(HANDS)])
    assert {reply.status for reply in replies} == {200}
    for turn, place in enumerate(places):
        results = [reply.json["results"][turn] for reply in replies]
        assert sum(result["signed"] for result in results) == 1
        assert {result["code"] for result in results} <= {None, "already_signed", "process_changed"}
        assert len(document(world, place)["signatures"]) == 1
        world.check(place[0])


def test_two_people_sign_the_same_documents_at_once_and_both_signatures_stay(world: World):
    places = [drafted(world) for _ in range(3)]
    asks = [signing_many(world, places, who) for who in (world.ana, world.carlos)]
    first, second = together([lambda ask=ask: world.send(ask, "duas-pessoas") for ask in asks])
    for place, one, two in zip(places, first.json["results"], second.json["results"], strict=True):
        assert (one["code"], two["code"]) == (None, None)
        signers = {made["signer"]["id"] for made in document(world, place)["signatures"]}
        assert signers == {"ana.lima", "carlos.moura"}
        world.check(place[0])
