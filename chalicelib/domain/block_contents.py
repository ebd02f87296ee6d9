"""What goes in and out of a block, and what is noted on it (BLO-01, BLO-03, BLO-04, BLO-06, BLO-07)."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from . import history
from .block import Block, BlockFlag, BlockItem, FlagMark, ItemNote, changed, check_at_home
from .document import Document, DocumentState
from .errors import Refused
from .history import Fact
from .identity import Actor
from .in_block import BlockKind
from .organisation import Person
from .process import Act, Change, Process, check_active

#: A shared block writes two items per process in one transaction of at most a hundred.
MAXIMUM_PROCESSES = 30
MAXIMUM_ITEMS = 300
MAXIMUM_NOTE = 500


def include_document(
    block: Block, process: Process, document: Document, actor: Actor, at: datetime
) -> tuple[Block, Change]:
    """Put a document into a signing block (BLO-01).

    Raises Refused: ``block_of_processes``, ``already_in_block``, ``document_cancelled``, ``block_full`` and as
    ``check_at_home`` and ``check_active``.
    """
    if block.kind is not BlockKind.SIGNING:
        raise Refused("block_of_processes", "Este bloco reúne processos: inclua o processo, não o documento.")
    if document.state is DocumentState.CANCELLED:
        raise Refused("document_cancelled", "Documento cancelado não é incluído em bloco.")
    item = BlockItem(process.id, process.nup, document.id, document.label, actor.user, at)
    fact = history.DocumentPutInBlock(document.id, document.label, block.number)
    return _include(block, process, item, fact, actor, at)


def check_room(block: Block, processes: Iterable[str], documents: int) -> None:
    """Whether so many new documents of these processes still fit (DOC-09, DOC-19).

    Raises Refused: ``block_of_processes``, ``block_full`` and as ``check_at_home``.
    """
    if block.kind is not BlockKind.SIGNING:
        raise Refused("block_of_processes", "Este bloco reúne processos: inclua o processo, não o documento.")
    check_at_home(block)
    _check_size(block, len(block.items) + documents, len({*block.processes, *processes}))


def include_process(block: Block, process: Process, actor: Actor, at: datetime) -> tuple[Block, Change]:
    """Put a process into a meeting or internal block (BLO-06, BLO-07).

    Raises Refused: ``block_of_documents``, ``already_in_block``, ``block_full`` and as ``check_at_home`` and
    ``check_active``.
    """
    if block.kind is BlockKind.SIGNING:
        raise Refused("block_of_documents", "Bloco de assinatura reúne documentos: inclua o documento.")
    label = f"{process.registration.type.name}: {process.registration.specification}".rstrip(": ")
    item = BlockItem(process.id, process.nup, "", label, actor.user, at)
    return _include(block, process, item, history.ProcessPutInBlock(block.number), actor, at)


def _include(
    block: Block, process: Process, item: BlockItem, fact: Fact, actor: Actor, at: datetime
) -> tuple[Block, Change]:
    check_at_home(block)
    check_active(process)
    if any(kept.id == item.id for kept in block.items):
        raise Refused("already_in_block", f"Já está no bloco {block.number}.")
    after = changed(block, at, items=(*block.items, item))
    _check_size(block, len(after.items), len(after.processes))
    return after, remembered(process, after, actor, fact)


def _check_size(block: Block, items: int, processes: int) -> None:
    most = MAXIMUM_ITEMS if block.kind is BlockKind.INTERNAL else MAXIMUM_PROCESSES
    if items > MAXIMUM_ITEMS or processes > most:
        message = f"O bloco {block.number} está cheio: reúne itens de até {most} processos. Crie outro bloco."
        raise Refused("block_full", message)


def remove(
    block: Block, process: Process, identifier: str, actor: Actor, at: datetime
) -> tuple[Block, Change]:
    """Take an item out. Raises Refused ``block_item_not_found`` and as ``check_at_home``."""
    check_at_home(block)
    item = block.item(identifier)
    after = changed(block, at, items=tuple(kept for kept in block.items if kept.id != identifier))
    fact: Fact
    if item.document:
        fact = history.DocumentTakenFromBlock(item.document, item.label, block.number)
    else:
        fact = history.ProcessTakenFromBlock(block.number)
    return after, remembered(process, after, actor, fact)


def remembered(process: Process, block: Block, actor: Actor, *facts: Fact) -> Change:
    """The process as it remembers the block now, and what its history tells of it."""
    others = tuple(held for held in process.blocks if held.block != block.id)
    mine = (block.held(process.id),) if process.id in block.processes else ()
    acts = tuple(Act(actor.user, actor.unit, fact) for fact in facts)
    return Change(replace(process, blocks=(*others, *mine)), acts)


def annotate(block: Block, identifier: str, text: str, actor: Actor, at: datetime) -> Block:
    """Note beside an item, or clear the note with an empty text (BLO-01). Raises Refused ``block_item_not_found``."""
    item = block.item(identifier)
    note = ItemNote(text, actor.user, actor.unit, at) if text else None
    items = tuple(replace(kept, note=note) if kept.id == item.id else kept for kept in block.items)
    return changed(block, at, items=items)


def flag(block: Block, which: BlockFlag, text: str, actor: Actor, at: datetime) -> Block:
    """Raise a flag, saying who and when (BLO-03)."""
    mark = FlagMark(actor.user, actor.unit, at, text)
    return changed(block, at, flags={**block.flags, which.value: mark})


def unflag(block: Block, which: BlockFlag, at: datetime) -> Block:
    """Lower a flag (BLO-03)."""
    return changed(block, at, flags={name: mark for name, mark in block.flags.items() if name != which.value})


def assign(block: Block, unit: str, person: Person | None, at: datetime) -> Block:
    """Put the unit's side of the block in somebody's hands, or nobody's (BLO-04)."""
    others = {name: whose for name, whose in block.assignees.items() if name != unit}
    return changed(block, at, assignees={**others, unit: person} if person else others)
