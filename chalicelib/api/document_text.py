"""What goes with the text of a document: what it cites, its pictures, what it still lacks (DOC-03)."""

from typing import Any

from chalicelib.application.documents.check_text import check_text
from chalicelib.application.documents.read_images import read_images
from chalicelib.application.documents.read_references import read_references
from chalicelib.domain.policy import Action

from . import replies
from .routes import Call, Routes

routes = Routes("document_text")

DOCUMENT = "/processes/{process}/documents/{document}"


@routes.route("GET", f"{DOCUMENT}/references", Action.DOCUMENT_READ, reply=replies.References)
def references(call: Call, process: str, document: str) -> dict[str, Any]:
    """O que o documento cita, como se chama e onde está hoje"""
    found = read_references(call.ports, call.actor, process, document)
    items = [
        {
            "kind": cited.kind,
            "number": cited.number,
            "found": cited.found,
            "title": cited.title,
            "process": cited.process or None,
            "document": cited.document or None,
        }
        for cited in found
    ]
    return {"items": items}


@routes.route("GET", f"{DOCUMENT}/images", Action.DOCUMENT_READ, reply=replies.Images)
def images(call: Call, process: str, document: str) -> dict[str, Any]:
    """As imagens do texto, por endereços que valem por um minuto"""
    found = read_images(call.ports, call.actor, process, document)
    return {"items": [{"upload": upload, "url": url} for upload, url in found.items()]}


@routes.route("GET", f"{DOCUMENT}/checks", Action.DOCUMENT_READ, reply=replies.Findings)
def checks(call: Call, process: str, document: str) -> dict[str, Any]:
    """O que falta no texto antes de assinar"""
    found = check_text(call.ports, call.actor, process, document)
    return {"items": [{"kind": each.kind, "text": each.text} for each in found]}
