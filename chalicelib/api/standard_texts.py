"""Standard texts of the unit, and their use while writing (DOC-06)."""

from typing import Annotated, Any

from pydantic import StringConstraints

from chalicelib.application.documents.autotext import read_autotext
from chalicelib.application.standard_texts.change import change_standard_text
from chalicelib.application.standard_texts.create import create_standard_text
from chalicelib.application.standard_texts.form import StandardTextForm
from chalicelib.application.standard_texts.list import list_standard_texts
from chalicelib.application.standard_texts.read import read_standard_text
from chalicelib.domain.policy import Action
from chalicelib.domain.standard_text import StandardText

from . import presenting, replies
from .routes import Answer, Call, Routes
from .validation import Body, read_if_match

routes = Routes("standard_texts")

TEXT = "/standard-texts/{text}"
Shortcut = Annotated[str, StringConstraints(pattern=r"^([a-z0-9][a-z0-9-]{0,29})?$")]


class StandardTextBody(Body):
    """The screen of a standard text, as a whole; ``shortcut`` is what one types to insert it, without the bar."""

    name: Annotated[str, StringConstraints(min_length=1, max_length=100)]
    shortcut: Shortcut = ""
    content: dict[str, Any]
    active: bool = True

    def form(self) -> StandardTextForm:
        """As the use cases take it."""
        return StandardTextForm(self.name, self.shortcut, self.content, self.active)


@routes.route("GET", "/standard-texts", Action.STANDARD_TEXT_LIST, reply=replies.StandardTexts)
def index(call: Call) -> dict[str, Any]:
    """Textos padrão da unidade"""
    return {"items": [_line(each) for each in list_standard_texts(call.ports, call.actor)]}


@routes.route(
    "POST",
    "/standard-texts",
    Action.STANDARD_TEXT_CREATE,
    body=StandardTextBody,
    reply=replies.StandardTextSaved,
    status=201,
)
def create(call: Call) -> Any:
    """Criar texto padrão"""
    return create_standard_text(call.ports, call.actor, call.operation, call.body.form())


@routes.route("GET", TEXT, Action.STANDARD_TEXT_LIST, reply=replies.StandardText)
def read(call: Call, text: str) -> Answer:
    """Ler texto padrão"""
    found, content = read_standard_text(call.ports, call.actor, text)
    return Answer({**_line(found), "content": content}, {"ETag": f'"{found.revision}"'})


@routes.route(
    "PUT",
    TEXT,
    Action.STANDARD_TEXT_CHANGE,
    body=StandardTextBody,
    reply=replies.StandardTextSaved,
    if_match=True,
)
def change(call: Call, text: str) -> Any:
    """Alterar ou desativar texto padrão"""
    revision = read_if_match(call.header("If-Match"))
    return change_standard_text(call.ports, call.actor, call.operation, text, revision, call.body.form())


@routes.route(
    "GET",
    "/processes/{process}/documents/{document}/standard-texts/{text}",
    Action.DOCUMENT_EDIT,
    reply=replies.Autotext,
)
def insertable(call: Call, process: str, document: str, text: str) -> Any:
    """Ler texto padrão com as variáveis do documento"""
    return {"content": read_autotext(call.ports, call.actor, process, document, text)}


def _line(text: StandardText) -> dict[str, Any]:
    return {
        "id": text.id,
        "name": text.name,
        "shortcut": text.shortcut,
        "active": text.active,
        "revision": text.revision,
        "changed_by": presenting.person(text.changed_by),
        "changed_at": presenting.instant(text.changed_at),
    }
