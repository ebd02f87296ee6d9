"""The order of the tree over HTTP (PRO-18)."""

from tests.world.builders import drafted, filed, signed, signing
from tests.world.scenarios.tree import letters, ordering, standing
from tests.world.world import Ask, World


def test_documents_stand_as_they_were_ordered_and_the_copy_of_the_process_follows(world: World):
    process, (first, second, third) = letters(world)
    world.done(ordering(world.ana, process, (third, first)))
    assert standing(world, world.ana, process) == [third, first, second]
    page = world.done(Ask(world.ana, "GET", f"/processes/{process}/documents?order=desc"))
    assert [node["id"] for node in page["items"]] == [second, first, third]
    assert page["reordered"] is True

    made = world.done(Ask(world.ana, "POST", f"/processes/{process}/copies", {"format": "pdf"}, process))
    items = world.done(Ask(world.ana, "GET", f"/jobs/{made['job']}"))["items"]
    numbers = [item["label"].split()[0] for item in items]
    nodes = {node["id"]: node["number"] for node in page["items"]}
    assert numbers == [nodes[each] for each in (third, first, second)]


def test_original_order_comes_back_when_asked(world: World):
    process, documents = letters(world)
    world.done(ordering(world.ana, process, (documents[2], documents[0])))
    path = f"/processes/{process}/document-order"
    world.done(Ask(world.ana, "PUT", path, {"from_original": True}, process))
    assert standing(world, world.ana, process) == documents


def test_document_of_another_process_is_no_place_in_this_one(world: World):
    process, (first, *_) = letters(world, 2)
    _, (stranger,) = letters(world, 1)
    reply = world.send(ordering(world.ana, process, (first, stranger)))
    assert (reply.status, reply.json["errors"][0]["code"]) == (400, "document_unknown")
    assert reply.json["errors"][0]["field"] == "moves.0.before"


def test_process_may_be_ordered_only_where_it_is_open(world: World):
    process, (first, second) = letters(world, 2)
    reply = world.send(ordering(world.marina, process, (second, first)))
    assert (reply.status, reply.json["code"]) == (409, "process_not_open_here")


def test_before_sending_one_is_told_what_nobody_signed_whoever_wrote_it(world: World):
    """TRA-01, features.md §5 of SEI Pro: drafts only, never what is signed or was received."""
    process, drafts = letters(world, 2)
    signed(world, process)
    filed(world, process)
    world.done(Ask(world.ana, "POST", f"/processes/{process}/routings", {"units": ["semad-rh"], "keep_open": True}))
    for who in (world.ana, world.marina):
        found = world.done(Ask(who, "GET", f"/processes/{process}/drafts"))
        assert ([node["id"] for node in found["items"]], found["more"]) == (drafts, False)


def test_text_that_speaks_of_drafts_makes_no_document_one(world: World):
    place = drafted(world, description='o campo "state":"draft" do sistema')
    world.done(signing(world, place))
    found = world.done(Ask(world.ana, "GET", f"/processes/{place[0]}/drafts"))
    assert found == {"items": [], "more": False}
