"""Gerar circular: a document of its own for each addressee of a letter, into a signing block, by a job (DOC-19)."""

from collections.abc import Mapping, Sequence
from typing import Any

from chalicelib.application.authorisation import allow_on_document
from chalicelib.application.blocks.new_documents import check_block
from chalicelib.application.documents.create import DraftForm, check_room, create_draft
from chalicelib.application.documents.metadata import MetadataForm
from chalicelib.application.jobs.begin import Order, begin_job
from chalicelib.application.jobs.kinds import Kind
from chalicelib.application.ports import Ports
from chalicelib.application.processes.registration import contact_keys, named_contacts
from chalicelib.application.references import DocumentKey, Key, ProcessKey
from chalicelib.application.transaction import Operation, Reply
from chalicelib.domain import circular
from chalicelib.domain.document import Document
from chalicelib.domain.identity import Actor
from chalicelib.domain.job import Job, JobItem, Outcome
from chalicelib.domain.policy import Action
from chalicelib.domain.process import check_active
from chalicelib.domain.value import dataclass

KIND = "circular"


@dataclass(frozen=True, slots=True)
class CircularForm:
    """``addressees`` are contacts, ``block`` the signing block that their documents go into."""

    addressees: tuple[str, ...]
    block: str


def order_circular(
    ports: Ports, actor: Actor, operation: Operation, process_id: str, document_id: str, form: CircularForm
) -> Reply:
    """-> ``{"job"}``. The letter stays as it is; each addressee gets a draft with its text, as restricted as it is.

    Raises NotFound, Forbidden, Refused as ``circular.check_letter``, ``process_full`` or ``process_suspended`` …,
    InvalidRequest ``contact_unknown`` and as ``circular.check_addressees`` and ``check_block``.
    """
    circular.check_addressees(form.addressees)

    def decide(action: Action, loaded: Sequence[Any]) -> Order:
        found, written, *contacts = loaded
        process, letter = allow_on_document(actor, action, found, written)
        circular.check_letter(letter, ports.catalogues.document_types().get(letter.type.code))
        check_active(process)
        check_block(ports, actor, form.block, (process_id,), len(form.addressees))
        check_room(process, len(form.addressees))
        people = named_contacts(form.addressees, contacts, "addressees")
        items = [JobItem(each.name, {"contact": each.code, "name": each.name}) for each in people]
        return Order(KIND, f"Circular de {letter.label}", items, process.id, _options(letter, form.block))

    place: list[Key] = [ProcessKey(process_id), DocumentKey(process_id, document_id)]
    keys = [*place, *contact_keys(form.addressees)]
    return begin_job(ports, actor, operation, Action.DOCUMENT_CIRCULATE, keys, decide)


def _options(letter: Document, block: str) -> Mapping[str, str]:
    metadata = letter.metadata
    return {
        "type": letter.type.code,
        "letter": letter.number,
        "description": metadata.description,
        "level": metadata.level.value,
        "legal_basis": metadata.legal_basis.code if metadata.legal_basis else "",
        "block": block,
    }


def circular_kind() -> Kind:
    """The kind of job that writes a document for each addressee; what writing it refuses is the addressee's result."""
    return Kind(_on_addressee)


def _on_addressee(
    ports: Ports, actor: Actor, operation: Operation, reference: Mapping[str, str], job: Job
) -> Outcome:
    chosen = job.options
    about = MetadataForm(
        description=chosen["description"],
        addressees=(reference["contact"],),
        access_level=chosen["level"],
        legal_basis=chosen["legal_basis"] or None,
    )
    fields = {circular.ADDRESSEE_FIELD: reference["name"]}
    form = DraftForm(chosen["type"], about, "document", chosen["letter"], fields, chosen["block"])
    made = create_draft(ports, actor, operation, str(job.process), form)
    found = {"document": str(made["id"]), "number": str(made["number"])}
    return Outcome(message=f"Criado o documento {made['number']}. Está no bloco.", found=found)
