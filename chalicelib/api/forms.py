"""Forms: documents made of typed fields (DOC-07)."""

from dataclasses import asdict
from typing import Annotated

from pydantic import Field, StringConstraints

from chalicelib.application.documents.answer_form import AnswersForm, answer_form
from chalicelib.application.documents.read_form import read_form
from chalicelib.domain.form import LONGEST_LINE, MOST_LINES
from chalicelib.domain.policy import Action

from . import presenting, replies
from .routes import Answer, Call, Routes
from .validation import Body, read_if_match

routes = Routes("forms")

ANSWERS = "/processes/{process}/documents/{document}/answers"
Line = Annotated[str, StringConstraints(max_length=LONGEST_LINE, strip_whitespace=False)]
Lines = Annotated[tuple[Line, ...], Field(max_length=MOST_LINES)]


class AnswersBody(Body):
    """Each answer by its field: one text, the lines of a long one, or each chosen option."""

    answers: Annotated[dict[str, Lines], Field(max_length=200)]
    explicit: bool = False


@routes.route("GET", ANSWERS, Action.DOCUMENT_EDIT, reply=replies.FilledForm)
def read(call: Call, process: str, document: str) -> Answer:
    """Ler os campos e as respostas do formulário"""
    found, form, answers = read_form(call.ports, call.actor, process, document)
    body = {
        "title": found.title,
        "number": found.number,
        "state": found.state.value,
        "revision": str(found.revision),
        "digest": found.text.digest if found.text else "",
        "edited_by": presenting.person(found.edited_by),
        "edited_at": presenting.instant(found.edited_at),
        "fields": [{**asdict(field), "kind": field.kind.value} for field in form.fields],
        "answers": {name: list(answer) for name, answer in answers.items()},
    }
    return Answer(body, {"ETag": f'"{found.revision}"'})


@routes.route("PUT", ANSWERS, Action.DOCUMENT_EDIT, body=AnswersBody, reply=replies.Saved, if_match=True)
def save(call: Call, process: str, document: str) -> Answer:
    """Preencher o formulário"""
    body: AnswersBody = call.body
    form = AnswersForm(body.answers, read_if_match(call.header("If-Match")), body.explicit)
    saved = answer_form(call.ports, call.actor, call.operation, process, document, form)
    return Answer(dict(saved), {"ETag": f'"{saved["revision"]}"'})
