"""Comment on a passage of a text being written, for those one chooses (DOC-03)."""

from chalicelib.application.authorisation import allow_on_document
from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import DocumentKey, ProcessKey
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain.errors import NotFound
from chalicelib.domain.identity import Actor
from chalicelib.domain.passage import mark
from chalicelib.domain.passage_comment import PassageComment, Said, Visibility, check_room
from chalicelib.domain.policy import Action
from chalicelib.domain.value import dataclass

from .acting import hold
from .text import written_at


@dataclass(frozen=True, slots=True)
class PassageForm:
    """``words`` as they are in the text, at the character ``near`` or as near to it as they are found."""

    near: int
    words: str
    text: str
    visibility: Visibility


def comment_on_passage(
    ports: Ports, actor: Actor, operation: Operation, process_id: str, document_id: str, form: PassageForm
) -> Reply:
    """-> ``{"id"}``. Raises NotFound, Forbidden, Refused ``passage_not_found``, ``passage_too_long`` …."""
    now, identifier = ports.now(), ports.identifier()

    def attempt(work: Work) -> Reply:
        loaded = work.load(ProcessKey(process_id), DocumentKey(process_id, document_id))
        process, document = allow_on_document(actor, Action.DOCUMENT_COMMENT_PASSAGE, *loaded)
        if document.text is None:
            raise NotFound()
        check_room(len(ports.reader.passage_comments(process.id, document.id)))
        passage = mark(document.text.key, written_at(ports, document.text.key), form.near, form.words)
        said = (Said(actor.unit, actor.user, now, form.text),)
        comment = PassageComment(identifier, process.id, document.id, passage, form.visibility, said)
        work.put_passage_comment(None, comment)
        hold(work, actor, process)
        return {"id": identifier}

    return transact(lambda: ports.begin(operation), attempt)
