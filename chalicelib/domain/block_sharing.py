"""A block on its way between units: shared, returned, concluded, reopened (BLO-02, features.md §1.4)."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from . import history
from .block import Block, BlockState, Destination, changed, check_at_home
from .block_contents import remembered
from .errors import FieldError, InvalidRequest, Refused
from .history import Fact
from .identity import Actor
from .in_block import BlockKind
from .organisation import Unit
from .process import Change, Process

MAXIMUM_DESTINATIONS = 25

Moved = tuple[Block, list[Change]]


def destinations(kind: BlockKind, owner: str, units: Sequence[Unit]) -> tuple[Destination, ...]:
    """The units a block is meant for.

    Raises InvalidRequest on ``units``: ``internal_block``, ``own_unit``, ``unit_cannot_receive``, ``too_many``.
    """
    if units and kind is BlockKind.INTERNAL:
        raise InvalidRequest(FieldError("units", "internal_block", "Bloco interno é só da unidade."))
    if len(units) > MAXIMUM_DESTINATIONS:
        message = f"Um bloco é disponibilizado para até {MAXIMUM_DESTINATIONS} unidades."
        raise InvalidRequest(FieldError("units", "too_many", message))
    errors = []
    for position, unit in enumerate(units):
        if unit.id == owner:
            errors.append(FieldError(f"units.{position}", "own_unit", "O bloco já é desta unidade."))
        elif not (unit.active and unit.can_receive):
            message = f"A unidade {unit.acronym} não recebe blocos."
            errors.append(FieldError(f"units.{position}", "unit_cannot_receive", message))
    if errors:
        raise InvalidRequest(*errors)
    return tuple(Destination(unit.short) for unit in units)


def share(block: Block, processes: Iterable[Process], actor: Actor, at: datetime) -> Moved:
    """Make the block available to its units (38).

    Raises Refused: ``internal_block``, ``block_empty``, ``block_without_units`` and as ``check_at_home``.
    """
    if block.kind is BlockKind.INTERNAL:
        raise Refused("internal_block", "Bloco interno é só da unidade: não é disponibilizado.")
    check_at_home(block)
    if not block.items:
        raise Refused("block_empty", "O bloco está vazio. Inclua ao menos um item.")
    if not block.destinations:
        raise Refused("block_without_units", "Informe para quais unidades o bloco será disponibilizado.")
    anew = tuple(Destination(there.unit) for there in block.destinations)
    after = changed(block, at, state=BlockState.SHARED, destinations=anew, shared_at=at)
    fact = history.BlockShared(block.number, tuple(there.unit.acronym for there in anew))
    return _told(after, processes, actor, fact)


def unshare(block: Block, processes: Iterable[Process], actor: Actor, at: datetime) -> Moved:
    """Take it back at any time (39). Raises Refused ``block_not_shared``."""
    if block.state is not BlockState.SHARED:
        raise Refused("block_not_shared", "O bloco não está disponibilizado.")
    after = changed(block, at, state=BlockState.GENERATED)
    return _told(after, processes, actor, history.BlockSharingCancelled(block.number))


def give_back(block: Block, processes: Iterable[Process], actor: Actor, reason: str, at: datetime) -> Moved:
    """A receiving unit returns it (40); returned by all, the block is as generated again.

    Raises Refused ``block_not_received``.
    """
    if actor.unit.id not in block.receivers:
        raise Refused("block_not_received", "O bloco não está disponibilizado para a sua unidade.")
    there = tuple(
        replace(one, returned_at=at, returned_by=actor.user, reason=reason)
        if one.unit.id == actor.unit.id
        else one
        for one in block.destinations
    )
    waiting = any(one.returned_at is None for one in there)
    state = BlockState.SHARED if waiting else BlockState.RETURNED
    assignees = {unit: whose for unit, whose in block.assignees.items() if unit != actor.unit.id}
    after = changed(block, at, state=state, destinations=there, assignees=assignees)
    return _told(after, processes, actor, history.BlockReturned(block.number, block.unit.acronym, reason))


def conclude(block: Block, processes: Iterable[Process], actor: Actor, at: datetime) -> Moved:
    """Put the block away (95). Raises Refused as ``check_at_home``."""
    check_at_home(block)
    after = changed(block, at, state=BlockState.CONCLUDED)
    return _told(after, processes, actor, history.BlockConcluded(block.number))


def reopen(block: Block, processes: Iterable[Process], actor: Actor, at: datetime) -> Moved:
    """Take it up again (96). Raises Refused ``block_not_concluded``."""
    if block.state is not BlockState.CONCLUDED:
        raise Refused("block_not_concluded", "O bloco não está concluído.")
    after = changed(block, at, state=BlockState.GENERATED)
    return _told(after, processes, actor, history.BlockReopened(block.number))


def check_deletable(block: Block) -> None:
    """Only an empty block of nobody else's hands disappears (BLO-02). Raises Refused."""
    check_at_home(block)
    if block.items:
        raise Refused("block_not_empty", "O bloco tem itens. Retire-os antes de excluir o bloco.")


def touches_processes(block: Block) -> bool:
    """What an internal block goes through concerns its unit only: no process tells of it."""
    return block.kind is not BlockKind.INTERNAL


def _told(block: Block, processes: Iterable[Process], actor: Actor, fact: Fact) -> Moved:
    return block, [remembered(process, block, actor, fact) for process in processes]
