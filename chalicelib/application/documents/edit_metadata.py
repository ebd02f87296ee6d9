"""Change what is registered about a document (features.md §1.2 "Alterar metadados", PRO-08)."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from chalicelib.application.authorisation import allow_on_document
from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import DocumentKey, ProcessKey
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain import authenticating, filing
from chalicelib.domain import document as documents
from chalicelib.domain.document import Kind
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action

from .metadata import MetadataForm, check_filed, checked_metadata, form_of, levels_in


def edit_metadata(
    ports: Ports,
    actor: Actor,
    operation: Operation,
    process_id: str,
    document_id: str,
    changes: Mapping[str, Any],
) -> Reply:
    """Apply ``changes``, fields of ``MetadataForm``, and leave the others; -> ``{"version", "revision"}``.

    Raises NotFound, Forbidden, InvalidRequest per field, Refused ``nothing_changed`` or ``document_frozen``.
    """
    now = ports.now()

    def attempt(work: Work) -> Reply:
        process, document, *contacts = work.load(
            ProcessKey(process_id), DocumentKey(process_id, document_id), *MetadataForm(**changes).contacts
        )
        process, document = allow_on_document(actor, Action.DOCUMENT_EDIT_METADATA, process, document)
        form = replace(form_of(document.metadata), **changes)
        if document.kind is Kind.UPLOADED:
            check_filed(form, now.astimezone(ports.zone).date())
        kind = ports.catalogues.document_types().get(document.type.code)
        levels = levels_in(ports.catalogues, process)
        metadata = checked_metadata(form, kind, contacts, ports.catalogues, document.metadata, levels)
        edited, facts = documents.edit(document, metadata)
        edited, undone = authenticating.after_editing(document, edited)
        work.put_document(document, edited)
        moved = (document.metadata.level, metadata.level)
        changed = work.change_process(process, filing.relevel(process, actor, (*undone, *facts), moved, now))
        return {"version": changed.n, "revision": str(edited.revision)}

    return transact(lambda: ports.begin(operation), attempt)
