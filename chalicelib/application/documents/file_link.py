"""The file of an uploaded document (DOC-08), by an address good for a minute."""

from datetime import datetime

from chalicelib.application.authorisation import allow_on_document
from chalicelib.application.ports import Ports
from chalicelib.application.references import DocumentKey, ProcessKey
from chalicelib.domain.document import File
from chalicelib.domain.errors import Refused
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action

from .read import seen_by

INLINE = frozenset({"application/pdf", "image/png", "image/jpeg", "video/mp4", "audio/mpeg"})


def link_file(ports: Ports, actor: Actor, process_id: str, document_id: str) -> tuple[File, str, datetime]:
    """-> (file, address, until when). Raises NotFound, Forbidden, Refused ``no_file`` for authored documents."""
    loaded = ports.reader.get(ProcessKey(process_id), DocumentKey(process_id, document_id))
    _, document = allow_on_document(actor, Action.DOCUMENT_READ, *loaded)
    if document.file is None:
        raise Refused("no_file", "Este documento foi escrito no sistema: gere o PDF.")
    seen_by(ports, actor, document)
    file = document.file
    url, until = ports.contents.link(file.key, file.name, file.media_type, file.media_type in INLINE)
    return file, url, until
