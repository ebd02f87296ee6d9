"""Concealing part of a document (LAI, art. 7º, § 2º): a copy from which the chosen passages are gone.

The original stays as it is. The copy is another document of the same process, made by the system from what may be
shown; a certificate, to be signed, says what was concealed, by which law and why.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from chalicelib.domain.value import dataclass

from . import filing, history
from .access import AccessLevel
from .document import Document, DocumentState, File, Kind, Metadata
from .errors import Conflict, FieldError, InvalidRequest, Refused
from .identity import Actor
from .process import Change, Named, Process, then
from .redacted import RedactedCopy, RedactedFrom, Redactions

PDF = "application/pdf"
#: An area is told in ten-thousandths of the page as it is shown, from its upper left corner.
WHOLE = 10_000
MAXIMUM_MARKS = 1_000
#: A page is a picture in memory until the copy is whole: so many of them, in colour, fit in the function that draws.
MAXIMUM_PAGES = 100
#: A shorter passage may be anything: a warning about it would be noise.
TELLING = 5


@dataclass(frozen=True, slots=True)
class Passage:
    """Characters of one line of a text, from ``start`` up to, not including, ``end``."""

    line: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of a page; pages are counted from 1."""

    page: int
    left: int
    top: int
    right: int
    bottom: int


@dataclass(frozen=True, slots=True)
class Marks:
    """What is to be concealed: passages of a text written here, or areas of the pages of a PDF."""

    passages: tuple[Passage, ...] = ()
    areas: tuple[Area, ...] = ()

    @property
    def count(self) -> int:
        return len(self.passages) + len(self.areas)

    @property
    def places(self) -> str:
        """Where they are, for the certificate: ``página 1 (2 trechos) e página 3 (1 trecho)``."""
        return _where("página", [area.page for area in self.areas]) or _where(
            "parágrafo", [passage.line + 1 for passage in self.passages]
        )


def source_digest(document: Document) -> str:
    """The SHA-256 of the text that was signed, or of the file. Raises Refused ``not_redactable``."""
    if document.text and document.state is DocumentState.SIGNED:
        return document.text.digest
    if document.file and document.file.media_type == PDF:
        return document.file.sha256
    raise Refused(
        "not_redactable",
        "Só se ocultam trechos de documento assinado no sistema ou de arquivo PDF.",
    )


def check_source(document: Document, seen: str) -> None:
    """Raises Conflict ``document_changed`` when what was marked is not what is there; Refused as above."""
    if source_digest(document) != seen:
        raise Conflict(
            "document_changed", "O documento mudou depois que você o abriu. Marque os trechos de novo."
        )
    if document.file and (document.file.pages or 0) > MAXIMUM_PAGES:
        raise Refused(
            "too_many_pages",
            f"O arquivo passa de {MAXIMUM_PAGES} páginas: divida-o antes de ocultar trechos.",
        )


def check_marks(marks: Marks, document: Document, lines: Sequence[str]) -> None:
    """``lines`` is the text of a document written here.

    Raises InvalidRequest ``nothing_marked``, ``too_many_marks``, ``mark_outside``.
    """
    expected = marks.passages if document.text else marks.areas
    if not expected or len(expected) != marks.count:
        raise InvalidRequest(FieldError("marks", "nothing_marked", "Marque ao menos um trecho a ocultar."))
    if marks.count > MAXIMUM_MARKS:
        message = f"São trechos demais para uma só vez: no máximo {MAXIMUM_MARKS}."
        raise InvalidRequest(FieldError("marks", "too_many_marks", message))
    pages = document.file.pages if document.file else None
    inside = all(_in_text(each, lines) for each in marks.passages) and all(
        _in_pages(each, pages) for each in marks.areas
    )
    if not inside:
        message = "Um dos trechos marcados não está neste documento. Marque os trechos de novo."
        raise InvalidRequest(FieldError("marks", "mark_outside", message))


def _in_text(passage: Passage, lines: Sequence[str]) -> bool:
    return passage.line < len(lines) and 0 <= passage.start < passage.end <= len(lines[passage.line])


def _in_pages(area: Area, pages: int | None) -> bool:
    across, down = 0 <= area.left < area.right <= WHOLE, 0 <= area.top < area.bottom <= WHOLE
    return across and down and 1 <= area.page <= (pages or MAXIMUM_PAGES)


def copy_title(original: Document) -> str:
    """What the copy is called; the name that a person gave to the original may be what must not be told."""
    return f"{original.type_number or original.number} com trechos ocultados"


def copy_metadata(original: Document, level: AccessLevel, basis: Named | None, today: date) -> Metadata:
    """Of what is registered of the original, only what says nothing of anybody."""
    return Metadata(
        name_in_tree=copy_title(original),
        subjects=original.metadata.subjects,
        level=level,
        legal_basis=basis,
        dated=today,
        format="born_digital",
    )


def copy_of(original: Document, actor: Actor, at: datetime, registered: Metadata, file: File) -> Document:
    """The copy before it has a place in the tree."""
    return Document(
        id="",
        process=original.process,
        number="",
        order=0,
        kind=Kind.UPLOADED,
        type=original.type,
        state=DocumentState.FILED,
        unit=actor.unit,
        author=actor.user,
        created_at=at,
        metadata=registered,
        revision=1,
        file=file,
    )


def redact(
    process: Process,
    actor: Actor,
    documents: tuple[Document, Document, Document],
    source: RedactedFrom,
    at: datetime,
) -> tuple[Change, Document, Document]:
    """(change, original, copy), after both came in; ``documents`` is original, copy and certificate."""
    original, copy, certificate = documents
    copied = replace(copy, redactions=Redactions(source))
    name = RedactedCopy(copy.id, copy.number)
    told = replace(
        original,
        redactions=replace(original.redactions, copies=(*original.redactions.copies, name)),
        revision=original.revision + 1,
    )
    fact = history.RedactedCopyMade(
        copy.id, copy.label, original.number, source.legal_basis.name, source.count, source.reason
    )
    first = filing.bring_in(process, actor, copied, fact, at)
    second = filing.include(first.process, actor, certificate, at)
    return then(first, second.process, *second.acts, routings=second.routings), told, copied


def still_said(said: Sequence[str], left: Sequence[str]) -> str:
    """A warning, when what was concealed in one place can still be read in another; empty when it cannot.

    ``left`` is what each page of the copy says, or all of a text at once.
    """
    concealed = {_folded(passage) for passage in said}
    telling = [passage for passage in concealed if len(passage) >= TELLING]
    pages = [number for number, text in enumerate(left, start=1) if _has_any(f" {_folded(text)} ", telling)]
    if not pages:
        return ""
    where = f": página {pages[0]}" if len(left) > 1 and len(pages) == 1 else ""
    where = f": páginas {', '.join(map(str, pages))}" if len(pages) > 1 else where
    return f"Atenção: um dos trechos ocultados ainda pode ser lido em outro lugar da cópia{where}. Confira."


def _has_any(text: str, passages: Sequence[str]) -> bool:
    return any(f" {passage} " in text for passage in passages)


def _folded(text: str) -> str:
    """Words as they are compared: without accents, case or punctuation."""
    plain = unicodedata.normalize("NFD", text).casefold()
    return " ".join("".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c)).split())


def _where(name: str, places: Sequence[int]) -> str:
    counted = {place: places.count(place) for place in sorted(set(places))}
    named = [f"{name} {place} ({_passages(count)})" for place, count in counted.items()]
    *first, last = named or [""]
    return f"{', '.join(first)} e {last}" if first else last


def _passages(count: int) -> str:
    return f"{count} trecho" + ("s" if count != 1 else "")
