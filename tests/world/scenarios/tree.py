"""The order of the documents of a process."""

from tests.world.builders import drafted, started
from tests.world.world import Ask, Person, World

from .registry import reads, writes


def letters(world: World, count: int = 3, process: str | None = None) -> tuple[str, list[str]]:
    """A process of Ana's with letters in it; -> (process, documents)."""
    place = process or started(world)
    return place, [drafted(world, place)[1] for _ in range(count)]


def ordering(who: Person, process: str, *moves: tuple[str, str | None]) -> Ask:
    """The dialog Ordenar árvore: each (document, the one it goes before)."""
    body = {"moves": [{"document": document, "before": before} for document, before in moves]}
    return Ask(who, "PUT", f"/processes/{process}/document-order", body, process)


def standing(world: World, who: Person, process: str) -> list[str]:
    """The documents as the process page shows them."""
    page = world.done(Ask(who, "GET", f"/processes/{process}"))
    return [str(node["id"]) for node in page["documents"]["items"]]


@writes("processes.order_documents.order_documents", "PRO-18", entries=1)
def order_documents(world: World) -> Ask:
    process, (first, _, third) = letters(world)
    return ordering(world.ana, process, (third, first), (first, None))


@reads("processes.list_drafts.list_drafts", "TRA-01")
def list_drafts(world: World) -> Ask:
    process, _ = letters(world)
    return Ask(world.ana, "GET", f"/processes/{process}/drafts", process=process)
