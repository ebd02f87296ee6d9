"""Create a block (BLO-01, BLO-06, BLO-07)."""


from chalicelib.application.authorisation import allow
from chalicelib.application.organisation.named_units import named_units
from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import BlockGroupsKey, CounterKey
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain.block import Block
from chalicelib.domain.block_sharing import destinations
from chalicelib.domain.identity import Actor
from chalicelib.domain.in_block import BlockKind
from chalicelib.domain.policy import Action
from chalicelib.domain.value import dataclass

from .grouping import regroup_block

#: Blocks are numbered for the whole installation, as in SEI.
NUMBERS = CounterKey("block")


@dataclass(frozen=True, slots=True)
class BlockForm:
    """The screen Novo Bloco; ``units`` are the ones it is meant for, ``group`` the id of the one it is put in."""

    kind: BlockKind
    description: str
    units: tuple[str, ...] = ()
    group: str = ""


def create_block(ports: Ports, actor: Actor, operation: Operation, form: BlockForm) -> Reply:
    """-> ``{"id", "number"}``. Raises Forbidden, InvalidRequest on ``units``, ``group``."""
    allow(actor, Action.BLOCK_CREATE)
    now = ports.now()
    there = destinations(form.kind, actor.unit.id, named_units(ports, form.units))
    identifier = ports.identifier()

    def numbered(number: int) -> Block:
        return Block(
            id=identifier,
            number=str(number),
            tenant=actor.tenant,
            kind=form.kind,
            unit=actor.unit,
            description=form.description,
            created_by=actor.user,
            created_at=now,
            changed_at=now,
            destinations=there,
            group=form.group,
        )

    def attempt(work: Work) -> Reply:
        last, groups = work.load(NUMBERS, BlockGroupsKey(actor.unit.id))
        block = numbered(work.take(NUMBERS, last))
        work.put_block(None, block)
        regroup_block(work, groups, actor.unit, "", form.group)
        return {"id": block.id, "number": block.number}

    return transact(lambda: ports.begin(operation), attempt)
