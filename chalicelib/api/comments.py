"""Comments on a process and on its documents (PRO-25)."""

from typing import Annotated, Any

from pydantic import StringConstraints

from chalicelib.application.comments.change import change_comment
from chalicelib.application.comments.list import list_comments
from chalicelib.application.comments.make import make_comment
from chalicelib.application.comments.remove import remove_comment
from chalicelib.domain.comment import Comment
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action

from . import presenting, replies
from .routes import Call, Routes
from .validation import Body, Identifier

routes = Routes("comments")

Text = Annotated[str, StringConstraints(min_length=1, max_length=2000)]
COMMENT = "/processes/{process}/comments/{comment}"


class CommentBody(Body):
    """A new comment; ``document`` is null for one on the process itself."""

    text: Text
    document: Identifier | None = None


class CommentText(Body):
    """What it says now."""

    text: Text


@routes.route("GET", "/processes/{process}/comments", Action.COMMENT_LIST, reply=replies.Comments)
def read(call: Call, process: str) -> Any:
    """Comentários"""
    _, found = list_comments(call.ports, call.actor, process)
    return {"items": [_comment(comment, call.actor) for comment in found]}


@routes.route(
    "POST",
    "/processes/{process}/comments",
    Action.COMMENT_WRITE,
    body=CommentBody,
    reply=replies.CommentId,
    status=201,
)
def make(call: Call, process: str) -> Any:
    """Comentar"""
    body: CommentBody = call.body
    return make_comment(call.ports, call.actor, call.operation, process, body.document, body.text)


@routes.route("PATCH", COMMENT, Action.COMMENT_WRITE, body=CommentText, reply=replies.CommentId)
def change(call: Call, process: str, comment: str) -> Any:
    """Alterar comentário"""
    return change_comment(call.ports, call.actor, call.operation, process, comment, call.body.text)


@routes.route("DELETE", COMMENT, Action.COMMENT_WRITE, reply=replies.CommentId)
def remove(call: Call, process: str, comment: str) -> Any:
    """Excluir comentário"""
    return remove_comment(call.ports, call.actor, call.operation, process, comment)


def _comment(comment: Comment, actor: Actor) -> dict[str, Any]:
    """What it said before is its own unit's to read."""
    own = comment.unit.id == actor.unit.id
    return {
        "id": comment.id,
        "document": comment.document,
        "unit": presenting.unit_name(comment.unit),
        "by": presenting.person(comment.by),
        "at": presenting.instant(comment.at),
        "text": comment.text,
        "earlier": [
            {"text": one.text, "by": presenting.person(one.by), "at": presenting.instant(one.at)}
            for one in (comment.earlier if own else ())
        ],
        "removed_by": presenting.person(comment.removed_by),
        "removed_at": presenting.instant(comment.removed_at),
        "own": own,
    }
