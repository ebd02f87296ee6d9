"""Somebody whose data are to be erased, and the two people whom the law makes answer for it."""

import uuid
from typing import Any

from chalicelib.application.erasure.kind import KIND, erasure_kind
from chalicelib.application.erasure.leaver_kind import KIND as LEAVER
from chalicelib.application.erasure.leaver_kind import leaver_kind
from chalicelib.application.jobs.close import close_job
from chalicelib.application.jobs.open_job import open_job
from chalicelib.application.jobs.run_batch import run_batch

from . import ledgers
from .builders import started
from .searching import indexed
from .wire import untapped
from .world import Ask, Person, World

REASON = "Pediu por carta, protocolo 12"


def officer(world: World) -> Person:
    """Asks."""
    return world.hire("olga.encarregada", "semad-prot", "data_protection")


def second(world: World) -> Person:
    """Confirms."""
    return world.hire("rui.encarregado", "semad-prot", "data_protection")


def somebody(world: World, name: str = "", **given: str) -> str:
    """A contact; -> its id."""
    form = {"name": name or f"Iracema {uuid.uuid4().hex[:8]}", "kind": "person", **given}
    return str(world.done(Ask(world.ana, "POST", "/contacts", form))["id"])


def noted(world: World, process: str, text: str) -> None:
    """A free text in the history."""
    world.done(Ask(world.ana, "POST", f"/processes/{process}/progress", {"text": text}, process))


def beside(world: World, process: str, text: str) -> None:
    """What Ana's unit writes beside a process, for its own work."""
    for path, form in (
        ("comments", {"text": text, "document": None}),
        ("follow-ups", {"group": "", "observation": text}),
        ("checklist", {"items": [text]}),
    ):
        world.done(Ask(world.ana, "POST", f"/processes/{process}/{path}", form, process))


def signed_and_found(world: World, *processes: str) -> None:
    """What the queues and the hour bring: the ledger with its head, the words."""
    assert ledgers.append(world, *processes) == []
    ledgers.sign(world)
    indexed(world, *processes)


def interested(world: World, note: str = "Falei com {name}") -> tuple[str, str, str]:
    """-> (contact, its name, a process without documents that names it), a signed head over all of it."""
    name = f"Iracema {uuid.uuid4().hex[:10]}"
    contact = somebody(world, name)
    process = started(world, interested_parties=[contact])
    noted(world, process, note.format(name=name))
    signed_and_found(world, process)
    return contact, name, process


def asking(world: World, contact: str, ground: str = "consent", reason: str = REASON) -> Ask:
    form = {"contact": contact, "ground": ground, "reason": reason}
    return Ask(officer(world), "POST", "/erasures", form)


def confirming(world: World, contact: str, ground: str = "consent") -> Ask:
    """What another person asked."""
    made = world.done(asking(world, contact, ground))["id"]
    return Ask(second(world), "POST", f"/erasures/{made}/confirmation")


def items(world: World, job: str, who: str = "rui.encarregado") -> list[dict[str, Any]]:
    """The items of a job, as whoever confirmed reads them."""
    page = world.done(Ask(world.person(who, "semad-prot"), "GET", f"/jobs/{job}"))
    return list(page["items"])


def worked(world: World, job: str, who: str = "rui.encarregado") -> list[str]:
    """The job from its first step to its last; -> what became of each item."""
    ports, kinds = world.installed.place.ports(world.tenant), {KIND: erasure_kind(), LEAVER: leaver_kind()}
    with untapped():
        for number in open_job(ports, who, job)["batches"]:
            while run_batch(ports, kinds, who, job, number, lambda: False)["more"]:
                pass
        close_job(ports, kinds, who, job)
    return [item["state"] for item in items(world, job, who)]
