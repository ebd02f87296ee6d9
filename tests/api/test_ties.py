"""Ties, what stands still and what left the inbox, over HTTP (PRO-13, PRO-16, PRO-17, PRO-24, TRA-01, 05, 16)."""

from tests.world.builders import drafting, received, sent, started
from tests.world.scenarios.ties import acting, annexed, chief, relating, suspended
from tests.world.world import Ask, Person, World


def get(world: World, path: str, who: Person | None = None):
    return world.done(Ask(who or world.ana, "GET", path))


def away(world: World, which: str) -> dict[str, dict]:
    return {row["process"]: row for row in get(world, f"/away?list={which}")["items"]}


def test_suspended_process_is_listed_with_its_reason_and_leaves_the_inbox(world: World):
    linked = started(world)
    process = suspended(world, linked)
    row = away(world, "suspended")[process]
    assert (row["reason"], row["by"]["id"]) == ("Aguarda o laudo", "ana.lima")
    assert process not in {row["process"] for row in get(world, "/inbox")["items"]}
    held = get(world, f"/processes/{process}/ties")["suspension"]
    assert (held["reason"], held["linked"]["process"]) == ("Aguarda o laudo", linked)
    entry = get(world, f"/processes/{linked}/history")["items"][0]
    assert (entry["kind"], entry["process"]) == ("process_suspending", process)


def test_nothing_enters_an_annexed_process(world: World):
    main, part = annexed(world)
    refused = world.send(drafting(world.ana, part))
    assert (refused.status, refused.json["code"]) == (403, "process_view_only")
    ties = get(world, f"/processes/{part}/ties")
    assert (ties["annexed_to"]["process"], ties["annexes"]) == (main, [])
    back = acting(chief(world), main, f"annexes/{part}/removal", {"reason": "Engano"})
    world.done(back)
    world.done(drafting(world.ana, part))


def test_relation_is_shown_on_both_sides_and_undone_by_the_unit_only(world: World):
    process, other = started(world), sent(world)
    world.done(relating(world, process, other))
    assert [tie["process"] for tie in get(world, f"/processes/{other}/ties")["relations"]] == [process]
    refused = world.send(acting(world.marina, other, f"relations/{process}/removal"))
    assert (refused.status, refused.json["code"]) == (409, "related_by_another_unit")


def test_sending_is_undone_until_received_and_says_why_not_after(world: World):
    process = sent(world)
    routing = get(world, f"/processes/{process}")["routings"][0]["id"]
    world.done(acting(world.ana, process, f"routings/{routing}/undoing"))
    assert [unit["id"] for unit in get(world, f"/processes/{process}")["passed_units"]] == ["semad-prot"]
    again = received(world, return_due={"days": 5})
    routing = get(world, f"/processes/{again}")["routings"][0]["id"]
    refused = world.send(acting(world.ana, again, f"routings/{routing}/undoing"))
    assert (refused.status, refused.json["code"]) == (409, "sending_received")


def test_what_left_the_inbox_says_how(world: World):
    process = sent(world)
    row = away(world, "concluded")[process]
    assert (row["by_sending"], row["by"]["id"]) == (True, "ana.lima")


def test_process_marked_as_unread_is_among_the_unread(world: World):
    process = received(world)
    world.done(acting(world.marina, process, "unread-mark"))
    rows = {row["process"]: row for row in get(world, "/inbox?unread=true", world.marina)["items"]}
    assert rows[process]["signals"] == ["marked_unread"]
    assert rows[process]["unread"] is False


def test_reason_of_nothing_but_spaces_is_refused(world: World):
    refused = world.send(acting(world.ana, started(world), "suspension", {"reason": "   "}))
    assert (refused.status, refused.json["errors"][0]["field"]) == (400, "reason")
