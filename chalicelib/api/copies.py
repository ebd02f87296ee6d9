"""The process as one PDF or one ZIP (PRO-23)."""

from typing import Annotated, Any, Literal

from pydantic import Field

from chalicelib.application.copies.ask import CopyForm, ask_copy
from chalicelib.domain.copying import CopyFormat
from chalicelib.domain.policy import Action

from . import replies
from .routes import Call, Routes
from .validation import Body, Identifier

routes = Routes("copies")

Chosen = Annotated[tuple[Identifier, ...], Field(min_length=1, max_length=9000)]


class CopyBody(Body):
    """The screens Gerar PDF and Gerar ZIP; ``documents`` null is the whole tree."""

    format: Literal["pdf", "zip"]
    documents: Chosen | None = None
    attach_signed: bool = False


@routes.route(
    "POST",
    "/processes/{process}/copies",
    Action.PROCESS_COPY,
    body=CopyBody,
    reply=replies.JobStarted,
    status=201,
)
def copy(call: Call, process: str) -> Any:
    """Gerar o PDF ou o ZIP do processo"""
    body: CopyBody = call.body
    chosen = frozenset(body.documents) if body.documents is not None else None
    form = CopyForm(CopyFormat(body.format), chosen, body.attach_signed)
    return ask_copy(call.ports, call.actor, call.operation, process, form)
