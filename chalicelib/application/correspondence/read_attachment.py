"""A file that went with an e-mail, by an address good for a minute (DOC-22)."""

from datetime import datetime

from chalicelib.application.ports import Ports
from chalicelib.domain.errors import NotFound
from chalicelib.domain.identity import Actor
from chalicelib.domain.mail import Attachment

from .read import read_email


def read_attachment(
    ports: Ports, actor: Actor, process_id: str, document_id: str, place: int
) -> tuple[Attachment, str, datetime]:
    """-> (file, address, until when); ``place`` counts the attachments from 0.

    One that is a document of the process is read there, by who may. Raises NotFound, Forbidden.
    """
    mail, _ = read_email(ports, actor, process_id, document_id)
    if not 0 <= place < len(mail.attachments) or mail.attachments[place].document:
        raise NotFound("attachment_not_found", "Este anexo não está neste e-mail.")
    file = mail.attachments[place]
    return file, *ports.contents.link(file.key, file.name, file.media_type, False)
