"""What of PDF/A-2a and PDF/UA-1 can be seen without a validator: the structural checks of the PDFs that are made."""

import io
from collections.abc import Iterator
from typing import Any

import pikepdf

PRINT, INVISIBLE, HIDDEN, NO_VIEW = 4, 1, 2, 32
RUNNING = {"/JS", "/JavaScript", "/AA", "/Launch", "/EmbeddedFiles", "/SubmitForm", "/XFA"}
ACTIONS = {"/JavaScript", "/Launch", "/GoToR", "/SubmitForm", "/ImportData", "/ResetForm"}


def problems(pdf: bytes) -> list[str]:
    """What is wrong with the file; empty when nothing is."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return [*_declared(opened), *_root(opened), *_objects(opened), *_annotations(opened)]


def _declared(pdf: pikepdf.Pdf) -> Iterator[str]:
    about = pdf.open_metadata()
    wanted = {"pdfaid:part": "2", "pdfaid:conformance": "A", "pdfuaid:part": "1"}
    yield from (f"{name} is {about.get(name)}" for name, value in wanted.items() if about.get(name) != value)
    if not about.get("dc:title"):
        yield "no title"
    if pdf.is_encrypted:
        yield "encrypted"


def _root(pdf: pikepdf.Pdf) -> Iterator[str]:
    root = pdf.Root
    if root.get("/Lang") != "pt-BR":
        yield "no language"
    if "/MarkInfo" not in root or not root.MarkInfo.get("/Marked"):
        yield "not marked"
    yield from (f"no {name}" for name in ("/OutputIntents", "/StructTreeRoot") if name not in root)
    if "/ViewerPreferences" not in root or not root.ViewerPreferences.get("/DisplayDocTitle"):
        yield "title not displayed"
    if "/OpenAction" in root:
        yield "something is done on opening"
    if "/AcroForm" in root and root.AcroForm.get("/NeedAppearances"):
        yield "appearances left to the reader"


def _objects(pdf: pikepdf.Pdf) -> Iterator[str]:
    for thing in pdf.objects:
        if not isinstance(thing, pikepdf.Dictionary):
            continue
        kind = thing.get("/Type")
        if kind == "/FontDescriptor" and not {"/FontFile", "/FontFile2", "/FontFile3"} & set(thing.keys()):
            yield f"font {thing.get('/FontName')} is not inside"
        yield from (f"{name} is there" for name in sorted(RUNNING & set(thing.keys())))
        if thing.get("/S") in ACTIONS:
            yield f"action {thing.S}"


def _annotations(pdf: pikepdf.Pdf) -> Iterator[str]:
    notes: list[Any] = [note for page in pdf.pages for note in page.get("/Annots", [])]
    for note in notes:
        flags = int(note.get("/F", 0))
        if not flags & PRINT or flags & (INVISIBLE | HIDDEN | NO_VIEW):
            yield f"annotation {note.get('/Subtype')} with flags {flags}"
        box = [float(side) for side in note.Rect]
        if box[0] != box[2] and note.get("/Subtype") != "/Link" and "/AP" not in note:
            yield f"annotation {note.get('/Subtype')} is seen and has no appearance"
    if notes and any(page.get("/Tabs") != "/S" for page in pdf.pages if page.get("/Annots")):
        yield "annotations are not in the order of the structure"
