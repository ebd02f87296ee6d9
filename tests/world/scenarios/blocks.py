"""Blocks: fill, share, sign inside, return, conclude."""

from typing import Any

from tests.world.builders import drafted, received, signing, started
from tests.world.world import Ask, World

from .block_groups import arranger, grouped, naming
from .registry import reads, writes

Block = tuple[str, str, str]


def block(world: World, kind: str = "signing", *units: str) -> str:
    """A block of Ana's unit, meant for Marina's unless told; -> its id."""
    meant = list(units) or ([] if kind == "internal" else ["semad-rh"])
    form = {"kind": kind, "description": "Ofícios da semana", "units": meant}
    return str(world.done(Ask(world.ana, "POST", "/blocks", form))["id"])


def putting(world: World, made: str, process: str, document: str | None = None) -> Ask:
    """Including a document, or a whole process."""
    form = {"process": process, **({"document": document} if document else {})}
    return Ask(world.ana, "POST", f"/blocks/{made}/items", form, process)


def filled(world: World, kind: str = "signing") -> Block:
    """A block with one item; -> (block, process, item)."""
    made = block(world, kind)
    if kind == "signing":
        process, item = drafted(world)
        world.done(putting(world, made, process, item))
        return made, process, item
    process = started(world)
    world.done(putting(world, made, process))
    return made, process, process


def asking(
    world: World, made: Block, what: str, body: Any = None, who: Any = None, method: str = "POST"
) -> Ask:
    """An act on the block, by Ana unless told."""
    return Ask(who or world.ana, method, f"/blocks/{made[0]}/{what}", body, made[1])


def shared(world: World, kind: str = "signing") -> Block:
    """A block in the hands of Marina's unit; -> (block, process, item)."""
    made = filled(world, kind)
    world.done(asking(world, made, "sharing", {}))
    return made


@writes("blocks.create.create_block", "BLO-01", "BLO-04", entries=0)
def create_block(world: World) -> Ask:
    vera = arranger(world)
    group = world.done(naming(vera))["id"]
    form = {"kind": "signing", "description": "Ofícios da semana", "units": ["semad-rh"], "group": group}
    return Ask(vera, "POST", "/blocks", form)


@writes("blocks.change.change_block", "BLO-02", "BLO-04", entries=0)
def change_block(world: World) -> Ask:
    vera, _, made = grouped(world)
    body = {"description": "Ofícios do mês", "units": ["gab"], "group": world.done(naming(vera))["id"]}
    return Ask(vera, "PATCH", f"/blocks/{made}", body)


@writes("blocks.include_document.include_document", "BLO-01", "BLO-08", entries=1)
def put_document_in_block(world: World) -> Ask:
    process, document = drafted(world)
    return putting(world, block(world), process, document)


@writes("blocks.include_process.include_process", "BLO-06", "BLO-07", "BLO-08", entries=1)
def put_process_in_block(world: World) -> Ask:
    return putting(world, block(world, "meeting"), received(world, keep_open=True))


@writes("blocks.remove_item.remove_item", "BLO-01", "BLO-08", entries=1)
def take_from_block(world: World) -> Ask:
    made = filled(world)
    return asking(world, made, f"items/{made[2]}", method="DELETE")


@writes("blocks.annotate.annotate_item", "BLO-01", entries=0)
def annotate_block_item(world: World) -> Ask:
    made = shared(world)
    return asking(world, made, f"items/{made[2]}/note", {"text": "Conferir o nome"}, world.marina, "PUT")


@writes("blocks.flag.flag_block", "BLO-03", entries=0)
def flag_block(world: World) -> Ask:
    return asking(world, filled(world), "flags/priority", {"raised": True}, method="PUT")


@writes("blocks.assign.assign_block", "BLO-04", entries=0)
def assign_block(world: World) -> Ask:
    return asking(world, shared(world), "assignee", {"user": "diego.alves"}, world.marina, "PUT")


@writes("blocks.share.share_block", "BLO-02", "BLO-08", entries=1)
def share_block(world: World) -> Ask:
    return asking(world, filled(world), "sharing", {})


@writes("blocks.unshare.unshare_block", "BLO-02", "BLO-08", entries=1)
def unshare_block(world: World) -> Ask:
    return asking(world, shared(world), "sharing", method="DELETE")


@writes("blocks.return_block.return_block", "BLO-02", "BLO-08", entries=1)
def return_block(world: World) -> Ask:
    return asking(world, shared(world), "return", {"reason": "Falta o anexo"}, world.marina)


@writes("blocks.conclude.conclude_block", "BLO-02", "BLO-08", entries=1)
def conclude_block(world: World) -> Ask:
    return asking(world, filled(world), "conclusion", {})


@writes("blocks.reopen.reopen_block", "BLO-02", "BLO-08", entries=1)
def reopen_block(world: World) -> Ask:
    made = filled(world)
    world.done(asking(world, made, "conclusion", {}))
    return asking(world, made, "reopening", {})


@writes("blocks.delete.delete_block", "BLO-02", "BLO-04", entries=0)
def delete_block(world: World) -> Ask:
    vera, _, made = grouped(world)
    return Ask(vera, "DELETE", f"/blocks/{made}")


@writes("documents.sign.sign_document", "DOC-10", "BLO-01", entries=1)
def sign_received_in_block(world: World) -> Ask:
    _, process, document = shared(world)
    return signing(world, (process, document), world.marina)


@reads("blocks.list.list_blocks", "BLO-02")
def list_blocks(world: World) -> Ask:
    # A unit that no other scenario fills: what a page costs must not depend on who ran before.
    camila = world.person("camila.duarte", "semma-lic")
    return Ask(camila, "GET", "/blocks?kind=signing")


@reads("blocks.read.read_block", "BLO-02", "BLO-05")
def read_block(world: World) -> Ask:
    return Ask(world.marina, "GET", f"/blocks/{shared(world)[0]}")


@reads("blocks.signing_queue.read_signing_queue", "BLO-01")
def read_signing_queue(world: World) -> Ask:
    # Somebody alone in the unit, so that the queue is what this scenario put there.
    camila = world.person("camila.duarte", "semma-lic")
    process, document = drafted(world, started(world, camila), camila)
    made = world.done(Ask(camila, "POST", "/blocks", {"kind": "signing", "description": "Licenças"}))["id"]
    world.done(Ask(camila, "POST", f"/blocks/{made}/items", {"process": process, "document": document}))
    return Ask(camila, "GET", "/signing-queue")
