"""The pictures of a draft, for the editor to show them (DOC-03)."""

import json
from collections.abc import Mapping

from chalicelib.application.authorisation import allow_on_document
from chalicelib.application.ports import Ports
from chalicelib.application.references import DocumentKey, ProcessKey
from chalicelib.domain import content as contents
from chalicelib.domain.content_images import images_of
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action

from .read import seen_by


def read_images(ports: Ports, actor: Actor, process_id: str, document_id: str) -> Mapping[str, str]:
    """An address, good for a minute, for each picture of the text by its upload. Raises NotFound, Forbidden."""
    loaded = ports.reader.get(ProcessKey(process_id), DocumentKey(process_id, document_id))
    _, document = allow_on_document(actor, Action.DOCUMENT_READ, *loaded)
    if document.text is None:
        return {}
    seen_by(ports, actor, document)
    content = contents.parse(json.loads(ports.contents.get(document.text.key)))
    files = {node["attrs"]["upload"]: node["attrs"] for node in images_of(content) if node["attrs"]["sha256"]}
    return {
        name: ports.contents.link(ports.contents.address(file["sha256"]), "imagem", file["media_type"], True)[0]
        for name, file in files.items()
    }
