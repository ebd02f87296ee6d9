"""Anybody checks a PDF they hold by its SHA-256, computed in their own browser: the file never comes here (DOC-15)."""

from chalicelib.application.ports import Ports
from chalicelib.domain.document import Document, DocumentState
from chalicelib.domain.errors import NotFound

from .confirming import Checked, look


def check_file(ports: Ports, sha256: str, address: str) -> Checked:
    """The signed document that this very file is, or was before a later signature.

    Raises NotFound ``file_not_recognised`` for any other file, one of a document that is no longer signed or is
    confidential among them, TooManyAttempts for a network that keeps asking.
    """
    nothing = NotFound(
        "file_not_recognised",
        "Este arquivo não é, byte por byte, um documento assinado aqui. Se ele foi impresso, digitalizado ou salvo "
        "por outro programa, confira pelos códigos do rodapé.",
    )

    def find() -> Document | None:
        document = ports.reader.document_of_file(sha256.lower())
        return document if document and document.state is DocumentState.SIGNED else None

    return look(ports, address, find, nothing)
