"""Anybody checks a printed document by verifier code and CRC (DOC-15)."""

import hmac

from chalicelib.application.ports import Ports
from chalicelib.domain.document import Document, DocumentState
from chalicelib.domain.errors import NotFound

from .confirming import Checked, look


def check_authenticity(ports: Ports, verifier: str, crc: str, address: str) -> Checked:
    """The document both codes name.

    Raises NotFound ``authenticity_not_found`` for a wrong pair, a draft, a cancelled or a confidential document (one
    answer for all), TooManyAttempts for a network that guesses: the CRC is 32 bits only.
    """
    nothing = NotFound(
        "authenticity_not_found",
        "Não há documento assinado com este código verificador e este código CRC. Confira os dois códigos.",
    )

    def find() -> Document | None:
        document = ports.reader.document_of_number(verifier.zfill(7))
        return document if document and _matches(document, crc) else None

    return look(ports, address, find, nothing)


def _matches(document: Document, crc: str) -> bool:
    if document.state is not DocumentState.SIGNED or document.text is None:
        return False
    return hmac.compare_digest(document.text.crc, crc.strip().upper())
