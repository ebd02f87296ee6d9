"""The same act on many processes."""

from tests.world.builders import drafted, received, sending, sent, started
from tests.world.following import followed
from tests.world.jobs import on_one, ordering, ordering_documents, worked
from tests.world.world import Ask, World

from .registry import writes


@writes("bulk.order.order_bulk_act", "TRA-07", "PRO-01", entries=0)
def order_bulk_act(world: World) -> Ask:
    processes = [received(world), received(world)]
    return ordering(world.marina, "assign", processes, user="diego.alves")


@writes("bulk.order_documents.order_document_act", "DOC-20", "DOC-17", entries=0)
def order_document_act(world: World) -> Ask:
    first, second = drafted(world), drafted(world)
    return ordering_documents(world.ana, "favourite", [first, second], group="Modelos")


@writes("bulk.retry.retry_bulk_act", "TRA-07", "PRO-01", entries=0)
def retry_bulk_act(world: World) -> Ask:
    order = ordering(world.marina, "assign", [received(world), started(world)], user="diego.alves")
    job = world.done(order)["job"]
    worked(world, world.marina, job)
    return Ask(world.marina, "POST", f"/jobs/{job}/retrials", {})


def awaited_from_two(world: World) -> str:
    """A process that Ana keeps open, awaiting it back from two units."""
    process = started(world)
    due = {"days": 5, "business": True}
    for unit in ("semad-rh", "gab"):
        world.done(sending(world, process, unit, keep_open=True, return_due=due))
    return process


@writes("routing.extend_return.extend_return_due", "TRA-03", entries=2, name="extend_every_return")
def extend_every_return(world: World) -> Ask:
    form = {"return_due": {"date": None, "days": 20, "business": False}}
    return on_one(world, world.ana, "extend_return", awaited_from_two(world), **form)


@writes("routing.withdraw_return.withdraw_return_request", "TRA-03", entries=2, name="withdraw_every_return")
def withdraw_every_return(world: World) -> Ask:
    return on_one(world, world.ana, "withdraw_return", awaited_from_two(world))


@writes("routing.undo_sending.undo_sending", "TRA-01", entries=2, name="undo_last_sending")
def undo_last_sending(world: World) -> Ask:
    return on_one(world, world.ana, "undo_sending", sent(world))


@writes("flows.complete.complete_step", "issue 4 §7", entries=4, name="complete_own_step")
def complete_own_step(world: World) -> Ask:
    return on_one(world, world.ana, "complete_step", followed(world), note="Conferido")


def followed_twice(world: World) -> tuple[str, dict[str, list[str]]]:
    """A process that Marina's unit follows in two groups; -> it, and what to say of both."""
    process = started(world)
    path = f"/processes/{process}/follow-ups"
    kept = [world.done(Ask(world.marina, "POST", path, {"group": one}, process)) for one in ("Obras", "Ruas")]
    world.done(Ask(world.ana, "POST", f"/processes/{process}/progress", {"text": "Vistoria feita"}))
    return process, {process: [one["id"] for one in kept]}


@writes("follow_ups.see_news.see_news", "TRA-10", entries=0, name="see_news_in_two_groups")
def see_news_in_two_groups(world: World) -> Ask:
    process, chosen = followed_twice(world)
    return on_one(world, world.marina, "see_news", process, follow_ups=chosen)


@writes("follow_ups.unfollow.unfollow_process", "TRA-10", entries=0, name="unfollow_in_two_groups")
def unfollow_in_two_groups(world: World) -> Ask:
    process, chosen = followed_twice(world)
    return on_one(world, world.marina, "unfollow", process, follow_ups=chosen)
