"""Signing with the gov.br account: made ready here, authorised and signed at gov.br, finished here (DOC-10, ACC-11)."""

import secrets
from typing import Annotated, Any

from pydantic import Field, StringConstraints

from chalicelib.application.certificates.finish import finish_signature
from chalicelib.application.certificates.prepare import PrepareForm, prepare_signature
from chalicelib.application.govbr.authorise import authorise
from chalicelib.application.govbr.collect import Ready, Return, collect_signatures
from chalicelib.domain.certificate import GOVBR
from chalicelib.domain.govbr import MAXIMUM, PATIENCE
from chalicelib.domain.policy import Action

from . import replies
from .authentication import cookie_of
from .document_files import DOCUMENT, Digest
from .routes import Answer, Call, Routes
from .session import cookie
from .validation import Body, Identifier

routes = Routes("govbr")

SIGNATURES = f"{DOCUMENT}/govbr-signatures"
#: What the browser that went to gov.br is known by when it comes back.
STATE = "__Host-iperoig-govbr"
Shown = Annotated[str, StringConstraints(min_length=1, max_length=2048)]


class GovbrPrepareBody(Body):
    """``digest``: do texto que foi lido."""

    role_title: Annotated[str, StringConstraints(min_length=2, max_length=200)]
    digest: Digest


class AuthoriseBody(Body):
    """Quantos documentos estão prontos: o gov.br autoriza um, ou vários de uma vez."""

    documents: Annotated[int, Field(ge=1, le=MAXIMUM)]


class ReadyDocument(Body):
    """Um documento pronto para assinar."""

    process: Identifier
    document: Identifier
    preparation: Identifier


class ReturnBody(Body):
    """O que o gov.br pôs no endereço da volta, e os documentos que estão prontos."""

    code: Shown
    state: Shown
    documents: Annotated[tuple[ReadyDocument, ...], Field(min_length=1, max_length=MAXIMUM)]


class GovbrFinishBody(Body):
    """``signature``: o pacote PKCS#7 que o gov.br fez para este documento, em Base64."""

    signature: Annotated[str, StringConstraints(min_length=4, max_length=65_536)]


@routes.route(
    "POST",
    SIGNATURES,
    Action.DOCUMENT_SIGN,
    body=GovbrPrepareBody,
    reply=replies.PreparedForGovbr,
    status=201,
)
def prepare(call: Call, process: str, document: str) -> Any:
    """Começar a assinar com a conta gov.br: o documento fica pronto"""
    form = PrepareForm((), call.body.role_title, call.body.digest.lower(), GOVBR)
    ready = prepare_signature(call.ports, call.actor, call.operation, process, document, form)
    return {"id": ready["id"], "expires_at": ready["expires_at"]}


@routes.route(
    "POST",
    "/govbr-authorisations",
    Action.DOCUMENT_SIGN_MANY,
    body=AuthoriseBody,
    reply=replies.GovbrAuthorisation,
    status=201,
    writes=False,
)
def begin(call: Call) -> Answer:
    """Aonde ir para autorizar a assinatura no gov.br"""
    state, nonce = secrets.token_urlsafe(32), secrets.token_urlsafe(16)
    url = authorise(call.ports, call.actor, call.body.documents, state, nonce)
    return Answer({"url": url}, _kept(call, state, int(PATIENCE.total_seconds())), 201)


@routes.route(
    "POST",
    "/govbr-signatures",
    Action.DOCUMENT_SIGN_MANY,
    body=ReturnBody,
    reply=replies.CollectedFromGovbr,
    writes=False,
)
def collect(call: Call) -> Answer:
    """Buscar no gov.br as assinaturas que a pessoa autorizou"""
    body: ReturnBody = call.body
    back = Return(body.code, body.state, cookie_of(call.request, STATE))
    wanted = [Ready(one.process, one.document, one.preparation) for one in body.documents]
    found = collect_signatures(call.ports, call.actor, back, wanted)
    items = [
        {
            "process": one.process,
            "document": one.document,
            "signature": made.signature or None,
            "code": made.code or None,
            "message": made.message or None,
        }
        for one, made in zip(wanted, found, strict=True)
    ]
    return Answer({"items": items}, _kept(call, "", 0))


@routes.route(
    "POST",
    f"{SIGNATURES}/{{preparation}}",
    Action.DOCUMENT_SIGN,
    body=GovbrFinishBody,
    reply=replies.Signed,
    status=201,
)
def finish(call: Call, process: str, document: str, preparation: str) -> Any:
    """Terminar de assinar com a conta gov.br"""
    signature: str = call.body.signature
    return finish_signature(
        call.ports, call.actor, call.operation, process, document, preparation, signature, GOVBR
    )


def _kept(call: Call, state: str, seconds: int) -> dict[str, str]:
    return {"Set-Cookie": cookie(call, STATE, state, seconds)}
