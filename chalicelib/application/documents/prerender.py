"""Make the PDF of a document as soon as it is signed, so that nobody waits for it (DOC-23)."""

from collections.abc import Callable

from chalicelib.application.ports import Ports
from chalicelib.domain.errors import NotFound
from chalicelib.domain.history import DocumentSigned
from chalicelib.domain.rendition import RenderModel
from chalicelib.domain.version import Rendition

from .pdf import render_document


def prerender_document(
    ports: Ports, typeset: Callable[[RenderModel], bytes], process: str, n: int
) -> Rendition | None:
    """The PDF of the document that history entry ``n`` says was signed; None when it is gone since."""
    entry = ports.reader.entry(process, n)
    if entry is None or not isinstance(entry.fact, DocumentSigned):
        return None
    try:
        return render_document(ports, typeset, process, entry.fact.document)
    except NotFound:
        return None
