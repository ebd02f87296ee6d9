"""A circular (DOC-19): one letter becomes one document of its own for each addressee, all in a signing block."""

from collections.abc import Sequence

from .catalogue import DocumentType
from .document import Document, DocumentState
from .errors import FieldError, InvalidRequest, Refused

MAXIMUM_ADDRESSEES = 100
#: What the letter may write, between double braces, where each addressee's name goes.
ADDRESSEE_FIELD = "destinatario"


def check_letter(letter: Document, kind: DocumentType | None) -> None:
    """Raises Refused ``not_a_letter``, ``document_cancelled`` or ``type_without_addressees``."""
    if letter.text is None:
        raise Refused("not_a_letter", "Só um documento escrito no sistema serve de base para uma circular.")
    if letter.state is DocumentState.CANCELLED:
        raise Refused("document_cancelled", "Documento cancelado não serve de base para uma circular.")
    if kind is None or not kind.allows_addressees:
        raise Refused("type_without_addressees", "Este tipo de documento não tem destinatários.")


def check_addressees(chosen: Sequence[str]) -> None:
    """Raises InvalidRequest ``addressees`` ``required`` or ``too_many``."""
    if not chosen:
        raise InvalidRequest(FieldError("addressees", "required", "Escolha ao menos um destinatário."))
    if len(chosen) > MAXIMUM_ADDRESSEES:
        message = f"São destinatários demais para uma só circular: no máximo {MAXIMUM_ADDRESSEES}."
        raise InvalidRequest(FieldError("addressees", "too_many", message))
