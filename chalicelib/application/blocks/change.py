"""Change a block's description, group and the units it is meant for (BLO-02)."""


from chalicelib.application.organisation.named_units import named_units
from chalicelib.application.ports import Ports
from chalicelib.application.transaction import Operation, Reply
from chalicelib.domain.block import Block, changed, check_at_home
from chalicelib.domain.block_sharing import destinations
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.value import dataclass

from .acting import act_on_block


@dataclass(frozen=True, slots=True)
class BlockChange:
    """What the form says now."""

    description: str
    units: tuple[str, ...]
    group: str


def change_block(ports: Ports, actor: Actor, operation: Operation, block_id: str, form: BlockChange) -> Reply:
    """Raises NotFound, Forbidden, InvalidRequest on ``units``, Refused ``block_shared``, ``block_concluded``."""
    now = ports.now()

    def act(block: Block) -> Block:
        check_at_home(block)
        there = destinations(block.kind, block.unit.id, named_units(ports, form.units))
        kept = {one.unit.id: one for one in block.destinations}
        return changed(
            block,
            now,
            description=form.description,
            group=form.group,
            destinations=tuple(kept.get(one.unit.id, one) for one in there),
        )

    return act_on_block(ports, actor, operation, block_id, Action.BLOCK_CHANGE, act)
