"""A document as everything its page shows: letterhead, text, stamps, authenticity (DOC-14)."""

import base64
import hashlib
from collections.abc import Mapping
from functools import lru_cache
from urllib.parse import urlencode

from chalicelib.application.ports import Ports
from chalicelib.domain.content import Content
from chalicelib.domain.content_images import distinct_files
from chalicelib.domain.document import Document, DocumentState
from chalicelib.domain.errors import ContentAltered
from chalicelib.domain.process import Process
from chalicelib.domain.rendition import Letterhead, Picture, RenderModel
from chalicelib.domain.signature_stamp import Authenticity, SignatureStamp
from chalicelib.domain.training import is_training


def render_model(ports: Ports, process: Process, document: Document, content: Content) -> RenderModel:
    """The model that both the HTML page and the PDF are made from."""
    tenant = ports.catalogues.tenant()
    agencies, units = ports.catalogues.agencies(), ports.catalogues.units()
    agency = agencies[units[document.unit.id].agency]
    signed = document.state is not DocumentState.DRAFT
    return RenderModel(
        content=content,
        title=document.title,
        document_number=document.number,
        process_nup=process.nup,
        created_at=document.created_at,
        author=document.author.name,
        letterhead=_letterhead(agency.letterhead, agency.coat_of_arms or str(tenant.get("coat_of_arms") or "")),
        signatures=tuple(
            SignatureStamp(
                signature.signer.name,
                signature.role_title,
                signature.at,
                signature.level,
                signature.method,
            )
            for signature in document.signatures
        ),
        authenticity=authenticity(ports, document) if document.signatures else None,
        founding_norm=str(tenant.get("founding_norm", "")),
        draft=not signed,
        training=is_training(ports.tenant),
        site=ports.public_address,
        pictures=_pictures(ports, content),
    )


def _pictures(ports: Ports, content: Content) -> Mapping[str, Picture]:
    """The files of the text's pictures. Raises ContentAltered when one is not what its digest says."""
    found = {}
    for digest, media_type in distinct_files(content):
        data = ports.contents.get(ports.contents.address(digest))
        if hashlib.sha256(data).hexdigest() != digest:
            raise ContentAltered()
        found[digest] = Picture(media_type, data)
    return found


def authenticity(ports: Ports, document: Document) -> Authenticity | None:
    """How a reader of the printed page checks it (DOC-15)."""
    if document.text is None:
        return None
    site = f"{ports.public_address}/autenticidade"
    query = urlencode({"verificador": document.number, "crc": document.text.crc})
    return Authenticity(site, f"{site}?{query}", document.number, document.text.crc)


@lru_cache(maxsize=64)
def _letterhead(lines: tuple[str, ...], address: str) -> Letterhead:
    kind, _, data = address.removeprefix("data:").partition(";base64,")
    if not data:
        return Letterhead(lines)
    return Letterhead(lines, base64.b64decode(data), kind)
