"""Many documents as one PDF: joined a batch at a time, so that memory holds a batch and never the process (PRO-23).

Joining undoes what a signature covers and the tags of each document: the result is a copy to be read, says so on its
first page, and may carry each signed document as it was signed, attached.
"""

from collections.abc import Callable, Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf

from chalicelib.domain.copying import LeftOut, Piece
from chalicelib.domain.value import dataclass

from .footer import stamp

BATCH = 100
UNREADABLE = "O arquivo PDF não pôde ser lido; está na cópia em ZIP"
LOCKED = "O arquivo PDF pede senha; está na cópia em ZIP"


@dataclass(frozen=True, slots=True)
class Source:
    """A piece on temporary storage, how long it is and on which page of the whole it begins."""

    piece: Piece
    path: Path
    pages: int
    first: int = 0


def length(pdf: bytes) -> int:
    """Pages of a PDF in memory."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        return len(opened.pages)


def measure(pieces: Sequence[Piece], paths: Sequence[Path]) -> tuple[list[Source], list[LeftOut]]:
    """How long each document is; what cannot be opened stays out, and says why."""
    sources, refused = [], []
    for piece, path in zip(pieces, paths, strict=True):
        try:
            with pikepdf.open(path) as pdf:
                sources.append(Source(piece, path, len(pdf.pages)))
        except pikepdf.PasswordError:
            refused.append(LeftOut(piece.label, LOCKED))
        except (pikepdf.PdfError, ValueError, RuntimeError):
            refused.append(LeftOut(piece.label, UNREADABLE))
    return sources, refused


def placed(sources: Sequence[Source], before: int) -> list[Source]:
    """The sources with the page on which each begins, after ``before`` pages."""
    found, page = [], before + 1
    for source in sources:
        found.append(Source(source.piece, source.path, source.pages, page))
        page += source.pages
    return found


def join(
    sources: Sequence[Source],
    index: bytes,
    nup: str,
    folder: Path,
    attach: bool,
    report: Callable[[int], None],
) -> Path:
    """The whole file, below ``folder``. ``report`` is told how many documents are in it so far."""
    whole = folder / "whole.pdf"
    index_path = folder / "index.pdf"
    index_path.write_bytes(index)
    before = length(index)
    total = before + sum(source.pages for source in sources)
    parts = [index_path]
    for start in range(0, len(sources), BATCH):
        some = sources[start : start + BATCH]
        parts.append(_part(some, nup, total, folder / f"part-{start:06d}.pdf", attach))
        report(start + len(some))
    _merge(parts, sources, nup, total, before, whole)
    return whole


def _part(some: Sequence[Source], nup: str, total: int, path: Path, attach: bool) -> Path:
    """One batch: pages with their footers, signed originals attached; its sources are forgotten afterwards."""
    with pikepdf.new() as part:
        opened = [pikepdf.open(source.path) for source in some]
        try:
            for source, pdf in zip(some, opened, strict=True):
                start = len(part.pages)
                part.pages.extend(pdf.pages)
                for number in range(source.pages):
                    stamp(part, part.pages[start + number], _footer(nup, source, number, total))
                if attach and source.piece.signatures:
                    part.attachments[source.piece.file_name] = _original(part, source)
            _plain(part)
            part.save(path, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        finally:
            for pdf in opened:
                pdf.close()
    for source in some:
        source.path.unlink()
    return path


def _original(part: pikepdf.Pdf, source: Source) -> pikepdf.AttachedFileSpec:
    spec = pikepdf.AttachedFileSpec(
        part,
        source.path.read_bytes(),
        description=f"Original de {source.piece.label}",
        filename=source.piece.file_name,
        mime_type="application/pdf",
        creation_date="",
        mod_date="",
    )
    spec.obj.AFRelationship = pikepdf.Name.Source
    return spec


def _attach(book: pikepdf.Pdf, parts: Sequence[pikepdf.Pdf]) -> None:
    """The attachments of the parts, their bytes left in the parts' files until the whole is written."""
    names: list[Any] = []
    for part in parts:
        for name, spec in sorted(part.attachments.items()):
            names += [pikepdf.String(name), book.copy_foreign(spec.obj)]
    if names:
        files = pikepdf.Dictionary(Names=pikepdf.Array(names))
        book.Root.Names = pikepdf.Dictionary(EmbeddedFiles=book.make_indirect(files))


def _footer(nup: str, source: Source, number: int, total: int) -> str:
    return f"Processo {nup} · {source.piece.label} · fl. {source.first + number} de {total}"


def _plain(pdf: pikepdf.Pdf) -> None:
    """Forms and scripts of the documents do nothing in a copy."""
    for name in ("/AcroForm", "/OpenAction", "/AA", "/JavaScript"):
        if name in pdf.Root:
            del pdf.Root[name]


def _merge(
    parts: Sequence[Path], sources: Sequence[Source], nup: str, total: int, before: int, whole: Path
) -> None:
    with pikepdf.new() as book:
        opened = [pikepdf.open(path) for path in parts]
        try:
            for pdf in opened:
                book.pages.extend(pdf.pages)
            _attach(book, opened)
            for number in range(before):
                stamp(book, book.pages[number], f"Processo {nup} · Índice · fl. {number + 1} de {total}")
            with book.open_outline() as outline:
                outline.root.extend(_bookmarks(sources))
            with book.open_metadata() as about:
                about["dc:title"] = f"Processo {nup}"
                about["dc:language"] = ["pt-BR"]
            book.Root.PageMode = pikepdf.Name.UseOutlines
            book.Root.Lang = pikepdf.String("pt-BR")
            book.save(whole, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        finally:
            for pdf in opened:
                pdf.close()


def _bookmarks(sources: Sequence[Source]) -> Iterator[Any]:
    yield pikepdf.OutlineItem("Índice", 0)
    for source in sources:
        yield pikepdf.OutlineItem(source.piece.label, source.first - 1)
