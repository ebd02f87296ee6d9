"""Blocks at each point of their life, made by the acts themselves."""

from dataclasses import replace

from chalicelib.domain import block_contents, block_sharing
from chalicelib.domain.block import Block
from chalicelib.domain.in_block import BlockKind
from chalicelib.domain.process import Process
from tests.domain.document_examples import draft
from tests.domain.process_examples import PROTOCOL_CLERK, after, started
from tests.fakes.city import ANA, PERSONNEL, PROTOCOL, START


def block(kind: BlockKind = BlockKind.SIGNING, *units: object, **changes: object) -> Block:
    """Block 7 of the protocol unit, meant for the personnel unit unless told."""
    meant = units or (() if kind is BlockKind.INTERNAL else (PERSONNEL,))
    there = block_sharing.destinations(kind, PROTOCOL.id, list(meant))  # type: ignore[arg-type]
    made = Block(
        "b7", "7", "ubatuba", kind, PROTOCOL.short, "Ofícios da semana", ANA, START, START, destinations=there
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def filled(kind: BlockKind = BlockKind.SIGNING, *units: object) -> tuple[Block, Process]:
    """With one item; -> (block, process)."""
    if kind is BlockKind.SIGNING:
        empty, letter = block(kind, *units), draft()
        made, change = block_contents.include_document(empty, started(), letter, PROTOCOL_CLERK, after(1))
    else:
        made, change = block_contents.include_process(
            block(kind, *units), started(), PROTOCOL_CLERK, after(1)
        )
    return made, change.process


def shared(kind: BlockKind = BlockKind.SIGNING, *units: object) -> tuple[Block, Process]:
    made, process = filled(kind, *units)
    given, (change,) = block_sharing.share(made, [process], PROTOCOL_CLERK, after(2))
    return given, change.process


def told(change: object) -> list[str]:
    return [act.fact.sentence() for act in change.acts]  # type: ignore[attr-defined]
