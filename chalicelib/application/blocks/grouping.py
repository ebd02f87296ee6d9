"""A block enters and leaves groups in the transaction that writes it, so that a group knows what it holds (BLO-04)."""

from chalicelib.application.ports import Work
from chalicelib.domain.block_group import BlockGroupShelf, regroup
from chalicelib.domain.organisation import UnitName


def regroup_block(
    work: Work, kept: BlockGroupShelf | None, unit: UnitName, before: str, after: str
) -> None:
    """``kept`` as the transaction loaded it. Raises InvalidRequest as ``block_group.regroup``."""
    if before != after:
        work.put_kept(kept, regroup(kept or BlockGroupShelf(unit), before, after))
