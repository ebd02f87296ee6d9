"""The numbers of document types, kept by the administration (DOC-02)."""

from typing import Annotated, Any

from pydantic import Field, StringConstraints

from chalicelib.application.type_numbering.adjust_sequence import AdjustmentForm, adjust_sequence
from chalicelib.application.type_numbering.read_sequence import read_sequence
from chalicelib.domain.policy import Action

from . import presenting, replies
from .routes import Call, Routes
from .validation import Body, Code

routes = Routes("type_numbering")

NUMBERING = "/document-types/{type}/numbering"


class SequenceQuery(Body):
    """Whose sequence, where each unit counts its own."""

    unit: Code | None = None


class AdjustmentBody(Body):
    """The number that is to come next, and why."""

    next: Annotated[int, Field(ge=0, le=10_000_000)]
    reason: Annotated[str, StringConstraints(min_length=3, max_length=500)]
    unit: Code | None = None


@routes.route("GET", NUMBERING, Action.NUMBERING_ADJUST, query=SequenceQuery, reply=replies.TypeSequence)
def read(call: Call, type: str) -> dict[str, Any]:
    """A numeração de um tipo de documento"""
    found = read_sequence(call.ports, call.actor, type, call.query.unit)
    return {
        "type": {"code": found.kind.code, "name": found.kind.name},
        "numbering": found.kind.numbering.value,
        "year": found.year,
        "last": found.last,
        "next": found.last + 1,
        "lowest": found.lowest,
        "adjustments": [
            {
                "from": made.before + 1,
                "to": made.after + 1,
                "by": presenting.person(made.by),
                "at": presenting.instant(made.at),
                "reason": made.reason,
            }
            for made in found.sequence.adjustments
        ],
    }


@routes.route("PUT", NUMBERING, Action.NUMBERING_ADJUST, body=AdjustmentBody, reply=replies.AdjustedSequence)
def adjust(call: Call, type: str) -> Any:
    """Ajustar a numeração de um tipo de documento"""
    body: AdjustmentBody = call.body
    form = AdjustmentForm(body.next, body.reason, body.unit)
    return adjust_sequence(call.ports, call.actor, call.operation, type, form)
