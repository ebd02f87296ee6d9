"""Fill in a form: the answers become the document's text (DOC-05, DOC-07)."""

import json
from collections.abc import Mapping, Sequence

from chalicelib.application.authorisation import allow_on_document
from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import DocumentKey, ProcessKey
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain import content as contents
from chalicelib.domain import document as documents
from chalicelib.domain.content_form import with_answers
from chalicelib.domain.document import Document
from chalicelib.domain.errors import Refused
from chalicelib.domain.form import Form, check_answers
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.process import check_active
from chalicelib.domain.value import dataclass

from .save import write_saved
from .text import resolved, store_text


@dataclass(frozen=True, slots=True)
class AnswersForm:
    """Every answer, over ``revision``; ``explicit`` keeps a version of its own."""

    answers: Mapping[str, Sequence[str]]
    revision: int
    explicit: bool = False


def answer_form(
    ports: Ports, actor: Actor, operation: Operation, process_id: str, document_id: str, form: AnswersForm
) -> Reply:
    """Save; -> as ``save_draft``. A mandatory field may wait: without it the document is only not signed.

    Raises NotFound, Forbidden, InvalidRequest per answer, Refused ``not_a_form`` or ``process_suspended`` …,
    DraftChanged when somebody saved over ``revision``.
    """
    now = ports.now()

    def attempt(work: Work) -> Reply:
        loaded = work.load(ProcessKey(process_id), DocumentKey(process_id, document_id))
        process, document = allow_on_document(actor, Action.DOCUMENT_EDIT, *loaded)
        check_active(process)
        definition = form_of_document(ports, document)
        assert document.text is not None
        text = document.text
        if document.revision == form.revision:
            before = contents.parse(json.loads(ports.contents.get(document.text.key)))
            filled = with_answers(before, definition, check_answers(definition, form.answers))
            text = store_text(ports, resolved(ports, process, document, filled, now))
        saved, facts = documents.save(document, form.revision, text, actor.user, now, form.explicit)
        return write_saved(work, actor, process, (document, saved), facts)

    return transact(lambda: ports.begin(operation), attempt)


def form_of_document(ports: Ports, document: Document) -> Form:
    """The fields of its type. Raises Refused ``not_a_form``."""
    found = ports.catalogues.form(document.type.code)
    if found is None or document.text is None:
        raise Refused("not_a_form", "Este documento não é um formulário.")
    return found
