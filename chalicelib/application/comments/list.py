"""The comments on a process and on its documents (PRO-25)."""

from collections.abc import Sequence

from chalicelib.application.authorisation import allow_on_process
from chalicelib.application.ports import Ports
from chalicelib.application.references import ProcessKey
from chalicelib.domain.comment import Comment
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.process import Process

from .reading import hidden_documents


def list_comments(ports: Ports, actor: Actor, process_id: str) -> tuple[Process, Sequence[Comment]]:
    """Those the actor may read, oldest first. Raises NotFound, Forbidden."""
    (found,) = ports.reader.get(ProcessKey(process_id))
    process = allow_on_process(actor, Action.COMMENT_LIST, found)
    comments = ports.reader.comments(process.id)
    hidden = hidden_documents(ports, actor, process, {one.document for one in comments if one.document})
    return process, [comment for comment in comments if comment.document not in hidden]
