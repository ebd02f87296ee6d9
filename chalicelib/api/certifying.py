"""Authentication of digitized documents (DOC-13)."""

from typing import Any

from chalicelib.application.documents.authenticate import authenticate_document
from chalicelib.application.documents.authenticate_many import authenticate_documents
from chalicelib.domain.policy import Action

from . import replies
from .document_files import DOCUMENT, SignBody, SignManyBody, form_of
from .routes import Call, Routes

routes = Routes("certifying")


@routes.route(
    "POST",
    f"{DOCUMENT}/authentications",
    Action.DOCUMENT_AUTHENTICATE,
    body=SignBody,
    reply=replies.Authenticated,
    status=201,
)
def authenticate(call: Call, process: str, document: str) -> Any:
    """Autenticar documento digitalizado"""
    form = form_of(call.body)
    return authenticate_document(call.ports, call.actor, call.operation, process, document, form)


@routes.route(
    "POST",
    "/authentications",
    Action.DOCUMENT_SIGN_MANY,
    body=SignManyBody,
    reply=replies.AuthenticatedMany,
)
def authenticate_many(call: Call) -> Any:
    """Autenticar vários documentos digitalizados, de quaisquer processos, com uma senha"""
    body: SignManyBody = call.body
    return authenticate_documents(call.ports, call.actor, call.operation, body.typed, body.wanted)
