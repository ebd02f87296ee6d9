"""A document as PDF/A-2a and PDF/UA-1 (DOC-03, DOC-14): tagged, fonts inside, same bytes each time."""

import json
import tempfile
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Literal

import typst

from chalicelib.adapters.rendering.glyphs import FONTS, plainly_printable, printable
from chalicelib.adapters.rendering.typst_model import Printable, picture_name, template_data
from chalicelib.domain.rendition import RenderModel

STANDARDS: list[Literal["a-2a", "ua-1"]] = ["a-2a", "ua-1"]
_TEMPLATE = Path(__file__).parent / "document.typ"
_SUFFIXES = {"image/png": "png", "image/jpeg": "jpg", "image/svg+xml": "svg"}
_lock = Lock()


class RenderingFailed(RuntimeError):
    """The typesetter refused the document; the message is for the log, not for a person."""


def render_pdf(model: RenderModel) -> bytes:
    """The PDF of ``model``; the same model gives the same bytes. Raises RenderingFailed."""
    try:
        return _compile(model, printable)
    except typst.TypstError:
        # A rare cluster may need glyphs of two fonts at once: set it again with the text font alone, for a
        # document that shows a replacement mark is worth more than none.
        try:
            return _compile(model, plainly_printable)
        except typst.TypstError as refusal:
            raise RenderingFailed(refusal.message) from refusal


def _compile(model: RenderModel, wanted: Printable) -> bytes:
    inputs = {"model": json.dumps(template_data(model, wanted), ensure_ascii=False)}
    with tempfile.TemporaryDirectory(prefix="rendering-") as root:
        if model.letterhead.coat_of_arms:
            name = f"arms.{_SUFFIXES[model.letterhead.coat_of_arms_type]}"
            (Path(root) / name).write_bytes(model.letterhead.coat_of_arms)
            inputs["arms"] = f"/{name}"
        for digest, picture in model.pictures.items():
            (Path(root) / picture_name(digest, picture.media_type)).write_bytes(picture.data)
        with _lock:
            pdf = _compiler().compile(
                input=_template(),
                format="pdf",
                sys_inputs=inputs,
                pdf_standards=[*STANDARDS],
                root=root,
                timestamp=model.created_at.replace(microsecond=0),
            )
    if not isinstance(pdf, bytes):
        raise RenderingFailed("the typesetter returned no single file")
    return pdf


@cache
def _template() -> bytes:
    return _TEMPLATE.read_bytes()


@cache
def _compiler() -> typst.Compiler:
    return typst.Compiler(font_paths=shipped_fonts(), ignore_system_fonts=True)


@cache
def shipped_fonts() -> typst.Fonts:
    """These fonts and no others: a machine's own would change the pages from one place to another."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])
