"""BLO-01 … BLO-08 through HTTP: what a block lets another unit see, write and sign, and for how long (§1.2 to §1.4)."""

from typing import Any

import pytest

from chalicelib.api import replies
from tests.api.test_processes import fits
from tests.world.builders import RESTRICTED, drafted, filed, saving, signed, signing, started
from tests.world.scenarios.blocks import Block, asking, block, filled, putting, shared
from tests.world.world import Ask, Person, Reply, World


def get(world: World, who: Person, path: str) -> Reply:
    return world.call(who, "GET", path)


def opened(world: World, made: Block, who: Person) -> Any:
    return fits(replies.BlockPage, get(world, who, f"/blocks/{made[0]}").json)


def document_of(made: Block) -> str:
    return f"/processes/{made[1]}/documents/{made[2]}"


def numbers(world: World, who: Person, kind: str = "signing", concluded: bool = False) -> list[str]:
    reply = get(world, who, f"/blocks?kind={kind}&concluded={str(concluded).lower()}")
    return [row["id"] for row in fits(replies.Blocks, reply.json)["items"]]


def test_draft_of_another_unit_is_read_written_and_signed_by_who_received_the_block(world: World):
    made = shared(world)
    page = opened(world, made, world.marina)
    assert page["block"]["state"] == "received"
    (item,) = page["items"]
    assert (item["state"], item["readable"], item["signable"]["allowed"]) == ("draft", True, True)
    world.done(saving(world, (made[1], made[2]), "De acordo.", who=world.marina))
    world.done(signing(world, (made[1], made[2]), world.marina))
    (item,) = opened(world, made, world.ana)["items"]
    assert [signer["unit"]["id"] for signer in item["signers"]] == ["semad-rh"]


def test_unit_that_shared_a_draft_keeps_its_hands_off_until_it_takes_the_block_back(world: World):
    made = shared(world)
    refused = world.send(saving(world, (made[1], made[2])))
    assert (refused.status, refused.json["code"]) == (403, "document_in_block")
    world.done(asking(world, made, "sharing", method="DELETE"))
    world.done(saving(world, (made[1], made[2])))


def test_block_taken_back_or_returned_shows_the_draft_no_more(world: World):
    for back in ("sharing", "return"):
        made = shared(world)
        assert get(world, world.marina, document_of(made)).json["content"]
        who, method = (world.ana, "DELETE") if back == "sharing" else (world.marina, "POST")
        world.done(asking(world, made, back, None if method == "DELETE" else {}, who, method))
        closed = get(world, world.marina, document_of(made))
        assert closed.json["content"] is None
        assert get(world, world.marina, f"/blocks/{made[0]}").status == 404
        assert made[0] not in numbers(world, world.marina)


def test_block_is_listed_where_it_is_and_only_there(world: World):
    made = shared(world)
    camila = world.person("camila.duarte", "semma-lic")
    assert made[0] in numbers(world, world.ana)
    assert made[0] in numbers(world, world.marina)
    assert made[0] not in numbers(world, camila)
    assert get(world, camila, f"/blocks/{made[0]}").status == 404
    world.done(asking(world, made, "sharing", method="DELETE"))
    world.done(asking(world, made, "conclusion", {}))
    assert made[0] not in numbers(world, world.ana)
    assert made[0] in numbers(world, world.ana, concluded=True)


def test_restricted_process_is_read_by_who_received_it_for_a_meeting_drafts_too_but_not_written(world: World):
    process, letter = drafted(world, started(world, **RESTRICTED))
    made = block(world, "meeting", "ipmu-ben")
    world.done(putting(world, made, process))
    vera = world.person("eduardo.sales", "ipmu-ben")
    path = f"/processes/{process}/documents/{letter}"
    assert get(world, vera, path).status == 404
    world.done(Ask(world.ana, "POST", f"/blocks/{made}/sharing", {}))
    read = get(world, vera, path).json
    assert read["content"]
    assert read["actions"]["document.edit"]["allowed"] is False
    assert read["actions"]["document.sign"]["allowed"] is False
    world.done(Ask(world.ana, "DELETE", f"/blocks/{made}/sharing"))
    assert get(world, vera, path).status == 404


def test_document_of_another_unit_enters_no_block(world: World):
    process, letter = drafted(world)
    theirs = world.done(Ask(world.marina, "POST", "/blocks", {"kind": "signing", "description": "X"}))["id"]
    form = {"process": process, "document": letter}
    refused = world.call(world.marina, "POST", f"/blocks/{theirs}/items", form)
    assert (refused.status, refused.json["code"]) == (403, "document_of_another_unit")


def test_uploaded_document_enters_no_signing_block(world: World):
    process, file = filed(world)
    refused = world.send(putting(world, block(world), process, file))
    assert (refused.status, refused.json["code"]) == (403, "not_authored")


def test_process_not_open_in_the_unit_enters_no_internal_block(world: World):
    process = started(world)
    world.done(Ask(world.ana, "POST", f"/processes/{process}/conclusion", {}))
    refused = world.send(putting(world, block(world, "internal"), process))
    assert (refused.status, refused.json["code"]) == (409, "process_not_open_here")


def test_process_of_an_internal_block_is_followed_after_it_left_the_unit(world: World):
    """BLO-07."""
    made = filled(world, "internal")
    world.done(Ask(world.ana, "POST", f"/processes/{made[1]}/routings", {"units": ["gab"]}))
    (item,) = opened(world, made, world.ana)["items"]
    assert (item["present"], item["readable"]) == (True, True)


def test_document_deleted_since_stands_as_gone(world: World):
    made = filled(world)
    world.done(Ask(world.ana, "DELETE", document_of(made)))
    (item,) = opened(world, made, world.ana)["items"]
    assert (item["present"], item["readable"]) == (False, False)


def test_history_tells_each_step_in_the_unit_that_took_it(world: World):
    """BLO-08."""
    made = shared(world)
    world.done(asking(world, made, "return", {"reason": "Falta o anexo"}, world.marina))
    world.done(asking(world, made, f"items/{made[2]}", method="DELETE"))
    told = [(entry.unit.id, entry.fact.number) for entry in world.history(made[1])][-4:]
    assert told == [("semad-prot", 35), ("semad-prot", 38), ("semad-rh", 40), ("semad-prot", 37)]


def test_returned_block_tells_the_owner_who_and_why(world: World):
    made = shared(world)
    world.done(asking(world, made, "return", {"reason": "Falta o anexo"}, world.marina))
    page = opened(world, made, world.ana)
    assert page["block"]["state"] == "returned"
    (there,) = page["units"]
    assert (there["returned_by"]["id"], there["reason"]) == ("marina.costa", "Falta o anexo")


def test_receiving_unit_does_not_learn_where_else_the_block_went(world: World):
    made = shared(world)
    page = opened(world, made, world.marina)
    assert (page["units"], page["block"]["destinations"]) == ([], [])


def test_flags_and_notes_say_who_and_when(world: World):
    """BLO-03."""
    made = shared(world)
    commented = {"raised": True, "text": "Rever o item 2"}
    world.done(asking(world, made, "flags/commented", commented, world.marina, "PUT"))
    world.done(asking(world, made, f"items/{made[2]}/note", {"text": "Nome"}, world.marina, "PUT"))
    page = opened(world, made, world.ana)
    (flag,) = page["block"]["flags"]
    assert (flag["flag"], flag["by"]["id"], flag["text"]) == ("commented", "marina.costa", "Rever o item 2")
    assert page["items"][0]["note"]["by"]["id"] == "marina.costa"
    world.done(asking(world, made, "flags/commented", {"raised": False}, method="PUT"))
    assert opened(world, made, world.ana)["block"]["flags"] == []


def test_flag_that_does_not_exist_is_not_found(world: World):
    refused = world.send(asking(world, filled(world), "flags/pink", {"raised": True}, method="PUT"))
    assert (refused.status, refused.json["code"]) == (404, "flag_not_found")


def test_block_is_assigned_within_the_unit_only(world: World):
    """BLO-04."""
    made = shared(world)
    refused = world.send(asking(world, made, "assignee", {"user": "ana.lima"}, world.marina, "PUT"))
    assert refused.json["code"] == "user_not_in_unit"


@pytest.fixture
def alone(own_world: World) -> World:
    """A tenant of its own, where the queue holds only what the test puts there."""
    return own_world


def waiting(world: World, who: Person) -> list[tuple[str, str]]:
    reply = get(world, who, "/signing-queue")
    found = fits(replies.SigningQueue, reply.json)["items"]
    return [(each["unit"]["id"], each["item"]["document"]) for each in found]


def test_queue_holds_what_the_person_has_to_sign_in_every_unit(alone: World):
    world = alone
    made = shared(world)
    assert waiting(world, world.ana) == []
    assert waiting(world, world.marina) == [("semad-rh", made[2])]
    world.done(signing(world, (made[1], made[2]), world.marina))
    assert waiting(world, world.marina) == []


def test_block_in_a_colleagues_hands_is_the_colleagues_to_sign(alone: World):
    world = alone
    made = shared(world)
    world.done(asking(world, made, "assignee", {"user": "diego.alves"}, world.marina, "PUT"))
    assert waiting(world, world.marina) == []
    assert waiting(world, world.person("diego.alves", "semad-rh")) == [("semad-rh", made[2])]


def test_own_block_waits_for_its_owner_until_somebody_of_the_unit_signed(alone: World):
    world = alone
    process, letter = signed(world)
    made = block(world)
    world.done(putting(world, made, process, letter))
    assert waiting(world, world.ana) == []
    _, second = drafted(world, process)
    world.done(putting(world, made, process, second))
    assert waiting(world, world.ana) == [("semad-prot", second)]
