"""Versions, signatures and files of a document (DOC-05, DOC-08, DOC-10, DOC-23)."""

from typing import Annotated, Any

from pydantic import Field, StringConstraints

from chalicelib.application.documents.consult_signatures import consult_signatures
from chalicelib.application.documents.file_link import link_file
from chalicelib.application.documents.pdf import link_pdf
from chalicelib.application.documents.read import list_versions, read_version
from chalicelib.application.documents.restore_version import restore_version
from chalicelib.application.documents.sign import sign_document, signatures
from chalicelib.application.documents.sign_many import sign_documents
from chalicelib.application.documents.signing_by_password import SignForm
from chalicelib.application.documents.with_one_password import MAXIMUM, OnePassword, ToSign
from chalicelib.domain.errors import NotFound
from chalicelib.domain.policy import Action
from chalicelib.domain.sealing import Seal

from . import presenting, replies
from .routes import Call, Routes
from .validation import Body, Identifier, OneTimeCode, Password

routes = Routes("document_files")

DOCUMENT = "/processes/{process}/documents/{document}"
Digest = Annotated[str, StringConstraints(pattern=r"^[0-9a-fA-F]{64}$")]


class SignBody(Body):
    """The signing dialog: ``digest`` is that of the text the signer read."""

    password: Password
    one_time_code: OneTimeCode = ""
    role_title: Annotated[str, StringConstraints(min_length=2, max_length=200)]
    digest: Digest


class ToSignBody(Body):
    """Um documento da lista: ``digest`` is that of the text the signer read."""

    process: Identifier
    document: Identifier
    digest: Digest


class SignManyBody(Body):
    """The signing dialog for many documents: one title and one password for all of them."""

    password: Password
    one_time_code: OneTimeCode = ""
    role_title: Annotated[str, StringConstraints(min_length=2, max_length=200)]
    documents: Annotated[tuple[ToSignBody, ...], Field(min_length=1, max_length=MAXIMUM)]

    @property
    def typed(self) -> OnePassword:
        """What was typed once."""
        return OnePassword(self.password, self.role_title, self.one_time_code)

    @property
    def wanted(self) -> list[ToSign]:
        """As the use cases take them."""
        return [ToSign(one.process, one.document, one.digest.lower()) for one in self.documents]


@routes.route(
    "POST",
    f"{DOCUMENT}/signatures",
    Action.DOCUMENT_SIGN,
    body=SignBody,
    reply=replies.Signed,
    status=201,
)
def sign(call: Call, process: str, document: str) -> Any:
    """Assinar documento"""
    return sign_document(call.ports, call.actor, call.operation, process, document, form_of(call.body))


def form_of(body: SignBody) -> SignForm:
    """The dialog as the use case takes it."""
    return SignForm(body.password, body.role_title, body.digest.lower(), body.one_time_code)


@routes.route(
    "POST",
    "/signatures",
    Action.DOCUMENT_SIGN_MANY,
    body=SignManyBody,
    reply=replies.SignedMany,
)
def sign_many(call: Call) -> Any:
    """Assinar vários documentos, de quaisquer processos, com uma senha"""
    body: SignManyBody = call.body
    return sign_documents(call.ports, call.actor, call.operation, body.typed, body.wanted)


@routes.route("GET", f"{DOCUMENT}/signatures", Action.DOCUMENT_READ, reply=replies.ConsultedSignatures)
def consult(call: Call, process: str, document: str) -> dict[str, Any]:
    """Consultar assinaturas"""
    found = consult_signatures(call.ports, call.actor, process, document)
    items = [
        {**shown, "record": _record(seal)}
        for shown, seal in zip(signatures(found.document), found.seals, strict=True)
    ]
    content = {"url": found.link, "expires_at": presenting.instant(found.until)} if found.link else None
    file = {"url": found.file_link, "expires_at": presenting.instant(found.until)} if found.file_link else None
    return {"items": items, "signed_content": content, "signed_file": file}


@routes.route("GET", f"{DOCUMENT}/versions", Action.DOCUMENT_READ_VERSIONS, reply=replies.Versions)
def versions(call: Call, process: str, document: str) -> dict[str, Any]:
    """Versões do texto"""
    found, kept = list_versions(call.ports, call.actor, process, document)
    items = [
        {
            "number": version.number,
            "at": presenting.instant(version.at),
            "by": presenting.person(version.by),
            "current": version.number == found.version,
        }
        for version in kept
    ]
    return {"items": items, "next_cursor": None}


@routes.route(
    "GET", f"{DOCUMENT}/versions/{{version}}", Action.DOCUMENT_READ_VERSIONS, reply=replies.VersionContent
)
def read(call: Call, process: str, document: str, version: str) -> dict[str, Any]:
    """O texto de uma versão"""
    content, html = read_version(call.ports, call.actor, process, document, _number(version))
    return {"content": content, "html": html}


@routes.route(
    "POST",
    f"{DOCUMENT}/versions/{{version}}/restoration",
    Action.DOCUMENT_RESTORE_VERSION,
    reply=replies.Saved,
)
def restore(call: Call, process: str, document: str, version: str) -> Any:
    """Recuperar uma versão do texto"""
    return restore_version(call.ports, call.actor, call.operation, process, document, _number(version))


@routes.route("GET", f"{DOCUMENT}/pdf", Action.DOCUMENT_READ, reply=replies.Link)
def pdf(call: Call, process: str, document: str) -> dict[str, Any]:
    """O documento em PDF/A"""
    url, until = link_pdf(call.ports, call.actor, process, document)
    return {"url": url, "expires_at": presenting.instant(until)}


@routes.route("GET", f"{DOCUMENT}/file", Action.DOCUMENT_READ, reply=replies.FileLink)
def file(call: Call, process: str, document: str) -> dict[str, Any]:
    """O arquivo, como foi enviado"""
    found, url, until = link_file(call.ports, call.actor, process, document)
    return {
        "url": url,
        "file_name": found.name,
        "media_type": found.media_type,
        "expires_at": presenting.instant(until),
    }


def _record(seal: Seal | None) -> dict[str, str] | None:
    return {"record": seal.record, "seal": seal.value, "kid": seal.kid} if seal else None


def _number(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= 6):
        raise NotFound("version_not_found", "Esta versão não existe.")
    return int(text)
