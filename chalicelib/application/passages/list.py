"""The comments on passages of a text that are for the actor to read, each where its passage is today (DOC-03)."""

from collections.abc import Sequence
from functools import cache

from chalicelib.application.authorisation import allow_on_document, passage_resource, subject
from chalicelib.application.documents.read import seen_by
from chalicelib.application.ports import Ports
from chalicelib.application.references import DocumentKey, ProcessKey
from chalicelib.domain.identity import Actor
from chalicelib.domain.passage import Span, carried
from chalicelib.domain.passage_comment import PassageComment
from chalicelib.domain.policy import Action, decide
from chalicelib.domain.value import dataclass

from .text import written_at


@dataclass(frozen=True, slots=True)
class FoundPassage:
    """``span`` is where the passage is in the text of today, and ``words`` what it says there; None when it is gone."""

    comment: PassageComment
    span: Span | None
    words: str
    answerable: bool


def list_passages(ports: Ports, actor: Actor, process_id: str, document_id: str) -> Sequence[FoundPassage]:
    """In the order of the text, those whose passage is gone at the end. Raises NotFound, Forbidden."""
    loaded = ports.reader.get(ProcessKey(process_id), DocumentKey(process_id, document_id))
    process, document = allow_on_document(actor, Action.DOCUMENT_LIST_PASSAGES, *loaded)
    # What a comment quotes is content: who reads it has seen the document.
    document = seen_by(ports, actor, document)
    who, found = subject(actor), []
    read = cache(lambda key: written_at(ports, key))
    for comment in ports.reader.passage_comments(process.id, document.id):
        resource = passage_resource(process, document, comment)
        if document.text is None or not decide(who, Action.PASSAGE_SEE, resource).allowed:
            continue
        passage, today = comment.passage, read(document.text.key)
        old = today if passage.key == document.text.key else read(passage.key)
        span = carried(old, today, (passage.start, passage.end))
        answerable = decide(who, Action.PASSAGE_ANSWER, resource).allowed
        found.append(FoundPassage(comment, span, today[slice(*span)] if span else passage.words, answerable))
    return sorted(found, key=_order)


def _order(found: FoundPassage) -> tuple[bool, int, str]:
    return found.span is None, found.span[0] if found.span else 0, found.comment.first.at.isoformat()
