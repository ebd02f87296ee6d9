"""DOC-03, DOC-14: the PDF is PDF/A-2a and PDF/UA-1, says what the document says, and obeys nobody's text."""

import io
import re
from dataclasses import replace
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings

from chalicelib.adapters.rendering.typst_pdf import RenderingFailed, render_pdf
from chalicelib.domain.content import from_template, has_signature_section
from chalicelib.domain.content_page import STYLESHEET
from chalicelib.domain.rendition import Letterhead, Picture
from chalicelib.domain.signature_stamp import Authenticity
from infra.local.catalogue_reader import read_city
from tests.adapters.rendering.letters import CHECK, LETTER, MAP, TABLE, drawn, letter_model
from tests.domain.content_examples import any_text, document, documents, paragraph, section, text


@pytest.fixture(scope="module")
def letter_pdf():
    return render_pdf(letter_model())


def _text(pdf):
    opened = pypdfium2.PdfDocument(pdf)
    pages = [page.get_textpage().get_text_range() for page in opened]
    return re.sub(r"\s+", " ", " ".join(pages))


POINTS_PER_CENTIMETRE = 72 / 2.54


def test_a_numbered_paragraph_starts_where_the_html_page_starts_it():
    pdf = render_pdf(letter_model(_body(paragraph("Texto do item", style="numbered"))))
    page = pypdfium2.PdfDocument(pdf)[0].get_textpage()
    said = page.get_text_range()
    number, words = (page.get_charbox(said.index(what))[0] for what in ("1.", "Texto do item"))
    on_paper = (words - number) / POINTS_PER_CENTIMETRE
    on_screen = float(re.search(r"\.numbered \.label\{min-width:([\d.]+)cm\}", STYLESHEET)[1])
    assert on_paper == pytest.approx(on_screen, abs=0.2)


def test_a_picture_is_tagged_with_its_description_and_takes_the_width_it_asks_for():
    pdf = render_pdf(letter_model(_body(MAP)))
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        figures = [thing for thing in opened.objects if isinstance(thing, pikepdf.Dictionary) and thing.get("/Alt")]
        assert "Mapa da escola" in [str(figure.Alt) for figure in figures]
    page = pypdfium2.PdfDocument(pdf)[0]
    pictures = page.get_objects(filter=(pypdfium2.raw.FPDF_PAGEOBJ_IMAGE,))
    widths = [right - left for left, _, right, _ in (each.get_bounds() for each in pictures)]
    assert pytest.approx(468 * 0.4, abs=2) in widths


def test_a_picture_taller_than_a_page_is_made_to_fit_one():
    tall = drawn(size=(60, 900))
    node = {"type": "image", "attrs": {**MAP["attrs"], "sha256": "2" * 64, "width": 100}}
    pdf = render_pdf(letter_model(_body(node), pictures={"2" * 64: Picture("image/png", tall)}))
    bounds = [
        each.get_bounds()
        for page in pypdfium2.PdfDocument(pdf)
        for each in page.get_objects(filter=(pypdfium2.raw.FPDF_PAGEOBJ_IMAGE,))
    ]
    assert max(top - bottom for _, bottom, _, top in bounds) == pytest.approx(22 * POINTS_PER_CENTIMETRE, abs=1)
    assert min(bottom for _, bottom, _, _ in bounds) > 0


def test_a_picture_without_description_or_file_stops_no_draft():
    bare = {"type": "image", "attrs": {**MAP["attrs"], "alt": ""}}
    unknown = {"type": "image", "attrs": {"upload": "j" * 26, "alt": "Planta"}}
    said = _text(render_pdf(letter_model(_body(bare, unknown), draft=True)))
    assert "[Imagem: Planta]" in said


def _body(*blocks):
    return document(section("body", *blocks))


def test_the_file_declares_archive_and_accessibility_conformance(letter_pdf):
    with pikepdf.open(io.BytesIO(letter_pdf)) as pdf:
        metadata = pdf.open_metadata()
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("2", "A")
        assert metadata["pdfuaid:part"] == "1"
        assert "Ofício nº 12/2026" in str(metadata["dc:title"])
        assert pdf.Root.Lang == "pt-BR"
        assert pdf.Root.MarkInfo.Marked
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert "/OutputIntents" in pdf.Root
        assert "/StructTreeRoot" in pdf.Root
        assert "/Outlines" in pdf.Root


def test_every_font_travels_inside_the_file(letter_pdf):
    with pikepdf.open(io.BytesIO(letter_pdf)) as pdf:
        descriptors = [thing for thing in pdf.objects if _kind(thing) == "/FontDescriptor"]
        assert descriptors
        assert all({"/FontFile2", "/FontFile3"} & set(found.keys()) for found in descriptors)
        names = {str(found.FontName).split("+")[-1] for found in descriptors}
        assert names <= {
            "Carlito",
            "Carlito-Regular",
            "Carlito-Bold",
            "Carlito-Italic",
            "Carlito-BoldItalic",
            "DejaVuSans",
        }


def _kind(thing):
    return str(thing.get("/Type", "")) if isinstance(thing, pikepdf.Dictionary) else ""


def test_nothing_in_the_file_runs_or_reaches_out(letter_pdf):
    with pikepdf.open(io.BytesIO(letter_pdf)) as pdf:
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Dictionary):
                assert not {"/JS", "/JavaScript", "/AA", "/Launch", "/EmbeddedFiles", "/SubmitForm"} & set(
                    thing.keys()
                )
                assert str(thing.get("/S", "")) not in {"/JavaScript", "/Launch", "/GoToR", "/SubmitForm"}
        assert "/OpenAction" not in pdf.Root
        assert "/AcroForm" not in pdf.Root


def test_readers_of_tags_find_headings_lists_tables_and_pictures(letter_pdf):
    with pikepdf.open(io.BytesIO(letter_pdf)) as pdf:
        elements = [
            thing
            for thing in pdf.objects
            if isinstance(thing, pikepdf.Dictionary) and "/P" in thing and "/S" in thing
        ]
        tags = {str(element.S) for element in elements}
        assert {"/H1", "/H2", "/P", "/L", "/LI", "/LBody", "/Table", "/TR", "/TH", "/TD", "/Figure"} <= tags
        figures = [str(element.Alt) for element in elements if str(element.S) == "/Figure"]
        assert any("Brasão de Ubatuba" in alternative for alternative in figures)
        assert any(CHECK.link in alternative for alternative in figures)


def test_the_pdf_says_everything_the_document_says(letter_pdf):
    said = _text(letter_pdf)
    for words in (
        "Prefeitura Municipal de Ubatuba Secretaria Municipal de Administração Ofício nº 12/2026",
        "Ao Senhor João Batista Secretário de Obras",
        "referido no documento 0977001 do processo 3555406.000007/2026-31, de área de 1.250 m2, com urgência máxima."
        " ☑ → “aspas” — travessão…",
        "• cobertura do pátio;",
        "3. aterramento.",
        "Etapa Responsável Prazo",
        "Total 7 dias úteis",
        "Citação longa recuada.",
        "1. O pedido deve ser atendido em cinco dias úteis.",
        "a) comunicar a direção da escola;",
        "Documento assinado eletronicamente por Ana Lima, Chefe do Protocolo, em 23/11/2026, às 12:04, "
        "conforme horário oficial de Brasília, "
        "com fundamento no Decreto Municipal nº 9.000, de 2 de janeiro de 2026.",
        "informando o código verificador 0977785 e o código CRC 8CC0D39D.",
        "Referência: Processo nº 3555406.000012/2026-19 — Documento nº 0977785",
        "Rua Dona Maria Alves, 865",
        "Processo nº 3555406.000012/2026-19 · pág. 2 de 2",
    ):
        assert words in said
    assert "MINUTA" not in said
    assert "treinamento" not in said.lower()


def test_the_same_document_gives_the_same_bytes(letter_pdf):
    assert render_pdf(letter_model()) == letter_pdf


def test_the_qr_code_and_the_stamps_are_absent_from_a_draft_that_says_it_is_one():
    said = _text(render_pdf(letter_model(draft=True, signatures=())))
    assert "MINUTA — sem validade" in said
    assert "código CRC" not in said


@pytest.mark.parametrize("draft", [True, False])
def test_every_page_of_a_document_made_in_training_says_that_it_has_no_legal_value(draft):
    """Issue 5 §7: whatever is printed of a training environment."""
    pdf = pypdfium2.PdfDocument(render_pdf(letter_model(training=True, draft=draft)))
    pages = [re.sub(r"\s+", " ", page.get_textpage().get_text_range()) for page in pdf]
    assert len(pages) > 1
    assert all("Ambiente de treinamento — sem valor legal" in said and "TREINAMENTO" in said for said in pages)
    assert any("MINUTA — sem validade" in said for said in pages) == draft


@pytest.mark.parametrize(
    "attack",
    [
        '#read("/etc/passwd")',
        '#eval("1+1")',
        "#{ panic() }",
        '"] #image("/arms.svg") [',
        "*negrito* _itálico_ $x^2$ `codigo` <rotulo> @citacao = Titulo",
        "\\u{41} \\# // comentário",
        "</script><script>alert(1)</script>",
        '{"k":"rule"}',
    ],
)
def test_text_that_looks_like_code_is_printed_as_it_is(attack):
    said = _text(
        render_pdf(letter_model(_body(paragraph(attack, style="left")), title=attack, author=attack))
    )
    assert re.sub(r"\s+", " ", attack) in said


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(documents)
def test_any_document_of_the_vocabulary_can_be_printed(value):
    assert render_pdf(letter_model(value)).startswith(b"%PDF-1.7")


@settings(max_examples=40, deadline=None)
@given(any_text, any_text)
def test_any_string_can_be_printed_anywhere(words, title):
    value = _body(paragraph(text(words, "bold", "italic")), paragraph(words, style="title"))
    letterhead = Letterhead((words,), alternative_text=title)
    assert render_pdf(letter_model(value, title=title, author=words, letterhead=letterhead))


def test_a_character_that_no_font_has_is_marked_instead_of_losing_the_document():
    said = _text(render_pdf(letter_model(_body(paragraph("Parecer 🦜 favorável 漢字", style="left")))))
    assert "Parecer \ufffd favorável \ufffd\ufffd" in said


def test_a_word_wider_than_the_page_is_broken_and_stays_inside_the_paper():
    pdf = pypdfium2.PdfDocument(render_pdf(letter_model(_body(paragraph("W" * 400), TABLE))))
    page = pdf[0]
    right_edge = max(box[2] for box in (page.get_textpage().get_charbox(i) for i in range(300)))
    assert right_edge < page.get_width() - 20


def test_spans_that_overlap_or_leave_the_table_are_cut_to_the_room_there_is():
    wide = {"colspan": 40, "rowspan": 60}
    cells = [{"type": "tableCell", "attrs": wide, "content": [paragraph(name)]} for name in ("um",)]
    rows = [{"type": "tableRow", "content": cells} for _ in range(3)]
    said = _text(render_pdf(letter_model(_body({"type": "table", "content": rows}))))
    assert said.count("um") >= 3


def test_a_png_coat_of_arms_is_printed_too():
    from PIL import Image

    picture = io.BytesIO()
    Image.new("RGB", (60, 70), "navy").save(picture, "PNG")
    pdf = render_pdf(letter_model(letterhead=Letterhead((), picture.getvalue(), "image/png", "Brasão")))
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert [
            thing
            for thing in opened.objects
            if isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") == "/Image"
        ]


def test_a_picture_that_is_no_picture_is_reported_and_not_printed():
    with pytest.raises(RenderingFailed):
        render_pdf(letter_model(letterhead=Letterhead((), b"not a picture", "image/png")))


def test_the_letterhead_lines_are_printed_when_the_template_has_no_header():
    letterhead = Letterhead(("Prefeitura Municipal", "Gabinete"))
    assert "Prefeitura Municipal Gabinete" in _text(
        render_pdf(letter_model(_body(paragraph("x")), letterhead=letterhead))
    )
    assert "Gabinete" not in _text(render_pdf(letter_model(LETTER, letterhead=letterhead)))


def test_an_address_is_printed_whole_so_that_it_can_be_copied():
    site = "https://processos.ubatuba.sp.gov.br/conferencia/autenticidade-de-documentos"
    check = Authenticity(site, site, "0977785", "8CC0D39D")
    pdf = pypdfium2.PdfDocument(render_pdf(letter_model(authenticity=check)))
    assert site in "".join(page.get_textpage().get_text_range() for page in pdf).replace("\r\n", "")


def test_every_template_that_the_demonstration_city_ships_can_be_printed():
    city = read_city(Path(__file__).parents[3] / "catalogues" / "ubatuba")
    assert len(city.templates) >= 12
    for template in city.templates:
        content = from_template(template.content)
        assert has_signature_section(content)
        model = replace(letter_model(), content=content, title=template.document_type)
        assert render_pdf(model)
