"""What a process remembers of the blocks that hold it or its documents (features.md §1.3, BLO-01, BLO-06, BLO-07)."""

from collections.abc import Iterable
from enum import StrEnum

from chalicelib.domain.value import dataclass


class BlockKind(StrEnum):
    """Bloco de assinatura, de reunião, interno (glossary)."""

    SIGNING = "signing"
    MEETING = "meeting"
    INTERNAL = "internal"


@dataclass(frozen=True, slots=True)
class InBlock:
    """One block that holds the process: ``documents`` those of a signing block, none when it holds the whole.

    ``unit`` owns the block; ``units`` are those it is shared with now, which see the process because of it.
    """

    block: str
    number: str
    kind: BlockKind
    unit: str
    units: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()


def sharing_units(blocks: Iterable[InBlock]) -> frozenset[str]:
    """Units that see the process because a block is shared with them."""
    return frozenset(unit for held in blocks for unit in held.units)


def signing_units(blocks: Iterable[InBlock], document: str) -> frozenset[str]:
    """Units that received the document to be signed."""
    return frozenset(
        unit
        for held in blocks
        if held.kind is BlockKind.SIGNING and document in held.documents
        for unit in held.units
    )


def meeting_units(blocks: Iterable[InBlock]) -> frozenset[str]:
    """Units that read the whole process, drafts too, because of a meeting."""
    return frozenset(unit for held in blocks if held.kind is BlockKind.MEETING for unit in held.units)
