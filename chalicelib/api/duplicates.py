"""Duplicar processo (PRO-12)."""

from typing import Annotated, Any

from pydantic import Field

from chalicelib.application.duplicating.duplicate import DuplicateForm, duplicate_process
from chalicelib.domain.policy import Action

from . import replies
from .routes import Call, Routes
from .validation import Body, Identifier

routes = Routes("duplicates")

Chosen = Annotated[tuple[Identifier, ...], Field(min_length=1, max_length=9000)]
Parties = Annotated[tuple[Identifier, ...], Field(max_length=20)]


class DuplicateBody(Body):
    """Null ``documents`` is the whole tree; null ``interested_parties``, those of the original."""

    documents: Chosen | None = None
    interested_parties: Parties | None = None
    keep_relations: bool = False


@routes.route(
    "POST",
    "/processes/{process}/duplicates",
    Action.PROCESS_DUPLICATE,
    body=DuplicateBody,
    reply=replies.Duplicated,
    status=201,
)
def duplicate(call: Call, process: str) -> Any:
    """Duplicar processo"""
    body: DuplicateBody = call.body
    chosen = frozenset(body.documents) if body.documents is not None else None
    form = DuplicateForm(chosen, body.interested_parties, body.keep_relations)
    return duplicate_process(call.ports, call.actor, call.operation, process, form)
