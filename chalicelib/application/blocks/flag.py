"""Raise or lower a flag of a block: prioritário, revisado, comentado (BLO-03)."""


from chalicelib.application.ports import Ports
from chalicelib.application.transaction import Operation, Reply
from chalicelib.domain import block_contents
from chalicelib.domain.block import Block, BlockFlag
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.value import dataclass

from .acting import act_on_block


@dataclass(frozen=True, slots=True)
class Flagging:
    """``raised`` False lowers the flag; ``text`` is the comment."""

    flag: BlockFlag
    raised: bool
    text: str = ""


def flag_block(ports: Ports, actor: Actor, operation: Operation, block_id: str, wanted: Flagging) -> Reply:
    """Raises NotFound, Forbidden."""
    now = ports.now()

    def act(block: Block) -> Block:
        if wanted.raised:
            return block_contents.flag(block, wanted.flag, wanted.text, actor, now)
        return block_contents.unflag(block, wanted.flag, now)

    return act_on_block(ports, actor, operation, block_id, Action.BLOCK_FLAG, act)
