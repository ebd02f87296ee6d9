"""DOC-08: files as city halls receive them come in, with the media type they are served as and their pages."""

import hashlib

import pikepdf
import pytest

from chalicelib.adapters.inspection.isolated import inspect
from chalicelib.adapters.rendering.typst_pdf import render_pdf
from chalicelib.domain.file_inspection import Declaration
from tests.adapters.inspection.files import (
    archive,
    docx,
    odt,
    page_with_stream,
    pdf,
    picture,
    raw_stream,
    xlsx,
)
from tests.adapters.rendering.letters import letter_model

_LINK = pikepdf.Dictionary(S=pikepdf.Name.URI, URI=pikepdf.String("https://ubatuba.example"))


def _say_javascript(document):
    document.docinfo["/Title"] = "Sobre a norma /JavaScript e /Launch"
    document.Root.OpenAction = document.make_indirect(_LINK)


GOOD = [
    ("oficio.pdf", pdf(3), "application/pdf", 3),
    ("OFÍCIO nº 12.PDF", pdf(1), "application/pdf", 1),
    ("do_sistema.pdf", render_pdf(letter_model()), "application/pdf", 2),
    ("fala_de_comandos.pdf", pdf(change=_say_javascript), "application/pdf", 1),
    (
        "texto.pdf",
        page_with_stream(raw_stream(b"BT (1/JS) Tj ET" * 999)),
        "application/pdf",
        1,
    ),
    ("foto.png", picture(), "image/png", None),
    ("foto.jpg", picture("JPEG", (800, 600)), "image/jpeg", None),
    ("foto.jpeg", picture("JPEG"), "image/jpeg", None),
    ("digitalizado.tif", picture("TIFF", compression="tiff_lzw"), "image/tiff", 1),
    ("notas.txt", "Ação, coração.\r\n".encode(), "text/plain", None),
    ("notas_antigas.txt", "Ação, coração “entre aspas”.\r\n".encode("cp1252"), "text/plain", None),
    ("planilha.csv", "\ufeffnome;valor\nJosé;1,00\n".encode(), "text/csv", None),
    ("carta.docx", docx(), "application/vnd.openxmlformats-officedocument.wordprocessingml.document", None),
    ("conta.xlsx", xlsx(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", None),
    ("carta.odt", odt(), "application/vnd.oasis.opendocument.text", None),
    ("fotos.zip", archive({"pasta/a.jpg": picture("JPEG"), "b.pdf": pdf()}), "application/zip", None),
    ("audiencia.mp3", b"ID3\x04\x00\x00" + bytes(600), "audio/mpeg", None),
    ("audiencia.mp4", b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00mp42isom" + bytes(600), "video/mp4", None),
]


@pytest.mark.parametrize(("name", "data", "media_type", "pages"), GOOD, ids=[name for name, *_ in GOOD])
def test_an_ordinary_file_comes_in(tmp_path, name, data, media_type, pages):
    path = tmp_path / "upload"
    path.write_bytes(data)
    declared = Declaration(name, media_type, len(data), hashlib.sha256(data).hexdigest().upper())
    verdict = inspect(path, declared)
    assert verdict.reason is None
    assert (verdict.media_type, verdict.pages) == (media_type, pages)


def test_a_tiff_counts_each_of_its_pages(tmp_path):
    from PIL import Image

    path = tmp_path / "upload"
    sheets = [Image.new("1", (100, 140)) for _ in range(3)]
    sheets[0].save(path, "TIFF", save_all=True, append_images=sheets[1:])
    data = path.read_bytes()
    verdict = inspect(path, Declaration("a.tif", "", len(data), hashlib.sha256(data).hexdigest()))
    assert verdict.pages == 3
