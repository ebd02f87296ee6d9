"""The step of a flow on the inbox's row, and the inbox by one step (issue 4 §7, PRO-01)."""

from typing import Any

from tests.world.builders import started
from tests.world.following import asking, completing, followed, side_by_side
from tests.world.world import Ask, Person, World

REASON = {"reason": "Já consta dos autos"}


def rows(world: World, who: Person, **wanted: str) -> dict[str, list[dict[str, Any]]]:
    """Process -> the steps that its row shows, page after page."""
    found: dict[str, list[dict[str, Any]]] = {}
    query = "&".join(f"{name}={value}" for name, value in wanted.items())
    cursor = ""
    while True:
        page = world.done(Ask(who, "GET", f"/inbox?tab=all&{query}{cursor}"))
        found |= {row["process"]: row["steps"] for row in page["items"]}
        if not page["next_cursor"]:
            return found
        cursor = f"&cursor={page['next_cursor']}"


def names(steps: list[dict[str, Any]]) -> list[str]:
    return [one["name"] for one in steps]


def test_row_shows_the_step_that_is_the_units_and_the_inbox_is_narrowed_to_it(world: World):
    process, free = side_by_side(world), started(world)
    shown = rows(world, world.marina)[process]
    assert names(shown) == ["Manifestar-se pelo RH"]
    assert (shown[0]["flow"], shown[0]["step"], shown[0]["due"]["status"]) == ("atendimento", "pessoal", "on_time")
    assert set(rows(world, world.marina, step="atendimento/pessoal")) >= {process}
    assert process not in rows(world, world.marina, step="atendimento/gabinete")
    assert rows(world, world.ana)[free] == []


def test_step_leaves_the_row_when_it_is_done_and_its_deadline_while_the_flow_is_paused(world: World):
    process = followed(world, "balcao")
    assert [one["due"] is not None for one in rows(world, world.ana)[process]] == [True]
    world.done(asking(world.ana, process, "pause", REASON))
    assert [one["due"] for one in rows(world, world.ana)[process]] == [None]
    world.done(asking(world.ana, process, "resumption"))
    world.done(completing(world.ana, process, "1"))
    assert names(rows(world, world.ana)[process]) == ["Guardar"]
    world.done(asking(world.ana, process, "cancellation", REASON))
    assert rows(world, world.ana)[process] == []


def test_step_is_asked_for_by_its_flow_and_its_name(world: World):
    reply = world.call(world.ana, "GET", "/inbox?step=pessoal")
    assert (reply.status, reply.json["code"]) == (400, "invalid_request")
