"""Blocks between units, and what there is to sign (BLO-01, BLO-02)."""

from typing import Annotated, Any

from pydantic import StringConstraints

from chalicelib.application.blocks.conclude import conclude_block
from chalicelib.application.blocks.reopen import reopen_block
from chalicelib.application.blocks.return_block import return_block
from chalicelib.application.blocks.share import share_block
from chalicelib.application.blocks.signing_queue import read_signing_queue
from chalicelib.application.blocks.unshare import unshare_block
from chalicelib.composition import installation
from chalicelib.domain.policy import Action

from . import block_view, replies
from .authentication import seats_of
from .blocks import BLOCK
from .routes import Call, Routes
from .validation import Body

routes = Routes("block_sharing")


class ReturnBody(Body):
    """Why it goes back (may be empty)."""

    reason: Annotated[str, StringConstraints(max_length=500)] = ""


class NoBody(Body):
    """An act that needs no data."""


@routes.route("POST", f"{BLOCK}/sharing", Action.BLOCK_SHARE, body=NoBody, reply=replies.BlockRevision)
def share(call: Call, block: str) -> Any:
    """Disponibilizar bloco"""
    return share_block(call.ports, call.actor, call.operation, block)


@routes.route("DELETE", f"{BLOCK}/sharing", Action.BLOCK_UNSHARE, reply=replies.BlockRevision)
def unshare(call: Call, block: str) -> Any:
    """Cancelar a disponibilização do bloco"""
    return unshare_block(call.ports, call.actor, call.operation, block)


@routes.route("POST", f"{BLOCK}/return", Action.BLOCK_RETURN, body=ReturnBody, reply=replies.BlockRevision)
def give_back(call: Call, block: str) -> Any:
    """Devolver bloco"""
    return return_block(call.ports, call.actor, call.operation, block, call.body.reason)


@routes.route("POST", f"{BLOCK}/conclusion", Action.BLOCK_CONCLUDE, body=NoBody, reply=replies.BlockRevision)
def conclude(call: Call, block: str) -> Any:
    """Concluir bloco"""
    return conclude_block(call.ports, call.actor, call.operation, block)


@routes.route("POST", f"{BLOCK}/reopening", Action.BLOCK_REOPEN, body=NoBody, reply=replies.BlockRevision)
def reopen(call: Call, block: str) -> Any:
    """Reabrir bloco"""
    return reopen_block(call.ports, call.actor, call.operation, block)


@routes.route("GET", "/signing-queue", Action.BLOCK_READ_SIGNING_QUEUE, reply=replies.SigningQueue)
def signing_queue(call: Call) -> dict[str, Any]:
    """O que há para assinar, em todas as unidades do usuário"""
    seats = seats_of(installation(), call.session, call.user, call.address)
    return {"items": [block_view.waiting(each) for each in read_signing_queue(call.ports, call.actor, seats)]}
