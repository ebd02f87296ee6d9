"""DOC-03: a norm on paper has the numbers that the editor and the page show."""

from datetime import UTC, datetime

import pypdfium2

from chalicelib.adapters.rendering.typst_pdf import render_pdf
from chalicelib.domain.content import parse
from chalicelib.domain.rendition import Letterhead, RenderModel
from tests.domain.content_examples import document, paragraph, section

PARTS = {
    "article": "Art. 1º Fica criado",
    "inciso": "I – Fica criado",
    "clause": "§ 1º Fica criado",
    "sole_clause": "Parágrafo único. Fica criado",
}


def test_parts_of_a_norm_are_numbered_on_paper():
    norm = section("body", *(paragraph("Fica criado", style=style) for style in PARTS))
    model = RenderModel(
        content=parse(document(norm)),
        title="Portaria",
        document_number="0000012",
        process_nup="01101.000012/2026-45",
        created_at=datetime(2026, 11, 23, tzinfo=UTC),
        letterhead=Letterhead(("Prefeitura",)),
        founding_norm="Decreto nº 1",
        draft=False,
    )
    text = pypdfium2.PdfDocument(render_pdf(model))[0].get_textpage().get_text_range()
    assert all(part in text for part in PARTS.values())
