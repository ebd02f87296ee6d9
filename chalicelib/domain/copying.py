"""The process as one PDF or one ZIP (PRO-23): what goes in, what stays out and why."""

from datetime import date
from enum import StrEnum

from chalicelib.domain.value import dataclass

from .document import Document, DocumentState, Kind

PDF = "application/pdf"
NO_ACCESS = "Sem acesso ao conteúdo"
CANCELLED = "Documento cancelado"
OTHERS_DRAFT = "Minuta de outra unidade"
#: How a file that is no PDF is called where the PDF lists it; the kind before the slash, then the rest.
FAMILIES = {"image": "Imagem", "audio": "Áudio", "video": "Vídeo"}


class CopyFormat(StrEnum):
    """What is made of the process."""

    PDF = "pdf"
    ZIP = "zip"


@dataclass(frozen=True, slots=True)
class Piece:
    """One document of a copy, in its place; ``key`` is where its bytes are.

    ``text_key`` leads to the text that was signed, and ``text_digest`` is what the history says of it.
    """

    document: str
    label: str
    title: str
    number: str
    unit: str
    day: date
    file_name: str
    media_type: str
    key: str
    sha256: str
    size: int
    object_version: str = ""
    signatures: int = 0
    text_key: str = ""
    text_digest: str = ""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A document that is not in the copy, and why."""

    label: str
    reason: str


def left_out(document: Document, unit: str, wanted: CopyFormat) -> str | None:
    """Why the document stays out of a copy made by ``unit``; None when it goes in (features.md PRO-23)."""
    if document.state is DocumentState.CANCELLED:
        return CANCELLED
    if document.state is DocumentState.DRAFT and document.unit.id != unit:
        return OTHERS_DRAFT
    if wanted is CopyFormat.ZIP or document.kind is Kind.AUTHORED or document.file is None:
        return None
    return _no_pdf(document.file.media_type)


def _no_pdf(media_type: str) -> str | None:
    if media_type == PDF:
        return None
    family = FAMILIES.get(media_type.partition("/")[0])
    if family is None and media_type in ("application/zip", "application/x-zip-compressed"):
        family = "Arquivo compactado"
    return f"{family or 'Arquivo'} que não vira página de PDF; está na cópia em ZIP"


def file_name(place: int, label: str, suffix: str) -> str:
    """A name that sorts as the tree does and that any system accepts: ``0007 - 0000123 (Ofício 12-2026).pdf``."""
    plain = "".join(
        character if character.isprintable() and character not in '\\/:*?"<>|' else "-" for character in label
    )
    return f"{place:04d} - {plain.strip(' .')[:120]}{suffix}"
