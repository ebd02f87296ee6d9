"""The text of a document's file: where it is on its way, and asking for it (DOC-08)."""

from typing import Any

from chalicelib.application.extraction.ask import ask_extraction
from chalicelib.application.extraction.read import ReadText, read_text
from chalicelib.domain.extraction_reasons import extraction_reason
from chalicelib.domain.policy import Action

from . import presenting, replies
from .routes import Call, Routes
from .validation import Body

routes = Routes("file_texts")

TEXT = "/processes/{process}/documents/{document}/text"


@routes.route("GET", TEXT, Action.DOCUMENT_READ, reply=replies.FileText)
def read(call: Call, process: str, document: str) -> dict[str, Any]:
    """O texto do arquivo, ou em que pé está a sua extração"""
    return _shown(read_text(call.ports, call.actor, process, document))


@routes.route(
    "POST", TEXT, Action.DOCUMENT_EXTRACT_TEXT, body=Body, reply=replies.ExtractionAsked, status=202
)
def ask(call: Call, process: str, document: str) -> Any:
    """Pedir que o texto do arquivo seja extraído"""
    return ask_extraction(call.ports, call.actor, call.operation, process, document)


def _shown(found: ReadText) -> dict[str, Any]:
    extraction = found.extraction
    if extraction is None:
        shown: dict[str, Any] = {"state": "absent", "reason": None, "pages": 0, "recognized": 0, "unread": 0}
    else:
        reason = extraction.reason
        shown = {
            "state": extraction.state.value,
            "reason": {"code": reason, "message": extraction_reason(reason)} if reason else None,
            "pages": extraction.pages,
            "recognized": extraction.recognized,
            "unread": extraction.unread,
        }
    far = found.recognition
    return {
        **shown,
        "recognition": far and {"pages": far.pages, "read": far.read, "seconds_left": found.seconds_left},
        "may_ask": found.may_ask,
        "url": found.url,
        "expires_at": presenting.instant(found.until) if found.until else None,
    }
