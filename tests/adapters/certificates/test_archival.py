"""What a signature by certificate does to the archive copy: it stays PDF/A-2a and PDF/UA-1 in all that is checked."""

import io
from datetime import UTC, datetime

import pikepdf
import pypdfium2
import pytest

from chalicelib.adapters.certificates.pades import finish, prepare, read_chain
from chalicelib.adapters.certificates.policies import AD_RB
from chalicelib.adapters.rendering.typst_pdf import render_pdf
from tests.adapters.rendering.letters import letter_model
from tests.adapters.rendering.test_typst_pdf import (
    test_every_font_travels_inside_the_file,
    test_readers_of_tags_find_headings_lists_tables_and_pictures,
    test_the_file_declares_archive_and_accessibility_conformance,
)
from tests.pki.holders import ANA, CARLOS, chain

PRINT, HIDDEN_IN_ANY_WAY = 4, 1 | 2 | 32 | 256


@pytest.fixture(scope="module")
def unsigned() -> bytes:
    return render_pdf(letter_model())


@pytest.fixture(scope="module")
def letter_pdf(unsigned: bytes) -> bytes:
    """The letter of the typesetter's tests, signed twice; those tests hold for it as well."""
    pdf = unsigned
    for number, holder in enumerate((ANA, CARLOS), start=1):
        ready = prepare(pdf, read_chain(chain(holder)), f"Assinatura{number}", datetime.now(UTC), AD_RB)
        pdf = finish(ready.pdf, ready.state, holder.sign(ready.to_sign))
    return pdf


__all__ = [
    "test_every_font_travels_inside_the_file",
    "test_readers_of_tags_find_headings_lists_tables_and_pictures",
    "test_the_file_declares_archive_and_accessibility_conformance",
]


def test_what_was_there_before_the_signatures_is_there_byte_by_byte(unsigned: bytes, letter_pdf: bytes):
    assert letter_pdf.startswith(unsigned)


def test_fields_of_the_signatures_are_as_an_archive_copy_may_hold_them(letter_pdf: bytes):
    with pikepdf.open(io.BytesIO(letter_pdf)) as pdf:
        form = pdf.Root.AcroForm
        assert "/XFA" not in form
        assert not form.get("/NeedAppearances", False)
        fields = list(form.Fields)
        assert [str(field.T) for field in fields] == ["Assinatura1", "Assinatura2"]
        for field in fields:
            assert int(field.F) & PRINT
            assert not int(field.F) & HIDDEN_IN_ANY_WAY
            left, bottom, right, top = (float(side) for side in field.Rect)
            assert (left, bottom) == (right, top), "it takes room on the page, and has no appearance"
            assert not {"/A", "/AA"} & set(field.keys())
        assert "/Perms" not in pdf.Root


def test_pages_look_the_same(unsigned: bytes, letter_pdf: bytes):
    before, after = (pypdfium2.PdfDocument(pdf) for pdf in (unsigned, letter_pdf))
    assert len(before) == len(after)
    for one, other in zip(before, after, strict=True):
        assert one.get_textpage().get_text_range() == other.get_textpage().get_text_range()
        assert one.render(may_draw_forms=False).to_pil() == other.render(may_draw_forms=False).to_pil()
