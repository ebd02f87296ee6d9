"""Change what is registered about a document (features.md §1.2 "Alterar metadados", PRO-08)."""

from chalicelib.application.authorisation import allow_on_document
from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import DocumentKey, ProcessKey
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain import document as documents
from chalicelib.domain import filing
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action

from .metadata import MetadataForm, checked_metadata, document_type


def edit_metadata(
    ports: Ports,
    actor: Actor,
    operation: Operation,
    process_id: str,
    document_id: str,
    form: MetadataForm,
) -> Reply:
    """Replace the metadata; -> ``{"version", "revision"}``.

    Raises NotFound, Forbidden, InvalidRequest per field, Refused ``nothing_changed``.
    """
    now = ports.now()

    def attempt(work: Work) -> Reply:
        process, document, *contacts = work.load(
            ProcessKey(process_id), DocumentKey(process_id, document_id), *form.contacts
        )
        process, document = allow_on_document(actor, Action.DOCUMENT_EDIT_METADATA, process, document)
        kind = document_type(ports.catalogues, document.type.code, document.kind)
        metadata = checked_metadata(form, kind, contacts, ports.catalogues)
        edited, facts = documents.edit(document, metadata)
        work.put_document(document, edited)
        levels = (document.metadata.level, metadata.level)
        changed = work.change_process(process, filing.relevel(process, actor, facts, levels, now))
        return {"version": changed.n, "revision": str(edited.revision)}

    return transact(lambda: ports.begin(operation), attempt)
