"""A block and what is in it (BLO-02, BLO-05)."""

from collections.abc import Mapping, Sequence

from chalicelib.application.authorisation import (
    allow_on_block,
    block_resource,
    document_resource,
    process_resource,
    subject,
)
from chalicelib.application.ports import Ports
from chalicelib.application.references import BlockKey, DocumentKey, Key, ProcessKey
from chalicelib.domain.block import Block, BlockItem
from chalicelib.domain.document import Document
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action, Decision, decide, visible_actions
from chalicelib.domain.process import Process
from chalicelib.domain.value import dataclass

PAGE = 40


@dataclass(frozen=True, slots=True)
class BlockLine:
    """An item as it is now. ``document`` is None for a process, or when the document was deleted since;
    ``signable`` says whether who reads may sign it, and why not.
    """

    item: BlockItem
    process: Process | None
    document: Document | None
    readable: bool
    signable: Decision | None


@dataclass(frozen=True, slots=True)
class BlockView:
    """``next_item`` is where the following page begins, None on the last."""

    block: Block
    lines: Sequence[BlockLine]
    next_item: int | None
    actions: Mapping[Action, Decision]


def read_block(ports: Ports, actor: Actor, block_id: str, start: int = 0) -> BlockView:
    """Two reads by key. Raises NotFound (absent, or in nobody's hands here), Forbidden."""
    (found,) = ports.reader.get(BlockKey(block_id))
    block = allow_on_block(actor, Action.BLOCK_SEE, found)
    shown = block.items[start : start + PAGE]
    lines = block_lines(ports, [(actor, item) for item in shown])
    following = start + PAGE
    return BlockView(
        block=block,
        lines=lines,
        next_item=following if following < len(block.items) else None,
        actions=visible_actions(subject(actor), block_resource(block)),
    )


def block_lines(ports: Ports, wanted: Sequence[tuple[Actor, BlockItem]]) -> list[BlockLine]:
    """Each item as it is now, for who looks at it; all in one read by key."""
    keys: list[Key] = [ProcessKey(process) for process in dict.fromkeys(item.process for _, item in wanted)]
    keys += dict.fromkeys(DocumentKey(item.process, item.document) for _, item in wanted if item.document)
    found = dict(zip(keys, ports.reader.get(*keys), strict=True)) if keys else {}
    return [
        _line(
            actor,
            item,
            found.get(ProcessKey(item.process)),
            found.get(DocumentKey(item.process, item.document)),
        )
        for actor, item in wanted
    ]


def _line(actor: Actor, item: BlockItem, process: Process | None, document: Document | None) -> BlockLine:
    who = subject(actor)
    if process is None:
        return BlockLine(item, None, None, False, None)
    if document is None:
        seen = decide(who, Action.PROCESS_SEE, process_resource(process)).allowed
        return BlockLine(item, process, None, seen and not item.document, None)
    resource = document_resource(process, document)
    readable = decide(who, Action.DOCUMENT_READ, resource).allowed
    signable = visible_actions(who, resource)[Action.DOCUMENT_SIGN]
    return BlockLine(item, process, document, readable, signable)
