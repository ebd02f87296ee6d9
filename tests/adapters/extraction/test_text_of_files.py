"""DOC-08: the text of each kind of file that is admitted, in reading order and with its accents."""

import io
import zipfile

import pytest

from chalicelib.adapters.extraction.isolated import ReadingLimits, read_pages
from chalicelib.adapters.extraction.refusal import TextUnavailable
from chalicelib.domain.file_types import ACCEPTED
from tests.adapters.extraction.scans import letter, saved, scanned, share_of_words
from tests.adapters.inspection.files import pdf, picture
from tests.e2e.letters import received_pdf

LIMITS = ReadingLimits()


def read(folder, name, data, limits=LIMITS):
    path = folder / "file"
    path.write_bytes(data)
    return read_pages(path, ACCEPTED[name.rpartition(".")[2]].media_type, limits)


def packed(**parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name.replace("__", "/"), text)
    return out.getvalue()


WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
SHEET = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
OFFICE = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"'
)


def test_a_pdf_says_its_text_page_by_page(tmp_path):
    pages = read(tmp_path, "a.pdf", received_pdf(["Licitação nº 12"], pages=3))
    assert [page.text.splitlines()[-1] for page in pages] == [f"Folha {n} de 3" for n in (1, 2, 3)]
    assert all("Licitação nº 12" in page.text and page.drawn and page.picture == 0 for page in pages)


def test_a_printed_letter_says_every_word_of_it(tmp_path):
    (page,) = read(tmp_path, "a.pdf", letter())
    assert share_of_words(page.text) == 1


def test_a_scan_says_nothing_of_itself_and_is_all_picture(tmp_path):
    (page,) = read(tmp_path, "a.pdf", saved(scanned(letter()), "PDF"))
    assert (page.text.strip(), page.drawn) == ("", True)
    assert page.picture > 0.95


def test_a_blank_page_has_nothing_drawn_on_it(tmp_path):
    (page,) = read(tmp_path, "a.pdf", pdf())
    assert (page.text, page.drawn) == ("", False)


def test_each_page_of_a_picture_file_is_a_page_to_recognize(tmp_path):
    paper = scanned(letter())
    assert len(read(tmp_path, "a.tif", saved(paper, "TIFF", [paper, paper]))) == 3
    (page,) = read(tmp_path, "a.png", picture())
    assert (page.text, page.picture, page.drawn) == ("", 1, True)


def test_a_word_document_says_paragraphs_cells_and_notes(tmp_path):
    body = (
        f"<w:document {WORD}><w:body><w:p><w:r><w:t>Ofício </w:t></w:r><w:r><w:t>nº 7</w:t></w:r></w:p>"
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Item</w:t></w:r></w:p></w:tc>"
        "<w:tc><w:p><w:r><w:t>Preço</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
        "<w:p><w:r><w:instrText>PAGE</w:instrText><w:t>Fim</w:t></w:r></w:p></w:body></w:document>"
    )
    notes = f"<w:footnotes {WORD}><w:p><w:r><w:t>Nota de rodapé</w:t></w:r></w:p></w:footnotes>"
    data = packed(**{"word__document.xml": body, "word__footnotes.xml": notes})
    (page,) = read(tmp_path, "a.docx", data)
    assert page.text == "Ofício nº 7\nItem\tPreço\tFim\nNota de rodapé"


def test_a_spreadsheet_says_its_cells_by_row_and_its_sheets_as_pages(tmp_path):
    data = packed(
        **{
            "xl__workbook.xml": f'<workbook {SHEET} xmlns:r="{RELATION}"><sheets>'
            '<sheet name="Preços" sheetId="1" r:id="r2"/><sheet name="Vazia" sheetId="2" r:id="r1"/>'
            "</sheets></workbook>",
            "xl___rels__workbook.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
            'relationships"><Relationship Id="r1" Target="worksheets/sheet1.xml"/>'
            '<Relationship Id="r2" Target="/xl/worksheets/sheet2.xml"/></Relationships>',
            "xl__sharedStrings.xml": f"<sst {SHEET}><si><r><t>Cane</t></r><r><t>ta</t></r></si>"
            "<si><t>東</t><rPh><t>ひがし</t></rPh></si></sst>",
            "xl__worksheets__sheet1.xml": f"<worksheet {SHEET}><sheetData/></worksheet>",
            "xl__worksheets__sheet2.xml": f'<worksheet {SHEET}><sheetData><row><c t="s"><v>0</v></c>'
            '<c><f>1+1</f><v>2.5</v></c></row><row><c t="inlineStr"><is><t>ação</t></is></c>'
            '<c t="s"><v>1</v></c><c t="s"><v>99</v></c></row></sheetData></worksheet>',
        }
    )
    first, second = read(tmp_path, "a.xlsx", data)
    assert first.text == "Preços\nCaneta\t2.5\nação\t東\t99"
    assert second.text == "Vazia"


def test_slides_come_in_their_order(tmp_path):
    def slide(text):
        return f'<p:sld xmlns:p="p" xmlns:a="a"><a:p><a:r><a:t>{text}</a:t></a:r></a:p></p:sld>'

    data = packed(**{f"ppt__slides__slide{n}.xml": slide(f"Quadro {n}") for n in (10, 2, 1)})
    assert [page.text for page in read(tmp_path, "a.pptx", data)] == ["Quadro 1", "Quadro 2", "Quadro 10"]


def test_open_documents_say_paragraphs_cells_and_slides(tmp_path):
    text = (
        f"<office:document-content {OFFICE}><office:body><text:h>Título</text:h><text:p>Ação<text:s/>"
        "<text:span>direta</text:span></text:p><table:table table:name='Itens'><table:table-row>"
        "<table:table-cell><text:p>A</text:p></table:table-cell><table:table-cell><text:p>B</text:p>"
        "</table:table-cell></table:table-row></table:table></office:body></office:document-content>"
    )
    (page,) = read(tmp_path, "a.odt", packed(**{"content.xml": text}))
    assert page.text == "Título\nAção direta\nItens\nA\tB"
    drawn = (
        f"<office:document-content {OFFICE}><draw:page><text:p>Um</text:p></draw:page>"
        "<draw:page><text:p>Dois</text:p></draw:page></office:document-content>"
    )
    assert [page.text for page in read(tmp_path, "a.odp", packed(**{"content.xml": drawn}))] == ["Um", "Dois"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_plain_text_is_read_whatever_wrote_it(tmp_path, encoding):
    (page,) = read(tmp_path, "a.txt", "Ação “direta”\r\nFim\r\n".encode(encoding))
    assert page.text == "Ação “direta”\nFim\n"


@pytest.mark.parametrize("extension", ["pdf", "png", "tif", "docx", "xlsx", "pptx", "odt", "ods", "odp"])
def test_a_file_that_cannot_be_opened_says_so(tmp_path, extension):
    with pytest.raises(TextUnavailable) as refused:
        read(tmp_path, f"a.{extension}", b"nothing of the kind")
    assert refused.value.reason == "damaged"
