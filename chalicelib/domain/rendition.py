"""Everything that a finished page shows, as plain data: one model for HTML and PDF (DOC-03, DOC-14)."""

from collections.abc import Mapping
from dataclasses import field
from datetime import datetime

from chalicelib.domain.content import Content
from chalicelib.domain.signature_stamp import Authenticity, SignatureStamp
from chalicelib.domain.value import dataclass

DRAFT_NOTICE = "MINUTA — sem validade"
COAT_OF_ARMS_TYPES = ("image/png", "image/jpeg", "image/svg+xml")


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The top of the first page. ``lines`` are printed only when the template has no header section.

    ``coat_of_arms`` holds the image's bytes and ``coat_of_arms_type`` one of COAT_OF_ARMS_TYPES;
    ``alternative_text`` is what a screen reader says.
    """

    lines: tuple[str, ...] = ()
    coat_of_arms: bytes | None = None
    coat_of_arms_type: str = "image/png"
    alternative_text: str = "Brasão do município"

    def __post_init__(self) -> None:
        if self.coat_of_arms_type not in COAT_OF_ARMS_TYPES:
            raise ValueError(f"coat of arms of type {self.coat_of_arms_type!r}")


@dataclass(frozen=True, slots=True)
class Picture:
    """The bytes of a picture of the text."""

    media_type: str
    data: bytes


@dataclass(frozen=True, slots=True)
class RenderModel:
    """One document ready to be shown.

    ``title`` is the document's name ("Ofício nº 12/2026"), ``document_number`` its SEI number, ``created_at``
    (timezone-aware) the moment written into the PDF, so that the same model gives the same bytes. A ``draft``
    carries the mark "MINUTA — sem validade" and no authenticity; what was made in ``training`` says so on each page.
    ``site`` is where the numbers it cites are found, ``pictures`` are those of the text, by their SHA-256.
    """

    content: Content
    title: str
    document_number: str
    process_nup: str
    created_at: datetime
    author: str = ""
    letterhead: Letterhead = Letterhead()
    signatures: tuple[SignatureStamp, ...] = ()
    authenticity: Authenticity | None = None
    founding_norm: str = ""
    draft: bool = False
    training: bool = False
    site: str = ""
    pictures: Mapping[str, Picture] = field(default_factory=dict)

    @property
    def has_header_section(self) -> bool:
        return any(
            section["attrs"]["role"] == "header" and section["content"] for section in self.content.sections
        )
