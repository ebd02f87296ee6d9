"""Take the text of a draft from HTML, section by section, as other systems send it (DOC-26)."""

import copy
import json
from collections.abc import Mapping, Sequence
from typing import Any

from chalicelib.application.authorisation import allow_on_document
from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import DocumentKey, Key, ProcessKey, UploadKey
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain import content as contents
from chalicelib.domain import document as documents
from chalicelib.domain.content import Content
from chalicelib.domain.content_images import image_uploads, with_files
from chalicelib.domain.content_parsing import Node
from chalicelib.domain.content_sections import nodes
from chalicelib.domain.errors import FieldError, InvalidRequest
from chalicelib.domain.html_import import blocks_of
from chalicelib.domain.html_pictures import album_of, pictures_in
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.process import check_active
from chalicelib.domain.value import dataclass

from .images import image_keys, use_pictures
from .save import write_saved
from .text import resolved, store_text


@dataclass(frozen=True, slots=True)
class HtmlForm:
    """HTML by section role, over ``revision``; sections that are not named stay as they are. ``images`` are the uploads
    of its pictures."""

    sections: Mapping[str, str]
    revision: int
    images: tuple[str, ...] = ()


def import_html(
    ports: Ports, actor: Actor, operation: Operation, process_id: str, document_id: str, form: HtmlForm
) -> Reply:
    """Save as a version of its own; -> as ``save_draft``, and ``left_out``: how many pictures did not come.

    Raises NotFound, Forbidden, ContentRefused, InvalidRequest ``section_absent``, ``section_locked`` or as
    ``with_files``, Refused ``process_suspended`` …, DraftChanged when somebody saved over ``revision``.
    """
    now = ports.now()
    shown = sum(pictures_in(html) for html in form.sections.values())

    def attempt(work: Work) -> Reply:
        keys = [UploadKey(process_id, each) for each in form.images]
        *loaded, uploads = _loaded(work, process_id, document_id, keys)
        process, document = allow_on_document(actor, Action.DOCUMENT_EDIT, *loaded)
        check_active(process)
        assert document.text is not None
        text = document.text
        read = {role: blocks_of(html, album_of(uploads)) for role, html in form.sections.items()}
        if document.revision == form.revision:
            before = contents.parse(json.loads(ports.contents.get(document.text.key)))
            content = _with_files(work, process_id, _with_sections(before, read))
            text = store_text(ports, resolved(ports, process, document, content, now))
        saved, facts = documents.save(document, form.revision, text, actor.user, now, explicit=True)
        written = write_saved(work, actor, process, (document, saved), facts)
        return {**written, "left_out": shown - sum(map(_pictures, read.values()))}

    return transact(lambda: ports.begin(operation), attempt)


def _loaded(work: Work, process: str, document: str, uploads: Sequence[Key]) -> tuple[Any, Any, Sequence[Any]]:
    found, written, *files = work.load(ProcessKey(process), DocumentKey(process, document), *uploads)
    return found, written, files


def _with_files(work: Work, process: str, content: Content) -> Content:
    """Those that were in the text before, too: all of them together have a limit."""
    keys = image_keys(process, content)
    if not keys:
        return content
    uploads = work.load(*keys)
    known = with_files(content, dict(zip(image_uploads(content), uploads, strict=True)))
    use_pictures(work, uploads)
    return known


def _pictures(blocks: list[Node]) -> int:
    return sum(node["type"] == "image" for node in nodes({"content": blocks}))


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
