"""Who is writing on a draft (DOC-03)."""

from typing import Any

from chalicelib.application.documents.hold_editing import hold_editing
from chalicelib.application.documents.leave_editing import leave_editing
from chalicelib.domain.policy import Action

from . import presenting, replies
from .routes import Answer, Call, Routes
from .validation import Body, Identifier

routes = Routes("editing")

EDITING = "/processes/{process}/documents/{document}/editing"


class EditingBody(Body):
    """``editor``: any word that tells this open editor from the others; ``take_over`` from who is writing."""

    editor: Identifier
    take_over: bool = False


@routes.route("PUT", EDITING, Action.DOCUMENT_EDIT, body=EditingBody, reply=replies.Editing)
def hold(call: Call, process: str, document: str) -> Any:
    """Começar ou continuar a editar o documento"""
    body: EditingBody = call.body
    lock = hold_editing(call.ports, call.actor, process, document, body.editor, body.take_over)
    return {
        "mine": lock.editor == body.editor,
        "by": presenting.person(lock.by),
        "since": presenting.instant(lock.since),
        "until": presenting.instant(lock.until),
    }


@routes.route("DELETE", f"{EDITING}/{{editor}}", Action.DOCUMENT_EDIT, status=204)
def leave(call: Call, process: str, document: str, editor: str) -> Answer:
    """Deixar de editar o documento"""
    leave_editing(call.ports, call.actor, process, document, editor)
    return Answer(None)
