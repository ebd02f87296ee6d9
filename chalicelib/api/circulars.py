"""Circulars (DOC-19): one document for each addressee, and their sending by e-mail."""

from typing import Annotated, Any

from pydantic import Field, StringConstraints

from chalicelib.application.circulars.mail_block import BlockMailForm, mail_block
from chalicelib.application.circulars.order_circular import CircularForm, order_circular
from chalicelib.domain.circular import MAXIMUM_ADDRESSEES
from chalicelib.domain.policy import Action

from . import replies
from .routes import Call, Routes
from .validation import Body, Identifier

routes = Routes("circulars")


class CircularBody(Body):
    """Gerar circular: the contacts it goes to, and the signing block of their documents."""

    addressees: Annotated[tuple[Identifier, ...], Field(max_length=MAXIMUM_ADDRESSEES)]
    block: Identifier


class BlockMailBody(Body):
    """Enviar por e-mail aos destinatários: the same words with each document."""

    sender: Annotated[str, StringConstraints(max_length=320)]
    subject: Annotated[str, StringConstraints(max_length=1000)]
    text: Annotated[str, StringConstraints(max_length=100_000)]


@routes.route(
    "POST",
    "/processes/{process}/documents/{document}/circulars",
    Action.DOCUMENT_CIRCULATE,
    body=CircularBody,
    reply=replies.JobStarted,
    status=201,
)
def order(call: Call, process: str, document: str) -> Any:
    """Gerar circular: um documento para cada destinatário"""
    body: CircularBody = call.body
    form = CircularForm(tuple(dict.fromkeys(body.addressees)), body.block)
    return order_circular(call.ports, call.actor, call.operation, process, document, form)


@routes.route(
    "POST",
    "/blocks/{block}/emails",
    Action.BLOCK_FILL,
    body=BlockMailBody,
    reply=replies.JobStarted,
    status=201,
)
def mail(call: Call, block: str) -> Any:
    """Enviar por e-mail cada documento do bloco aos seus destinatários"""
    body: BlockMailBody = call.body
    form = BlockMailForm(body.sender, body.subject.strip(), body.text)
    return mail_block(call.ports, call.actor, call.operation, block, form)
