"""Move, acknowledge and lock documents; the trash (DOC-17, DOC-18, DOC-20, DOC-21)."""

from typing import Annotated, Any

from pydantic import StringConstraints

from chalicelib.application.documents.acknowledge import acknowledge_document
from chalicelib.application.documents.lock import lock_document
from chalicelib.application.documents.move import MoveForm, move_document
from chalicelib.application.documents.unlock import unlock_document
from chalicelib.application.trash.list import list_trash
from chalicelib.application.trash.read import read_trash
from chalicelib.application.trash.restore import restore_document
from chalicelib.domain.policy import Action
from chalicelib.domain.trash import Discarded

from . import presenting, replies
from .document_view import node
from .routes import Call, Routes
from .validation import Body, Identifier

routes = Routes("document_acts")

DOCUMENT = "/processes/{process}/documents/{document}"
TRASH = "/processes/{process}/trash/{document}"


class MoveBody(Body):
    """To which process, and why (DOC-18)."""

    process: Identifier
    reason: Annotated[str, StringConstraints(min_length=3, max_length=500)]


@routes.route("POST", f"{DOCUMENT}/move", Action.DOCUMENT_MOVE, body=MoveBody, reply=replies.Moved)
def move(call: Call, process: str, document: str) -> Any:
    """Mover documento externo para outro processo"""
    form = MoveForm(call.body.process, call.body.reason)
    return move_document(call.ports, call.actor, call.operation, process, document, form)


@routes.route(
    "POST",
    f"{DOCUMENT}/acknowledgements",
    Action.DOCUMENT_ACKNOWLEDGE,
    reply=replies.DocumentVersion,
    status=201,
)
def acknowledge(call: Call, process: str, document: str) -> Any:
    """Dar ciência do documento"""
    return acknowledge_document(call.ports, call.actor, call.operation, process, document)


@routes.route("PUT", f"{DOCUMENT}/lock", Action.DOCUMENT_LOCK, reply=replies.DocumentVersion)
def lock(call: Call, process: str, document: str) -> Any:
    """Bloquear documento"""
    return lock_document(call.ports, call.actor, call.operation, process, document)


@routes.route("DELETE", f"{DOCUMENT}/lock", Action.DOCUMENT_UNLOCK, reply=replies.DocumentVersion)
def unlock(call: Call, process: str, document: str) -> Any:
    """Desbloquear documento"""
    return unlock_document(call.ports, call.actor, call.operation, process, document)


@routes.route("GET", "/trash", Action.TRASH_LIST, reply=replies.Trash)
def trash(call: Call) -> Any:
    """A própria lixeira"""
    return {"items": [_item(thing) for thing in list_trash(call.ports, call.actor)]}


@routes.route("GET", TRASH, Action.TRASH_READ, reply=replies.OpenedTrash)
def read(call: Call, process: str, document: str) -> Any:
    """Abrir documento da lixeira"""
    opened = read_trash(call.ports, call.actor, process, document)
    return {
        **_item(opened.thing),
        "html": opened.html,
        "url": opened.url,
        "expires_at": presenting.instant(opened.until),
    }


@routes.route("POST", f"{TRASH}/restoration", Action.TRASH_RESTORE, reply=replies.Version)
def restore(call: Call, process: str, document: str) -> Any:
    """Recuperar documento da lixeira"""
    return restore_document(call.ports, call.actor, call.operation, process, document)


def _item(thing: Discarded) -> dict[str, Any]:
    return {
        "document": node(thing.document, True),
        "process": thing.document.process,
        "nup": thing.nup,
        "at": presenting.instant(thing.at),
        "until": presenting.instant(thing.until),
        "cancelled": thing.cancelled,
    }
