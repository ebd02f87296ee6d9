"""Documents as the API shows them: the node of the tree, and the whole (DOC-01, DOC-16)."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from chalicelib.application.documents.read import ReadDocument
from chalicelib.application.documents.sign import signatures
from chalicelib.domain.amount import written_amount
from chalicelib.domain.catalogue import Subject
from chalicelib.domain.digitization import Digitization
from chalicelib.domain.document import Document, Metadata
from chalicelib.domain.policy import Action, Decision

from . import presenting
from .redaction_view import redactions


def whole(read: ReadDocument) -> dict[str, Any]:
    """The document with its content, when it may be read."""
    document, visible = read.document, read.readable.allowed
    text = document.text
    return {
        **node(document, visible),
        "metadata": _metadata(document, visible, read.classes),
        "content": read.content,
        "html": read.html,
        "version": document.version,
        "revision": str(document.revision),
        "edited_by": presenting.person(document.edited_by),
        "edited_at": presenting.instant(document.edited_at),
        "signatures": signatures(document),
        "stamps": list(read.stamps) if visible else [],
        "acknowledgements": [
            {
                "user": presenting.person(made.user),
                "unit": presenting.unit_name(made.unit),
                "at": presenting.instant(made.at),
            }
            for made in document.acknowledgements
        ],
        "digest": _digest(document) if visible else "",
        "verifier": document.number,
        "crc": text.crc if visible and text and document.signatures else None,
        "redactions": redactions(document.redactions, visible),
        "minimum_signature": read.minimum.value,
        "actions": permissions({**read.actions, Action.DOCUMENT_READ: read.readable}),
    }


def permissions(decisions: Mapping[Action, Decision]) -> dict[str, Any]:
    """Each act with its reason when it is refused."""
    return {
        action.value: {"allowed": decision.allowed, "reason": None if decision.allowed else decision.reason}
        for action, decision in decisions.items()
    }


def node(document: Document, visible: bool) -> dict[str, Any]:
    """A line of the tree; ``content_visible`` says whether it may be read."""
    file = document.file
    return {
        "id": document.id,
        "number": document.number,
        "order": document.order,
        "kind": document.kind.value,
        "type": presenting.named(document.type),
        "type_number": document.type_number,
        "title": document.title,
        "state": document.state.value,
        "pen": document.pen.value,
        "access_level": document.metadata.level.value,
        "unit": presenting.unit_name(document.unit),
        "author": presenting.person(document.author),
        "created_at": presenting.instant(document.created_at),
        "signature_count": len(document.signatures),
        "media_type": file.media_type if file else None,
        "size": file.size if file else None,
        "content_visible": visible,
        "locked": document.locked,
    }


def _digest(document: Document) -> str:
    if document.text:
        return document.text.digest
    return document.file.sha256 if document.file else ""


def _metadata(document: Document, visible: bool, classes: Sequence[Subject]) -> dict[str, Any]:
    """People, remarks and descriptions are content: only the law that closes it is told to who may not read it."""
    closed = Metadata(name_in_tree=document.metadata.name_in_tree, legal_basis=document.metadata.legal_basis)
    data = document.metadata if visible else closed
    file = document.file if visible else None
    return {
        "description": data.description,
        "name_in_tree": data.name_in_tree,
        "interested_parties": [presenting.contact(party) for party in data.interested_parties],
        "addressees": [presenting.contact(addressee) for addressee in data.addressees],
        "subjects": [presenting.named(subject_) for subject_ in data.subjects],
        "remark": data.remark,
        "legal_basis": presenting.named(data.legal_basis),
        "date": data.dated.isoformat() if data.dated else None,
        "number": data.external_number,
        "format": data.format,
        "conformity_check": presenting.named(data.conformity_check),
        "sender": presenting.contact(data.sender) if data.sender else None,
        "digitization": _digitization(data.digitization, classes),
        "amount": None if data.amount is None else written_amount(data.amount),
        "file_name": file.name if file else None,
        "pages": file.pages if file else None,
        "cancellation": document.cancellation or None,
    }


def _digitization(given: Digitization | None, classes: Sequence[Subject]) -> dict[str, Any] | None:
    if given is None:
        return None
    return {
        **asdict(given),
        "on": given.on.isoformat(),
        "genre": given.genre.value,
        "classes": [
            {
                "code": one.code,
                "name": one.name,
                "retention": asdict(one.retention) if one.retention else None,
            }
            for one in classes
        ],
    }
