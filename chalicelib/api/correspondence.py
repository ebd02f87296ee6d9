"""Electronic mail of a process (DOC-22)."""

from typing import Annotated, Any

from pydantic import Field, StringConstraints

from chalicelib.application.correspondence.prepare import prepare_email
from chalicelib.application.correspondence.read import read_email
from chalicelib.application.correspondence.read_attachment import read_attachment
from chalicelib.application.correspondence.read_text import read_email_text
from chalicelib.application.correspondence.send import EmailForm, send_email
from chalicelib.domain.correspondence import MAXIMUM_ATTACHMENTS, Letter
from chalicelib.domain.mail import Mail
from chalicelib.domain.policy import Action

from . import presenting, replies
from .routes import Call, Routes
from .validation import Body, Identifier

routes = Routes("correspondence")

Address = Annotated[str, StringConstraints(max_length=320)]
Addresses = Annotated[tuple[Address, ...], Field(max_length=50)]
EMAILS = "/processes/{process}/emails"


class EmailBody(Body):
    """Enviar correspondência eletrônica; ``blind`` is the CCO, ``documents`` those of the process that go along,
    ``files`` uploads that are no document."""

    sender: Address
    to: Addresses = ()
    copies: Addresses = ()
    blind: Addresses = ()
    subject: Annotated[str, StringConstraints(max_length=1000)]
    text: Annotated[str, StringConstraints(max_length=100_000)]
    documents: Annotated[tuple[Identifier, ...], Field(max_length=MAXIMUM_ATTACHMENTS)] = ()
    files: Annotated[tuple[Identifier, ...], Field(max_length=MAXIMUM_ATTACHMENTS)] = ()


@routes.route("POST", EMAILS, Action.PROCESS_MAIL, body=EmailBody, reply=replies.Created, status=201)
def send(call: Call, process: str) -> Any:
    """Enviar correspondência eletrônica"""
    body: EmailBody = call.body
    letter = Letter(body.sender, body.to, body.copies, body.blind, body.subject.strip(), body.text)
    form = EmailForm(letter, tuple(dict.fromkeys(body.documents)), tuple(dict.fromkeys(body.files)))
    return send_email(call.ports, call.actor, call.operation, process, form)


@routes.route("GET", "/processes/{process}/email-form", Action.PROCESS_MAIL, reply=replies.EmailOffer)
def offer(call: Call, process: str) -> dict[str, Any]:
    """O que a tela de e-mail oferece"""
    offer = prepare_email(call.ports, call.actor, process)
    return {"available": offer.available, "mailboxes": list(offer.mailboxes), "limit": offer.limit}


@routes.route("GET", "/processes/{process}/email-texts/{text}", Action.PROCESS_MAIL, reply=replies.EmailText)
def text(call: Call, process: str, text: str) -> dict[str, Any]:
    """Texto padrão como corpo do e-mail"""
    return {"text": read_email_text(call.ports, call.actor, process, text)}


@routes.route("GET", EMAILS + "/{document}", Action.DOCUMENT_READ, reply=replies.Email)
def read(call: Call, process: str, document: str) -> dict[str, Any]:
    """Um e-mail do processo e em que pé está"""
    return _email(*read_email(call.ports, call.actor, process, document))


@routes.route(
    "GET", EMAILS + "/{document}/attachments/{place}", Action.DOCUMENT_READ, reply=replies.FileLink
)
def attachment(call: Call, process: str, document: str, place: str) -> dict[str, Any]:
    """Baixar um anexo que não é documento do processo"""
    number = int(place) if place.isascii() and place.isdigit() and len(place) < 4 else -1
    file, url, until = read_attachment(call.ports, call.actor, process, document, number)
    return {
        "url": url,
        "file_name": file.name,
        "media_type": file.media_type,
        "expires_at": presenting.instant(until),
    }


def _email(mail: Mail, whole: bool) -> dict[str, Any]:
    return {
        "state": mail.state.value,
        "reason": mail.reason,
        "moved_at": presenting.instant(mail.moved_at),
        "sender": mail.sender,
        "to": list(mail.to),
        "copies": list(mail.copies),
        "blind": list(mail.blind) if whole else [],
        "subject": mail.subject,
        "text": mail.text,
        "attachments": [
            {"document": each.document, "upload": each.upload, "name": each.name, "size": each.size}
            for each in mail.attachments
        ],
    }
