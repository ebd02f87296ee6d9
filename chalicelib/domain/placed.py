"""Where a document stands that was placed by hand (PRO-18): see ``tree_order``."""

from collections.abc import Sequence

from .value import dataclass

#: After every document that was placed in the same gap: where the one stands that the gap is named for.
UNMOVED = 1_000_000


@dataclass(frozen=True, slots=True)
class Placed:
    """``document`` stands just before the one whose own order is ``gap``."""

    document: str
    gap: int


def places(placed: Sequence[Placed]) -> dict[str, tuple[int, int]]:
    """Where each stands among (own order, ``UNMOVED``) of the others."""
    return {one.document: (one.gap, n) for n, one in enumerate(placed)}
