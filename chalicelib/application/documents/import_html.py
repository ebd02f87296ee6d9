"""Take the text of a draft from HTML, section by section, as other systems send it (DOC-26)."""

import copy
import json
from collections.abc import Mapping

from chalicelib.application.authorisation import allow_on_document
from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import DocumentKey, ProcessKey
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain import content as contents
from chalicelib.domain import document as documents
from chalicelib.domain.content import Content
from chalicelib.domain.content_parsing import Node
from chalicelib.domain.errors import FieldError, InvalidRequest
from chalicelib.domain.html_import import blocks_of
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.process import check_active
from chalicelib.domain.value import dataclass

from .save import write_saved
from .text import resolved, store_text


@dataclass(frozen=True, slots=True)
class HtmlForm:
    """HTML by section role, over ``revision``; sections that are not named stay as they are."""

    sections: Mapping[str, str]
    revision: int


def import_html(
    ports: Ports, actor: Actor, operation: Operation, process_id: str, document_id: str, form: HtmlForm
) -> Reply:
    """Save as a version of its own; -> as ``save_draft``.

    Raises NotFound, Forbidden, ContentRefused, InvalidRequest ``section_absent`` or ``section_locked``,
    Refused ``process_suspended`` …, DraftChanged when somebody saved over ``revision``.
    """
    read = {role: blocks_of(html) for role, html in form.sections.items()}
    now = ports.now()

    def attempt(work: Work) -> Reply:
        loaded = work.load(ProcessKey(process_id), DocumentKey(process_id, document_id))
        process, document = allow_on_document(actor, Action.DOCUMENT_EDIT, *loaded)
        check_active(process)
        assert document.text is not None
        text = document.text
        if document.revision == form.revision:
            before = contents.parse(json.loads(ports.contents.get(document.text.key)))
            content = _with_sections(before, read)
            text = store_text(ports, resolved(ports, process, document, content, now))
        saved, facts = documents.save(document, form.revision, text, actor.user, now, explicit=True)
        return write_saved(work, actor, process, (document, saved), facts)

    return transact(lambda: ports.begin(operation), attempt)


def _with_sections(before: Content, read: Mapping[str, list[Node]]) -> Content:
    tree = copy.deepcopy(before.tree)
    there = {section["attrs"]["role"]: section for section in tree["content"]}
    for role, blocks in read.items():
        section = there.get(role)
        if section is None:
            raise _refusal(role, "section_absent", "O documento não tem esta seção.")
        if section["attrs"]["locked"]:
            raise _refusal(role, "section_locked", "Esta seção é fixada pelo modelo e não pode ser alterada.")
        section["content"] = blocks
    return contents.parse(tree)


def _refusal(role: str, code: str, message: str) -> InvalidRequest:
    return InvalidRequest(FieldError(f"sections.{role}", code, message))
