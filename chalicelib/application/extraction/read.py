"""The text of a document's file, and where it is on its way (DOC-08): for whoever may read the document, only."""

from dataclasses import replace
from datetime import datetime

from chalicelib.application.authorisation import allow_on_document
from chalicelib.application.documents.read import seen_by
from chalicelib.application.ports import Ports
from chalicelib.application.references import DocumentKey, ExtractionKey, ProcessKey
from chalicelib.domain.errors import Refused
from chalicelib.domain.extraction import Extraction, ExtractionState, Recognition, as_of, may_ask_again
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.value import dataclass

from .steps import MEDIA_TYPE


@dataclass(frozen=True, slots=True)
class ReadText:
    """``extraction`` is None where nobody ever asked for it; ``url`` where there is text, until ``until``.

    ``recognition``: how far the OCR is, while it goes on; ``seconds_left`` of it.
    """

    extraction: Extraction | None
    may_ask: bool
    url: str | None = None
    until: datetime | None = None
    recognition: Recognition | None = None
    seconds_left: int | None = None


def read_text(ports: Ports, actor: Actor, process_id: str, document_id: str) -> ReadText:
    """Raises NotFound, Forbidden, Refused ``no_file``."""
    loaded = ports.reader.get(ProcessKey(process_id), DocumentKey(process_id, document_id))
    _, document = allow_on_document(actor, Action.DOCUMENT_READ, *loaded)
    if document.file is None:
        raise Refused("no_file", "Este documento foi escrito no sistema: o texto está na própria página.")
    (extraction,) = ports.reader.get(ExtractionKey(document.file.sha256))
    if extraction is None:
        return ReadText(None, True)
    now = ports.now()
    said = as_of(extraction, now)
    answer = ReadText(said, may_ask_again(said))
    if said.state is ExtractionState.WAITING:
        far = ports.recognitions.of(said)
        return replace(answer, recognition=far, seconds_left=far.seconds_left(now) if far else None)
    if said.state is not ExtractionState.DONE:
        return answer
    seen_by(ports, actor, document)
    url, until = ports.contents.link(said.text_key, f"{document.label}.txt", MEDIA_TYPE, False)
    return replace(answer, url=url, until=until)
