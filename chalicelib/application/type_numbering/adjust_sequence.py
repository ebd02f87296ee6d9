"""Ajustar a numeração de um tipo de documento (DOC-02)."""

from chalicelib.application.authorisation import allow
from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import SequenceKey
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.type_sequence import Sequence, adjust
from chalicelib.domain.value import dataclass

from .which import named_sequence


@dataclass(frozen=True, slots=True)
class AdjustmentForm:
    """``following`` is to be the next number; ``unit`` whose, where each unit counts its own."""

    following: int
    reason: str
    unit: str | None = None


def adjust_sequence(
    ports: Ports, actor: Actor, operation: Operation, code: str, form: AdjustmentForm
) -> Reply:
    """-> ``{"last", "next"}``. A document numbered at the same moment is numbered first or after, never twice.

    Raises Forbidden and as ``named_sequence`` and ``type_sequence.adjust``.
    """
    allow(actor, Action.NUMBERING_ADJUST)
    now = ports.now()
    _, counter = named_sequence(ports, actor, code, form.unit, now)

    def attempt(work: Work) -> Reply:
        last, kept = work.load(counter, SequenceKey(counter.name))
        before = kept or Sequence(counter.name)
        after = adjust(before, last, form.following, actor.user, now, form.reason)
        work.put_sequence(counter, last, kept, after)
        return {"last": form.following - 1, "next": form.following}

    return transact(lambda: ports.begin(operation), attempt)
