"""Change a block's description, group and the units it is meant for (BLO-02, BLO-04)."""


from chalicelib.application.authorisation import allow_on_block
from chalicelib.application.organisation.named_units import named_units
from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import BlockGroupsKey, BlockKey
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain.block import Block, changed, check_at_home
from chalicelib.domain.block_sharing import destinations
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.value import dataclass

from .grouping import regroup_block


@dataclass(frozen=True, slots=True)
class BlockChange:
    """What the form says now; ``group`` is the id of one, or empty."""

    description: str
    units: tuple[str, ...]
    group: str


def change_block(ports: Ports, actor: Actor, operation: Operation, block_id: str, form: BlockChange) -> Reply:
    """Raises NotFound, Forbidden, InvalidRequest on ``units``, ``group``, Refused as ``check_at_home``."""
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

    def attempt(work: Work) -> Reply:
        found, groups = work.load(BlockKey(block_id), BlockGroupsKey(actor.unit.id))
        before = allow_on_block(actor, Action.BLOCK_CHANGE, found)
        after = act(before)
        work.put_block(before, after)
        regroup_block(work, groups, actor.unit, before.group, after.group)
        return {"revision": after.revision}

    return transact(lambda: ports.begin(operation), attempt)
