"""A whole official letter with every kind of block, and the model that renders it."""

import hashlib
import io
from datetime import UTC, datetime

from PIL import Image

from chalicelib.domain import content
from chalicelib.domain.rendition import Letterhead, Picture, RenderModel
from chalicelib.domain.signature_stamp import Authenticity, SignatureStamp
from tests.domain.content_examples import document, paragraph, section, text, variable

ARMS = (
    b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 20 24'>"
    b"<path d='M1 1h18v12q0 7-9 10-9-3-9-10z' fill='#0b5c87'/></svg>"
)
BREAK = {"type": "hardBreak"}


def heading(level, words):
    return {"type": "heading", "attrs": {"level": level}, "content": [text(words)]}


def item(*blocks):
    return {"type": "listItem", "content": list(blocks)}


def cell(kind, words, **spans):
    return {"type": kind, "attrs": spans, "content": [paragraph(words, style="left")]}


def row(*cells):
    return {"type": "tableRow", "content": list(cells)}


TABLE = {
    "type": "table",
    "content": [
        row(*(cell("tableHeader", words) for words in ("Etapa", "Responsável", "Prazo"))),
        row(
            cell("tableCell", "Vistoria", rowspan=2),
            cell("tableCell", "Secretaria de Obras"),
            cell("tableCell", "5 dias úteis"),
        ),
        row(cell("tableCell", "Defesa Civil"), cell("tableCell", "2 dias úteis")),
        row(cell("tableHeader", "Total", colspan=2), cell("tableCell", "7 dias úteis")),
    ],
}
def drawn(colour="#0b5c87", size=(60, 30)):
    """A small PNG."""
    made = io.BytesIO()
    Image.new("RGB", size, colour).save(made, "PNG")
    return made.getvalue()


PNG = drawn()
PNG_DIGEST = hashlib.sha256(PNG).hexdigest()
MAP = {
    "type": "image",
    "attrs": {
        "upload": "i" * 26, "alt": "Mapa da escola", "width": 40, "sha256": PNG_DIGEST, "media_type": "image/png",
        "size": len(PNG),
    },
}  # fmt: skip
LETTER = document(
    section(
        "header",
        paragraph(variable("orgao_nome", "Prefeitura Municipal de Ubatuba")),
        paragraph("Secretaria Municipal de Administração"),
        locked=True,
        dynamic=True,
    ),
    section("title", paragraph("Ofício nº 12/2026", style="title"), locked=True),
    section(
        "addressee",
        paragraph("Ubatuba, 23 de novembro de 2026.", style="right"),
        paragraph(
            "Ao Senhor", BREAK, text("João Batista", "bold"), BREAK, "Secretário de Obras", style="left"
        ),
    ),
    section(
        "body",
        paragraph("Senhor Secretário,"),
        paragraph(
            "Encaminho o pedido de vistoria técnica referido no documento ",
            {"type": "documentReference", "attrs": {"number": "0977001"}},
            " do processo ",
            {"type": "processReference", "attrs": {"number": "3555406.000007/2026-31"}},
            ", de área de 1.250 m",
            text("2", "superscript"),
            ", com urgência ",
            text("máxima", "bold", "italic", "underline"),
            ". ☑ → “aspas” — travessão…",
        ),
        {
            "type": "bulletList",
            "content": [
                item(paragraph("cobertura do pátio;", style="left")),
                item(
                    paragraph("instalações elétricas:", style="left"),
                    {
                        "type": "orderedList",
                        "attrs": {"start": 3},
                        "content": [item(paragraph("aterramento."))],
                    },
                ),
            ],
        },
        heading(2, "Cronograma"),
        TABLE,
        MAP,
        {"type": "blockquote", "content": [paragraph("Citação longa recuada.")]},
        {"type": "horizontalRule"},
        paragraph("O pedido deve ser atendido em cinco dias úteis.", style="numbered"),
        paragraph("comunicar a direção da escola;", style="item"),
        {"type": "pageBreak"},
        paragraph("Segue na outra página.", style="note"),
    ),
    section("closing", paragraph("Atenciosamente,")),
    section("signature", paragraph(text("Ana Lima", "bold"), style="center")),
    section("footer", paragraph("Rua Dona Maria Alves, 865"), locked=True),
)
CHECK = Authenticity(
    "https://ubatuba.example/autenticidade",
    "https://ubatuba.example/autenticidade?verificador=0977785&crc=8CC0D39D",
    "0977785",
    "8CC0D39D",
)


def letter_model(value=LETTER, **changes):
    facts = {
        "content": content.parse(value),
        "title": "Ofício nº 12/2026",
        "document_number": "0977785",
        "process_nup": "3555406.000012/2026-19",
        "created_at": datetime(2026, 11, 23, 12, tzinfo=UTC),
        "author": "Ana Lima",
        "letterhead": Letterhead(("Prefeitura",), ARMS, "image/svg+xml", "Brasão de Ubatuba"),
        "signatures": (
            SignatureStamp("Ana Lima", "Chefe do Protocolo", datetime(2026, 11, 23, 15, 4, tzinfo=UTC)),
        ),
        "authenticity": CHECK,
        "pictures": {PNG_DIGEST: Picture("image/png", PNG)},
        "site": "https://ubatuba.example",
        "founding_norm": "Decreto Municipal nº 9.000, de 2 de janeiro de 2026",
    }
    return RenderModel(**(facts | changes))
