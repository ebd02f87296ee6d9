"""Every template of the city becomes a page and a PDF/A-2a + PDF/UA-1 with the city's emblem (DOC-04)."""

from datetime import UTC, datetime

import pypdfium2
import pytest

from chalicelib.adapters.rendering.typst_pdf import render_pdf
from chalicelib.domain import content
from chalicelib.domain.content_page import page
from chalicelib.domain.rendition import Letterhead, RenderModel
from infra.local.catalogue_reader import read_city
from infra.local.catalogue_records import Template
from tests.catalogues.city_folder import UBATUBA

CITY = read_city(UBATUBA)
VALUES = dict.fromkeys(content.VARIABLES, "Preenchido") | {
    "orgao_nome": CITY.agencies[0].name,
    "unidade_nome": "Protocolo Geral",
    "documento_numero_tipo": "12/2026",
    "interessados": "Adelaide Fontes Barbosa",
}


@pytest.mark.parametrize("template", [pytest.param(item, id=item.document_type) for item in CITY.templates])
def test_template_filled_in_becomes_a_page_and_a_pdf(template: Template) -> None:
    filled = content.resolve_variables(content.from_template(template.content), VALUES)
    model = RenderModel(
        content=filled,
        title=template.document_type,
        document_number="0000012",
        process_nup="01101.000012/2026-45",
        created_at=datetime(2026, 11, 23, 12, tzinfo=UTC),
        letterhead=Letterhead(
            CITY.agencies[0].letterhead, CITY.tenant.coat_of_arms.read_bytes(), "image/svg+xml"
        ),
        founding_norm=CITY.tenant.founding_norm,
        draft=True,
    )
    html = page(model)
    assert "data:image/svg+xml;base64," in html
    assert 'class="unresolved"' not in html
    document = pypdfium2.PdfDocument(render_pdf(model))
    assert len(document) <= 2
    text = document[0].get_textpage().get_text_range()
    assert CITY.agencies[0].name in text
    assert "Protocolo Geral" in text
