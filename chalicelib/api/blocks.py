"""Blocks: to sign, for a meeting, of the unit (BLO-01 … BLO-07)."""

from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints

from chalicelib.application.blocks.annotate import annotate_item
from chalicelib.application.blocks.assign import assign_block
from chalicelib.application.blocks.change import BlockChange, change_block
from chalicelib.application.blocks.create import BlockForm, create_block
from chalicelib.application.blocks.delete import delete_block
from chalicelib.application.blocks.flag import Flagging, flag_block
from chalicelib.application.blocks.include_document import include_document
from chalicelib.application.blocks.include_process import include_process
from chalicelib.application.blocks.list import list_blocks
from chalicelib.application.blocks.read import read_block
from chalicelib.application.blocks.remove_item import remove_item
from chalicelib.domain.block import BlockFlag
from chalicelib.domain.block_contents import MAXIMUM_NOTE
from chalicelib.domain.errors import NotFound
from chalicelib.domain.in_block import BlockKind
from chalicelib.domain.policy import Action

from . import block_view, replies
from .routes import Answer, Call, Routes
from .validation import Body, Identifier

routes = Routes("blocks")

BLOCK = "/blocks/{block}"
KindName = Literal["signing", "meeting", "internal"]
Cursor = Annotated[str, StringConstraints(max_length=2000)]
Description = Annotated[str, StringConstraints(min_length=1, max_length=250)]
# The id of a group of the unit; empty is none.
GroupId = Annotated[str, StringConstraints(max_length=100)]
Units = Annotated[tuple[Identifier, ...], Field(max_length=100)]
Note = Annotated[str, StringConstraints(max_length=MAXIMUM_NOTE)]


class BlocksQuery(Body):
    """Which blocks to list."""

    kind: KindName
    concluded: bool = False
    group: Identifier | None = None
    cursor: Cursor | None = None


class BlockBody(Body):
    """The screen Novo Bloco; ``units`` are those it is meant for."""

    kind: KindName
    description: Description
    units: Units = ()
    group: GroupId = ""


class BlockChangeBody(Body):
    """The screen Alterar Bloco, as a whole."""

    description: Description
    units: Units = ()
    group: GroupId = ""


class ItemQuery(Body):
    """From which item on."""

    start: Annotated[int, Field(ge=0, le=100_000)] = 0


class ItemBody(Body):
    """What to include: a document, or a whole process."""

    process: Identifier
    document: Identifier | None = None


class NoteBody(Body):
    """The note beside an item; empty clears it."""

    text: Note


class AssigneeBody(Body):
    """Whose hands; ``user`` null is nobody's."""

    user: Identifier | None


class FlagBody(Body):
    """Raise with a comment, or lower."""

    raised: bool
    text: Note = ""


@routes.route("GET", "/blocks", Action.BLOCK_LIST, query=BlocksQuery, reply=replies.Blocks)
def index(call: Call) -> dict[str, Any]:
    """Blocos da unidade"""
    query: BlocksQuery = call.query
    kind = BlockKind(query.kind)
    page = list_blocks(call.ports, call.actor, kind, query.concluded, query.cursor, query.group or "")
    return {"items": [block_view.row(each) for each in page.items], "next_cursor": page.next_cursor}


@routes.route("POST", "/blocks", Action.BLOCK_CREATE, body=BlockBody, reply=replies.BlockCreated, status=201)
def create(call: Call) -> Any:
    """Criar bloco"""
    body: BlockBody = call.body
    form = BlockForm(BlockKind(body.kind), body.description, body.units, body.group)
    return create_block(call.ports, call.actor, call.operation, form)


@routes.route("GET", BLOCK, Action.BLOCK_SEE, query=ItemQuery, reply=replies.BlockPage)
def read(call: Call, block: str) -> dict[str, Any]:
    """Ver o bloco e os seus itens"""
    return block_view.page(read_block(call.ports, call.actor, block, call.query.start), call.actor)


@routes.route("PATCH", BLOCK, Action.BLOCK_CHANGE, body=BlockChangeBody, reply=replies.BlockRevision)
def change(call: Call, block: str) -> Any:
    """Alterar bloco"""
    body: BlockChangeBody = call.body
    form = BlockChange(body.description, body.units, body.group)
    return change_block(call.ports, call.actor, call.operation, block, form)


@routes.route("DELETE", BLOCK, Action.BLOCK_DELETE, status=204)
def delete(call: Call, block: str) -> Answer:
    """Excluir bloco"""
    delete_block(call.ports, call.actor, call.operation, block)
    return Answer(None)


@routes.route(
    "POST", f"{BLOCK}/items", Action.BLOCK_FILL, body=ItemBody, reply=replies.BlockRevision, status=201
)
def include(call: Call, block: str) -> Any:
    """Incluir documento ou processo no bloco"""
    body: ItemBody = call.body
    if body.document is None:
        return include_process(call.ports, call.actor, call.operation, block, body.process)
    return include_document(call.ports, call.actor, call.operation, block, body.process, body.document)


@routes.route("DELETE", f"{BLOCK}/items/{{item}}", Action.BLOCK_FILL, reply=replies.BlockRevision)
def remove(call: Call, block: str, item: str) -> Any:
    """Retirar item do bloco"""
    return remove_item(call.ports, call.actor, call.operation, block, item)


@routes.route(
    "PUT", f"{BLOCK}/items/{{item}}/note", Action.BLOCK_ANNOTATE, body=NoteBody, reply=replies.BlockRevision
)
def annotate(call: Call, block: str, item: str) -> Any:
    """Anotar item do bloco"""
    return annotate_item(call.ports, call.actor, call.operation, block, item, call.body.text)


@routes.route("PUT", f"{BLOCK}/assignee", Action.BLOCK_ASSIGN, body=AssigneeBody, reply=replies.BlockRevision)
def assign(call: Call, block: str) -> Any:
    """Atribuir bloco"""
    return assign_block(call.ports, call.actor, call.operation, block, call.body.user)


@routes.route("PUT", f"{BLOCK}/flags/{{flag}}", Action.BLOCK_FLAG, body=FlagBody, reply=replies.BlockRevision)
def set_flag(call: Call, block: str, flag: str) -> Any:
    """Sinalizar bloco"""
    if flag not in list(BlockFlag):
        raise NotFound("flag_not_found", "Esta sinalização não existe.")
    wanted = Flagging(BlockFlag(flag), call.body.raised, call.body.text)
    return flag_block(call.ports, call.actor, call.operation, block, wanted)
