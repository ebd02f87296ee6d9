"""What became of an e-mail of the process, and what it said, to be sent again or forwarded (DOC-22)."""

from chalicelib.application.authorisation import allow_on_document
from chalicelib.application.ports import Ports
from chalicelib.application.references import DocumentKey, MailKey, ProcessKey
from chalicelib.domain.errors import NotFound
from chalicelib.domain.identity import Actor
from chalicelib.domain.mail import Mail
from chalicelib.domain.policy import Action


def read_email(ports: Ports, actor: Actor, process_id: str, document_id: str) -> tuple[Mail, bool]:
    """-> (the e-mail, whether its hidden addressees may be shown: to the unit that sent it).

    Raises NotFound, Forbidden.
    """
    *loaded, mail = ports.reader.get(
        ProcessKey(process_id), DocumentKey(process_id, document_id), MailKey(process_id, document_id)
    )
    allow_on_document(actor, Action.DOCUMENT_READ, *loaded)
    if mail is None:
        raise NotFound("email_not_found", "Este documento não é um e-mail.")
    return mail, mail.unit.id == actor.unit.id
