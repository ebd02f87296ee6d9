"""Comment on a process or on one of its documents (PRO-25)."""

from chalicelib.application.authorisation import allow_on_process
from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import DocumentKey, Key, ProcessKey
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain.comment import Comment
from chalicelib.domain.errors import NotFound
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action

from .reading import comments_open


def make_comment(
    ports: Ports, actor: Actor, operation: Operation, process_id: str, document_id: str | None, text: str
) -> Reply:
    """-> ``{"id"}``. Raises NotFound, Forbidden."""
    now, identifier = ports.now(), ports.identifier()

    def attempt(work: Work) -> Reply:
        wanted: list[Key] = [ProcessKey(process_id)]
        if document_id:
            wanted.append(DocumentKey(process_id, document_id))
        found, *documents = work.load(*wanted)
        process = allow_on_process(actor, Action.COMMENT_WRITE, found)
        for document in documents:
            if document is None or not comments_open(actor, process, document):
                raise NotFound()
        comment = Comment(identifier, process.id, document_id, actor.unit, actor.user, now, text)
        work.put_comment(None, comment)
        work.require_open(process, actor.unit.id)
        return {"id": identifier}

    return transact(lambda: ports.begin(operation), attempt)
