"""What happens to documents after they were written: moved, acknowledged, locked, thrown away and brought back."""

from tests.world.builders import drafted, filed, signed, started
from tests.world.world import Ask, Person, World

from .registry import reads, writes

Place = tuple[str, str]


def document_path(place: Place, *more: str) -> str:
    return "/".join(("/processes", place[0], "documents", place[1], *more))


def moving(world: World, place: Place, destination: str, who: Person | None = None) -> Ask:
    """The dialog Mover documento."""
    body = {"process": destination, "reason": "Juntado no processo errado"}
    return Ask(who or world.ana, "POST", document_path(place, "move"), body, place[0])


def acknowledging(place: Place, who: Person) -> Ask:
    return Ask(who, "POST", document_path(place, "acknowledgements"), {}, place[0])


def locking(world: World, place: Place) -> Ask:
    return Ask(world.ana, "PUT", document_path(place, "lock"), {}, place[0])


def thrown_away(world: World, place: Place | None = None, who: Person | None = None) -> Place:
    """A document deleted by who wrote it."""
    place = place or drafted(world)
    world.done(Ask(who or world.ana, "DELETE", document_path(place)))
    return place


def restoring(world: World, place: Place, who: Person | None = None) -> Ask:
    path = f"/processes/{place[0]}/trash/{place[1]}/restoration"
    return Ask(who or world.ana, "POST", path, {}, place[0])


def commenting(world: World, process: str, document: str | None = None, who: Person | None = None) -> Ask:
    body = {"text": "Conferir a metragem", "document": document}
    return Ask(who or world.ana, "POST", f"/processes/{process}/comments", body, process)


def commented(world: World) -> Place:
    """A process with a comment of Ana's; -> (process, comment)."""
    process = started(world)
    return process, str(world.done(commenting(world, process))["id"])


@writes("documents.move.move_document", "DOC-18", entries=1, elsewhere=1)
def move_document(world: World) -> Ask:
    return moving(world, filed(world), started(world))


@writes("documents.acknowledge.acknowledge_document", "DOC-20", entries=1)
def acknowledge_document(world: World) -> Ask:
    return acknowledging(signed(world), world.carlos)


@writes("documents.lock.lock_document", "DOC-21", entries=1)
def lock_document(world: World) -> Ask:
    return locking(world, drafted(world))


@writes("documents.unlock.unlock_document", "DOC-21", entries=1)
def unlock_document(world: World) -> Ask:
    place = drafted(world)
    world.done(locking(world, place))
    return Ask(world.ana, "DELETE", document_path(place, "lock"), process=place[0])


@writes("trash.restore.restore_document", "DOC-17", entries=1)
def restore_document(world: World) -> Ask:
    return restoring(world, thrown_away(world))


@reads("trash.list.list_trash", "DOC-17")
def list_trash(world: World) -> Ask:
    # Somebody who throws nothing else away: what a page costs must not depend on who ran before.
    camila = world.person("camila.duarte", "semma-lic")
    thrown_away(world, drafted(world, started(world, camila), camila), camila)
    return Ask(camila, "GET", "/trash")


@reads("trash.read.read_trash", "DOC-17")
def read_trash(world: World) -> Ask:
    place = thrown_away(world)
    return Ask(world.ana, "GET", f"/processes/{place[0]}/trash/{place[1]}")


@writes("comments.make.make_comment", "PRO-25", entries=0)
def comment_on_document(world: World) -> Ask:
    return commenting(world, *drafted(world))


@writes("comments.change.change_comment", "PRO-25", entries=0)
def change_comment(world: World) -> Ask:
    process, comment = commented(world)
    path = f"/processes/{process}/comments/{comment}"
    return Ask(world.ana, "PATCH", path, {"text": "Metragem conferida"}, process)


@writes("comments.remove.remove_comment", "PRO-25", entries=0)
def remove_comment(world: World) -> Ask:
    process, comment = commented(world)
    return Ask(world.ana, "DELETE", f"/processes/{process}/comments/{comment}", process=process)


@reads("comments.list.list_comments", "PRO-25")
def list_comments(world: World) -> Ask:
    process, document = drafted(world)
    world.done(commenting(world, process))
    world.done(commenting(world, process, document))
    return Ask(world.ana, "GET", f"/processes/{process}/comments", process=process)
