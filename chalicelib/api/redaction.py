"""Copies with concealed passages (LAI, art. 7º, § 2º): what is marked, how it will read, and the asking."""

from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints

from chalicelib.application.redaction.ask import RedactionForm, ask_redaction
from chalicelib.application.redaction.preview import preview_redaction
from chalicelib.application.redaction.source import read_source
from chalicelib.domain.access import AccessLevel
from chalicelib.domain.policy import Action
from chalicelib.domain.redaction import MAXIMUM_MARKS, WHOLE, Area, Marks, Passage

from . import replies
from .document_files import DOCUMENT, Digest
from .routes import Call, Routes
from .validation import Body, Code

routes = Routes("redaction")

REDACTION = f"{DOCUMENT}/redaction"
REDACTIONS = f"{DOCUMENT}/redactions"
Place = Annotated[int, Field(ge=0, le=WHOLE)]
Count = Annotated[int, Field(ge=0, le=2_000_000)]


class PassageBody(Body):
    """Characters of a line of the text."""

    line: Count
    start: Count
    end: Count


class AreaBody(Body):
    """A rectangle of a page, in ten-thousandths of it, from its upper left corner."""

    page: Annotated[int, Field(ge=1, le=100_000)]
    left: Place
    top: Place
    right: Place
    bottom: Place


class MarksBody(Body):
    """What is to be concealed: passages of a text, or areas of a file's pages."""

    digest: Digest
    passages: Annotated[tuple[PassageBody, ...], Field(max_length=MAXIMUM_MARKS)] = ()
    areas: Annotated[tuple[AreaBody, ...], Field(max_length=MAXIMUM_MARKS)] = ()


class RedactionBody(MarksBody):
    """The screen Ocultar trechos."""

    legal_basis: Code
    reason: Annotated[str, StringConstraints(min_length=3, max_length=500)]
    access_level: Literal["public", "restricted"]


@routes.route("GET", REDACTION, Action.DOCUMENT_REDACT, reply=replies.RedactionSource)
def source(call: Call, process: str, document: str) -> dict[str, Any]:
    """O que se marca para ocultar: as linhas do texto ou o arquivo"""
    found = read_source(call.ports, call.actor, process, document)
    return {
        "digest": found.digest,
        "lines": [{"text": line.text, "kind": line.kind, "upload": line.upload or None} for line in found.lines],
        "pages": found.document.file.pages if found.document.file else None,
    }


@routes.route(
    "POST",
    f"{REDACTION}/preview",
    Action.DOCUMENT_REDACT,
    body=MarksBody,
    reply=replies.RedactionPreview,
    writes=False,
)
def preview(call: Call, process: str, document: str) -> dict[str, Any]:
    """Como o texto será lido sem os trechos marcados"""
    body: MarksBody = call.body
    digest = body.digest.lower()
    return {"html": preview_redaction(call.ports, call.actor, process, document, digest, _marks(body))}


@routes.route(
    "POST", REDACTIONS, Action.DOCUMENT_REDACT, body=RedactionBody, reply=replies.JobStarted, status=201
)
def redact(call: Call, process: str, document: str) -> Any:
    """Gerar cópia com trechos ocultados e a sua certidão"""
    body: RedactionBody = call.body
    form = RedactionForm(
        digest=body.digest.lower(),
        marks=_marks(body),
        legal_basis=body.legal_basis,
        reason=body.reason,
        level=AccessLevel(body.access_level),
    )
    return ask_redaction(call.ports, call.actor, call.operation, process, document, form)


def _marks(body: MarksBody) -> Marks:
    return Marks(
        tuple(Passage(each.line, each.start, each.end) for each in body.passages),
        tuple(Area(each.page, each.left, each.top, each.right, each.bottom) for each in body.areas),
    )
