"""What a person has to sign, across the signing blocks of all their units (BLO-01, demands 7)."""

from collections.abc import Sequence

from chalicelib.application.authorisation import allow
from chalicelib.application.ports import Ports
from chalicelib.application.references import BlockKey
from chalicelib.domain.block import Block
from chalicelib.domain.document import Document
from chalicelib.domain.identity import Actor
from chalicelib.domain.in_block import BlockKind
from chalicelib.domain.policy import Action
from chalicelib.domain.value import dataclass

from .read import BlockLine, block_lines

#: Each unit costs one query, a hundred documents one read; whoever has more waiting than this signs some first.
MAXIMUM_UNITS = 10
MAXIMUM_LOOKED_AT = 200


@dataclass(frozen=True, slots=True)
class ToSign:
    """A document that waits for the person's signature in ``seat``, the person in one unit."""

    seat: Actor
    block: Block
    line: BlockLine


def read_signing_queue(ports: Ports, actor: Actor, seats: Sequence[Actor]) -> list[ToSign]:
    """The oldest block first. ``seats``: the person in each unit of theirs. Raises Forbidden."""
    allow(actor, Action.BLOCK_READ_SIGNING_QUEUE)
    candidates = [
        (seat, block, item)
        for seat, block in _open_blocks(ports, seats[:MAXIMUM_UNITS])
        for item in block.items
    ][:MAXIMUM_LOOKED_AT]
    lines = block_lines(ports, [(seat, item) for seat, _, item in candidates])
    return [
        ToSign(seat, block, line)
        for (seat, block, _), line in zip(candidates, lines, strict=True)
        if _waits(seat, line)
    ]


def _open_blocks(ports: Ports, seats: Sequence[Actor]) -> list[tuple[Actor, Block]]:
    seated = [
        (seat, row)
        for seat in seats
        for row in ports.reader.blocks(seat.unit.id, BlockKind.SIGNING, False, None).items
        if _concerns(seat, row.state, row.assignee.id if row.assignee else None)
    ]
    if not seated:
        return []
    blocks = ports.reader.get(*(BlockKey(row.id) for _, row in seated))
    pairs = [(seat, block) for (seat, _), block in zip(seated, blocks, strict=True) if block is not None]
    return sorted(pairs, key=lambda pair: pair[1].shared_at or pair[1].created_at)


def _concerns(seat: Actor, state: str, assignee: str | None) -> bool:
    """A block shared away is in other hands; one assigned to a colleague is the colleague's."""
    return state != "shared" and assignee in (None, seat.user.id)


def _waits(seat: Actor, line: BlockLine) -> bool:
    document: Document | None = line.document
    if document is None or line.signable is None or not line.signable.allowed:
        return False
    return not any(
        made.signer.id == seat.user.id or made.unit.id == seat.unit.id for made in document.signatures
    )
