"""Send by e-mail each signed document of a block to its own addressees: a job, a result for each (DOC-19, DOC-22)."""

from collections.abc import Mapping, Sequence
from typing import Any

from chalicelib.application.authorisation import allow_on_block
from chalicelib.application.correspondence.send import EmailForm, send_email
from chalicelib.application.jobs.begin import Order, begin_job
from chalicelib.application.jobs.kinds import Kind
from chalicelib.application.mailing.automatic import check_mail_available
from chalicelib.application.ports import Ports
from chalicelib.application.processes.registration import contact_keys
from chalicelib.application.references import BlockKey, DocumentKey
from chalicelib.application.transaction import Operation, Reply
from chalicelib.domain import correspondence
from chalicelib.domain.correspondence import Letter
from chalicelib.domain.document import DocumentState
from chalicelib.domain.errors import NotFound, Refused
from chalicelib.domain.identity import Actor
from chalicelib.domain.job import ItemState, Job, JobItem, Outcome
from chalicelib.domain.policy import Action
from chalicelib.domain.value import dataclass

KIND = "block_mail"


@dataclass(frozen=True, slots=True)
class BlockMailForm:
    """The same words for everybody; each e-mail carries one document and goes to its addressees alone."""

    sender: str
    subject: str
    text: str


def mail_block(ports: Ports, actor: Actor, operation: Operation, block_id: str, form: BlockMailForm) -> Reply:
    """-> ``{"job"}``.

    Raises NotFound, Forbidden, Refused ``email_unavailable``, ``block_of_processes`` or ``block_empty``, InvalidRequest
    and Refused as ``correspondence.check_letter``.
    """
    def decide(action: Action, loaded: Sequence[Any]) -> Order:
        block = allow_on_block(actor, action, loaded[0])
        check_mail_available(ports)
        # To whom is known document by document: until then, what can be checked is what is the same in all.
        mailboxes = ports.catalogues.units()[actor.unit.id].mailboxes
        correspondence.check_letter(_letter(form.sender, form.subject, form.text, (form.sender,)), mailboxes)
        documents = [item for item in block.items if item.document]
        if len(documents) < len(block.items):
            raise Refused("block_of_processes", "Só se enviam documentos de bloco de assinatura.")
        if not documents:
            raise Refused("block_empty", "O bloco está vazio.")
        items = [JobItem(item.label, {"process": item.process, "document": item.document}) for item in documents]
        options = {"sender": form.sender, "subject": form.subject, "text": form.text}
        return Order(KIND, f"E-mails do bloco {block.number}", items, options=options)

    return begin_job(ports, actor, operation, Action.BLOCK_FILL, (BlockKey(block_id),), decide)


def block_mail_kind() -> Kind:
    """The kind of job that sends an e-mail for each document; what sending it refuses is the document's result."""
    return Kind(_on_document)


def _on_document(
    ports: Ports, actor: Actor, operation: Operation, reference: Mapping[str, str], job: Job
) -> Outcome:
    process, identifier = reference["process"], reference["document"]
    (document,) = ports.reader.get(DocumentKey(process, identifier))
    if document is None:
        raise NotFound("document_gone", "O documento não está mais neste processo.")
    if document.state is DocumentState.DRAFT:
        return Outcome(ItemState.LEFT_OUT, "draft_not_attached", "Ainda é minuta: assine antes de enviar.")
    people = ports.reader.get(*contact_keys([each.code for each in document.metadata.addressees]))
    addresses = tuple(each.email for each in people if each and each.email)
    if not addresses:
        message = "O documento não tem destinatário com e-mail no cadastro de contatos."
        return Outcome(ItemState.LEFT_OUT, "addressee_without_email", message)
    letter = _letter(job.options["sender"], job.options["subject"], job.options["text"], addresses)
    sent = send_email(ports, actor, operation, process, EmailForm(letter, (identifier,)))
    found = {"document": str(sent["id"]), "number": str(sent["number"])}
    return Outcome(message=f"Enviado a {', '.join(addresses)}: documento {sent['number']}.", found=found)


def _letter(sender: str, subject: str, text: str, to: tuple[str, ...]) -> Letter:
    return Letter(sender, to, (), (), subject, text)
