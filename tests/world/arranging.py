"""Units that arranged their work: labels and checkpoints, made through the same requests that people send."""

import uuid
from dataclasses import replace

from chalicelib.adapters.dynamodb import records
from chalicelib.adapters.dynamodb.items import MainItem
from chalicelib.adapters.dynamodb.kept import item as kept_item
from chalicelib.application.references import ArrangementKey
from chalicelib.domain.arrangement import NO_BOARD
from chalicelib.domain.saved_view import SavedView

from .wire import untapped
from .world import Ask, Person, World


def naming(who: Person, name: str | None = None, colour: str = "green") -> Ask:
    """The dialog Novo marcador; a unit has no two of a name."""
    return Ask(who, "POST", "/labels", {"name": name or f"Marcador {uuid.uuid4().hex[:8]}", "colour": colour})


def new_label(world: World, who: Person) -> str:
    """A label never used, one of the few of the person's unit; -> its id."""
    forget_arrangement(world, who.unit)
    return str(world.done(naming(who))["id"])


def a_label(world: World, who: Person, name: str = "Urgente") -> str:
    """The label of the person's unit with this name, made the first time; -> its id."""
    kept = world.done(Ask(who, "GET", "/arrangement"))["labels"]
    found = next((label["id"] for label in kept if label["name"] == name), None)
    return str(found or world.done(naming(who, name))["id"])


def forget_arrangement(world: World, unit: str) -> None:
    """The unit keeps its last two labels and no more: what a test arranges must not weigh on the next."""
    key = ArrangementKey(unit)
    with untapped():
        (kept,) = world.installed.place.ports(world.tenant).reader.get(key)
        if kept is None:
            return
        few = replace(kept, labels=kept.labels[-2:], board=NO_BOARD)
        place = records.address(world.tenant, key)
        MainItem(*place, n=few.n, body=records.encode(few)).save()


def forget_views(world: World, unit: str) -> None:
    """The unit keeps its last two views and no more, for the same reason."""
    with untapped():
        ports = world.installed.place.ports(world.tenant)
        for view in sorted(ports.reader.kept(SavedView, unit), key=lambda each: each.at)[:-2]:
            kept_item(world.tenant, view).delete()


def labelling(who: Person, process: str, label: str, text: str = "") -> Ask:
    """Putting a label on a process."""
    return Ask(who, "PUT", f"/processes/{process}/labels/{label}", {"text": text}, process)


def checkpoints(world: World, unit: str) -> list[str]:
    """The ids of three phases of the unit, defined by an administrator the first time."""
    administrator = world.hire("bernardo.admin", unit, "administrator")
    path = f"/units/{unit}/checkpoints"
    kept = world.done(Ask(administrator, "GET", path))["checkpoints"]
    if not kept:
        lines = [{"name": name} for name in ("Análise", "Vistoria", "Decisão")]
        world.done(Ask(administrator, "PUT", path, {"checkpoints": lines}))
        kept = world.done(Ask(administrator, "GET", path))["checkpoints"]
    return [str(each["id"]) for each in kept]


TEMPLATE = {"name": "Alvará", "items": ["Conferir a planta", "Conferir o IPTU"]}


def templates(world: World, who: Person) -> list[str]:
    """The ids of the ready-made lists of the person's unit, one of them made the first time."""
    kept = world.done(Ask(who, "GET", "/checklist-templates"))
    if not kept["templates"]:
        body = {"templates": [TEMPLATE], "revision": kept["revision"]}
        world.done(Ask(who, "PUT", "/checklist-templates", body))
        kept = world.done(Ask(who, "GET", "/checklist-templates"))
    return [str(each["id"]) for each in kept["templates"]]


def checklisted(world: World, process: str, who: Person | None = None, text: str = "Ligar antes") -> str:
    """An item put on the checklist of a process; -> its id."""
    person = who or world.ana
    world.done(Ask(person, "POST", f"/processes/{process}/checklist", {"items": [text]}, process))
    found = world.done(Ask(person, "GET", f"/processes/{process}/desk"))["checklist"]
    return str(found[-1]["id"])
