"""The text of a draft from HTML (DOC-26)."""

import base64
import binascii
from typing import Annotated, Any, Literal

from pydantic import Field

from chalicelib.application.documents.import_html import HtmlForm, import_html
from chalicelib.domain.content_images import MOST_IMAGES
from chalicelib.domain.content_schema import LARGEST_CONTENT
from chalicelib.domain.errors import FieldError, InvalidRequest
from chalicelib.domain.policy import Action

from . import replies
from .routes import Answer, Call, Routes
from .validation import Body, Identifier, read_if_match

routes = Routes("html_import")

Role = Literal["title", "addressee", "body", "closing"]
#: With room for the pictures that it may hold, in Base64; a whole request has at most six megabytes.
LARGEST_HTML = 4 * LARGEST_CONTENT
Html = Annotated[str, Field(max_length=LARGEST_HTML)]


class HtmlBody(Body):
    """HTML by section; ``base64`` when each is so encoded, in UTF-8 or ISO-8859-1, as SEI's services send it.

    ``images`` are uploads: a picture is known by its bytes (``data:`` addresses) or by the name of its file.
    """

    sections: Annotated[dict[Role, Html], Field(min_length=1)]
    encoding: Literal["text", "base64"] = "text"
    images: Annotated[tuple[Identifier, ...], Field(max_length=MOST_IMAGES)] = ()


@routes.route(
    "PUT",
    "/processes/{process}/documents/{document}/html",
    Action.DOCUMENT_EDIT,
    body=HtmlBody,
    reply=replies.Imported,
    if_match=True,
)
def take(call: Call, process: str, document: str) -> Answer:
    """Importar o texto em HTML, por seção"""
    body: HtmlBody = call.body
    sections: dict[str, str] = {role: _decoded(role, html, body.encoding) for role, html in body.sections.items()}
    images = tuple(dict.fromkeys(body.images))
    form = HtmlForm(sections, read_if_match(call.header("If-Match")), images)
    saved = import_html(call.ports, call.actor, call.operation, process, document, form)
    return Answer(dict[str, Any](saved), {"ETag": f'"{saved["revision"]}"'})


def _decoded(role: str, html: str, encoding: str) -> str:
    """The text, whatever it was written in. Raises InvalidRequest ``invalid_base64``."""
    if encoding == "text":
        return html
    try:
        data = base64.b64decode("".join(html.split()), validate=True)
    except (binascii.Error, ValueError):
        raise InvalidRequest(
            FieldError(f"sections.{role}", "invalid_base64", "O conteúdo não está em Base64.")
        ) from None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("iso-8859-1")
