"""How pages end and lines break, as official writing wants it (issue 6 §6)."""

import re

import pypdfium2
import pytest

from chalicelib.adapters.rendering.typst_pdf import render_pdf
from tests.adapters.rendering.letters import letter_model
from tests.domain.content_examples import document, paragraph, section


def _pages(pdf):
    return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf)]


@pytest.mark.parametrize("paragraphs", range(18, 30))
def test_no_signature_nor_stamp_goes_to_a_page_without_the_end_of_the_text(paragraphs):
    """Issue 6 §6, Manual de Redação: at least the sentence before the closing goes with it, however the page falls."""
    pages = _pages(render_pdf(letter_model(_closed(paragraphs))))
    last = next(page for page in pages if "Permanecemos" in page)
    assert all(words in last for words in ("Atenciosamente", "Ana Lima, Chefe", "assinado", "CRC", "Rua Dona"))
    assert last is pages[-1]


def _closed(paragraphs):
    """A letter of so many lines before its end."""
    lines = [paragraph(f"Linha {place} do texto.") for place in range(paragraphs)]
    return document(
        section("body", *lines, paragraph("Permanecemos à disposição.")),
        section("closing", paragraph("Atenciosamente,")),
        section("signature", paragraph("Ana Lima, Chefe", style="center")),
        section("footer", paragraph("Rua Dona Maria Alves, 865")),
    )


def test_what_a_number_belongs_to_stays_on_its_line_and_no_number_is_broken():
    words = "palavra " * 9 + "Decreto nº 9.000, (art. 5º), § 2º, R$ 18.410,00 "
    for shift in range(0, 60, 3):
        body = document(section("body", paragraph("i" * shift + " " + words * 4, style="justified")))
        said = " ".join(_pages(render_pdf(letter_model(body))))
        assert not re.search(r"(nº|art\.|§|R\$|\()\s*[\r\n]", said)
        assert not re.search(r"\d[\r\n]+[\dº.,)]", said)
