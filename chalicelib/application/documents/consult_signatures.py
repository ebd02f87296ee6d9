"""Consult the signatures of a document: who, how, at what level, and what was signed with its records (DOC-16)."""

from collections.abc import Sequence
from datetime import datetime

from chalicelib.application.authorisation import allow_on_document
from chalicelib.application.ports import Ports
from chalicelib.application.references import DocumentKey, ProcessKey
from chalicelib.domain.document import Document
from chalicelib.domain.frozen import MEDIA_TYPE
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.sealing import Seal
from chalicelib.domain.value import dataclass


@dataclass(frozen=True, slots=True)
class Consulted:
    """``seals`` has one place per signature, None for those of before; ``link`` downloads the locked package,
    ``file_link`` the PDF with the signatures by certificate inside.
    """

    document: Document
    seals: Sequence[Seal | None]
    link: str | None
    until: datetime | None
    file_link: str | None = None


def consult_signatures(ports: Ports, actor: Actor, process_id: str, document_id: str) -> Consulted:
    """For who may read the document. Raises NotFound, Forbidden."""
    loaded = ports.reader.get(ProcessKey(process_id), DocumentKey(process_id, document_id))
    _, document = allow_on_document(actor, Action.DOCUMENT_READ, *loaded)
    kept = {seal.digest: seal for seal in ports.reader.seals(process_id, document_id)}
    seals = [kept.get(made.record) for made in document.signatures]
    if document.frozen is None:
        return Consulted(document, seals, None, None)
    name = f"{document.number}-assinado.json"
    link, until = ports.contents.link(
        document.frozen.key, name, MEDIA_TYPE, False, document.frozen.object_version
    )
    files = [made.certified.file for made in document.signatures if made.certified]
    if not files:
        return Consulted(document, seals, link, until)
    pdf = f"{document.number}-certificado.pdf"
    file_link, _ = ports.contents.link(files[-1].key, pdf, "application/pdf", False, files[-1].object_version)
    return Consulted(document, seals, link, until, file_link)
