"""The order of a process's documents when somebody chose it (PRO-18).

Documents stand in the order in which they came, except the few that were placed by hand. Each of these has a gap: it
stands just before the document whose own order is that number, whether that one is still there or not. So a process of
thousands keeps only what was moved, and what comes later stands at the end.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from chalicelib.domain.value import dataclass

from . import history
from .document import Document
from .errors import FieldError, InvalidRequest, Refused
from .filing import acted
from .identity import Actor
from .placed import Placed
from .process import Act, Change, Process, open_presence, then

MAXIMUM_PLACED = 300


@dataclass(frozen=True, slots=True)
class Move:
    """``document`` goes just before ``before``; to the end when that is None."""

    document: Document
    before: Document | None


def arrange(
    process: Process, actor: Actor, moves: Sequence[Move], from_original: bool, at: datetime
) -> Change:
    """The moves one after the other, beginning with the original order if so asked; one entry for all (PRO-18).

    Raises Refused ``nothing_changed``, ``too_many_placed`` or as ``touch``; InvalidRequest ``before_itself``.
    """
    open_presence(process, actor)
    change = acted(process, actor, at)
    placed: tuple[Placed, ...] = () if from_original else process.placed
    for position, move in enumerate(moves):
        if move.before is not None and move.before.id == move.document.id:
            message = "Um documento não pode ficar antes dele mesmo."
            raise InvalidRequest(FieldError(f"moves.{position}.before", "before_itself", message))
        placed = _moved(placed, move, process.document_count + 1)
    if placed == process.placed:
        raise Refused("nothing_changed", "Nada foi alterado.")
    if len(placed) > MAXIMUM_PLACED:
        raise Refused(
            "too_many_placed",
            f"Até {MAXIMUM_PLACED} documentos podem ficar fora da ordem de inclusão. Restaure a ordem original antes.",
        )
    ordered = replace(change.process, placed=placed)
    return then(change, ordered, Act(actor.user, actor.unit, history.TreeReordered()))


def _moved(placed: tuple[Placed, ...], move: Move, end: int) -> tuple[Placed, ...]:
    others = tuple(one for one in placed if one.document != move.document.id)
    target = next((n for n, one in enumerate(others) if move.before and one.document == move.before.id), None)
    gap = others[target].gap if target is not None else move.before.order if move.before else end
    # In a gap they stand as they were put: the last one is nearest to the document that the gap is named for.
    where = target if target is not None else sum(one.gap <= gap for one in others)
    if _at_home(others, where, gap, move.document.order):
        return others
    return (*others[:where], Placed(move.document.id, gap), *others[where:])


def _at_home(others: tuple[Placed, ...], where: int, gap: int, order: int) -> bool:
    """It would stand where it came: the last of its own gap, or the first of the next."""
    last_of_own = gap == order and not any(one.gap == gap for one in others[where:])
    first_of_next = gap == order + 1 and not any(one.gap == gap for one in others[:where])
    return last_of_own or first_of_next
