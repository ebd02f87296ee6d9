"""Comments on passages of a text being written (DOC-03)."""

from typing import Annotated, Any

from pydantic import Field, StringConstraints

from chalicelib.application.passages.answer import answer_passage
from chalicelib.application.passages.comment import PassageForm, comment_on_passage
from chalicelib.application.passages.list import FoundPassage, list_passages
from chalicelib.application.passages.reopen import reopen_passage
from chalicelib.application.passages.resolve import resolve_passage
from chalicelib.application.passages.take_back import take_back_words
from chalicelib.domain.content import LARGEST_CONTENT
from chalicelib.domain.identity import Actor
from chalicelib.domain.passage import LONGEST_PASSAGE
from chalicelib.domain.passage_comment import Said, Visibility
from chalicelib.domain.policy import Action

from . import presenting, replies
from .routes import Call, Routes
from .validation import Body

routes = Routes("passages")

Text = Annotated[str, StringConstraints(min_length=1, max_length=2000)]
#: As it stands in the text, spaces at its ends too.
Words = Annotated[str, StringConstraints(min_length=1, max_length=LONGEST_PASSAGE, strip_whitespace=False)]
PASSAGES = "/processes/{process}/documents/{document}/passages"
PASSAGE = f"{PASSAGES}/{{passage}}"


class PassageBody(Body):
    """``words`` as they are in the text, at the character ``near`` or as near to it as they are found."""

    near: Annotated[int, Field(ge=0, le=LARGEST_CONTENT)]
    words: Words
    text: Text
    visibility: Visibility


class PassageAnswer(Body):
    """What one has to say to it."""

    text: Text


class PassageNumber(Body):
    """Which of the things said, the comment itself being 0."""

    number: Annotated[int, Field(ge=0, le=1000)]


@routes.route("GET", PASSAGES, Action.DOCUMENT_LIST_PASSAGES, reply=replies.PassageComments)
def read(call: Call, process: str, document: str) -> Any:
    """Comentários nos trechos do texto"""
    found = list_passages(call.ports, call.actor, process, document)
    return {"items": [_passage(each, call.actor) for each in found]}


@routes.route(
    "POST",
    PASSAGES,
    Action.DOCUMENT_COMMENT_PASSAGE,
    body=PassageBody,
    reply=replies.PassageCommentId,
    status=201,
)
def comment(call: Call, process: str, document: str) -> Any:
    """Comentar um trecho do texto"""
    body: PassageBody = call.body
    form = PassageForm(body.near, body.words, body.text, body.visibility)
    return comment_on_passage(call.ports, call.actor, call.operation, process, document, form)


@routes.route(
    "POST",
    f"{PASSAGE}/answers",
    Action.PASSAGE_ANSWER,
    body=PassageAnswer,
    reply=replies.PassageCommentId,
    status=201,
)
def answer(call: Call, process: str, document: str, passage: str) -> Any:
    """Responder a um comentário em trecho"""
    place = (process, document, passage)
    return answer_passage(call.ports, call.actor, call.operation, place, call.body.text)


@routes.route("PUT", f"{PASSAGE}/resolution", Action.PASSAGE_ANSWER, reply=replies.PassageCommentId)
def resolve(call: Call, process: str, document: str, passage: str) -> Any:
    """Resolver um comentário em trecho"""
    return resolve_passage(call.ports, call.actor, call.operation, (process, document, passage))


@routes.route("DELETE", f"{PASSAGE}/resolution", Action.PASSAGE_ANSWER, reply=replies.PassageCommentId)
def reopen(call: Call, process: str, document: str, passage: str) -> Any:
    """Reabrir um comentário em trecho"""
    return reopen_passage(call.ports, call.actor, call.operation, (process, document, passage))


@routes.route(
    "POST",
    f"{PASSAGE}/removals",
    Action.PASSAGE_ANSWER,
    body=PassageNumber,
    reply=replies.PassageCommentId,
)
def take_back(call: Call, process: str, document: str, passage: str) -> Any:
    """Excluir o que se disse num comentário em trecho"""
    place = (process, document, passage)
    return take_back_words(call.ports, call.actor, call.operation, place, call.body.number)


def _passage(found: FoundPassage, actor: Actor) -> dict[str, Any]:
    comment = found.comment
    return {
        "id": comment.id,
        "visibility": comment.visibility.value,
        "span": {"start": found.span[0], "end": found.span[1]} if found.span else None,
        "words": found.words,
        "said": [_said(number, one, actor) for number, one in enumerate(comment.said)],
        "resolved_by": presenting.person(comment.resolved_by),
        "resolved_at": presenting.instant(comment.resolved_at),
        "answerable": found.answerable,
    }


def _said(number: int, one: Said, actor: Actor) -> dict[str, Any]:
    """What was taken back is its own unit's to read."""
    gone = one.removed_at is not None
    return {
        "number": number,
        "unit": presenting.unit_name(one.unit),
        "by": presenting.person(one.by),
        "at": presenting.instant(one.at),
        "text": "" if gone else one.text,
        "removed_at": presenting.instant(one.removed_at),
        "kept": one.text if gone and one.unit.id == actor.unit.id else None,
        "own": one.by.id == actor.user.id,
    }
