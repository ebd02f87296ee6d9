"""Processes a unit follows (TRA-10)."""

from tests.world.builders import started
from tests.world.world import Ask, World

from .registry import reads, writes


def _following(world: World) -> Ask:
    process = started(world)
    form = {"group": "Obras", "observation": "Ver em março"}
    return Ask(world.marina, "POST", f"/processes/{process}/follow-ups", form, process)


def _followed(world: World) -> tuple[str, str]:
    ask = _following(world)
    assert ask.process
    return ask.process, str(world.done(ask)["id"])


@writes("follow_ups.follow.follow_process", "TRA-10", entries=0)
def follow_process(world: World) -> Ask:
    return _following(world)


@writes("follow_ups.change_follow_up.change_follow_up", "TRA-10", entries=0)
def change_follow_up(world: World) -> Ask:
    process, made = _followed(world)
    path = f"/processes/{process}/follow-ups/{made}"
    return Ask(world.marina, "PUT", path, {"group": "Praças"}, process)


@writes("follow_ups.see_news.see_news", "TRA-10", entries=0)
def see_news(world: World) -> Ask:
    process, made = _followed(world)
    world.done(Ask(world.ana, "POST", f"/processes/{process}/progress", {"text": "Vistoria feita"}))
    return Ask(world.marina, "POST", f"/processes/{process}/follow-ups/{made}/sight", {}, process)


@writes("follow_ups.unfollow.unfollow_process", "TRA-10", entries=0)
def unfollow_process(world: World) -> Ask:
    process, made = _followed(world)
    return Ask(world.marina, "DELETE", f"/follow-ups/{process}/{made}", process=process)


@reads("follow_ups.list_follow_ups.list_follow_ups", "TRA-10")
def list_follow_ups(world: World) -> Ask:
    # A unit that no other scenario fills, with one follow-up.
    process = started(world)
    renata = world.hire("sergio.praias", "semma-lic", "basic")
    path = f"/processes/{process}/follow-ups"
    kept = world.done(Ask(renata, "GET", "/follow-ups"))["items"]
    for each in kept:
        world.done(Ask(renata, "DELETE", f"/follow-ups/{each['process']}/{each['id']}"))
    world.done(Ask(renata, "POST", path, {"group": "Praias"}))
    return Ask(renata, "GET", "/follow-ups")
