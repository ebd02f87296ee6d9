"""Signatures by certificate, whose key stays with the signer (DOC-10)."""

from typing import Annotated, Any

from pydantic import Field, StringConstraints

from chalicelib.application.certificates.finish import finish_signature
from chalicelib.application.certificates.prepare import PrepareForm, prepare_signature
from chalicelib.domain.policy import Action

from . import replies
from .document_files import DOCUMENT, Digest
from .routes import Call, Routes
from .validation import Body

routes = Routes("certificates")

CERTIFICATES = f"{DOCUMENT}/certificate-signatures"
Certificate = Annotated[str, StringConstraints(min_length=4, max_length=16_384)]


class PrepareBody(Body):
    """``chain``: certificados em DER e Base64, o de quem assina primeiro; ``digest``: do texto que foi lido."""

    chain: Annotated[tuple[Certificate, ...], Field(min_length=1, max_length=8)]
    role_title: Annotated[str, StringConstraints(min_length=2, max_length=200)]
    digest: Digest


class FinishBody(Body):
    """``signature``: o que a chave fez dos bytes a assinar (RSA PKCS#1 v1.5 ou ECDSA, com SHA-256), em Base64."""

    signature: Annotated[str, StringConstraints(min_length=4, max_length=4096)]


@routes.route(
    "POST",
    CERTIFICATES,
    Action.DOCUMENT_SIGN,
    body=PrepareBody,
    reply=replies.PreparedSignature,
    status=201,
)
def prepare(call: Call, process: str, document: str) -> Any:
    """Começar a assinar com certificado: o que a chave deve assinar"""
    body: PrepareBody = call.body
    form = PrepareForm(body.chain, body.role_title, body.digest.lower())
    return prepare_signature(call.ports, call.actor, call.operation, process, document, form)


@routes.route(
    "POST",
    f"{CERTIFICATES}/{{preparation}}",
    Action.DOCUMENT_SIGN,
    body=FinishBody,
    reply=replies.Signed,
    status=201,
)
def finish(call: Call, process: str, document: str, preparation: str) -> Any:
    """Terminar de assinar com certificado"""
    return finish_signature(
        call.ports, call.actor, call.operation, process, document, preparation, call.body.signature
    )
