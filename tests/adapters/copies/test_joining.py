"""The process as one PDF: pages in order, footers, bookmarks, index, attachments, what stays out (PRO-23)."""

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pikepdf
import pypdfium2
import pytest

from chalicelib.adapters.copies import index
from chalicelib.adapters.copies.index import typeset_index
from chalicelib.adapters.copies.joining import LOCKED, UNREADABLE, join, length, measure, placed
from chalicelib.application.copies.ports import Cover
from chalicelib.domain.copying import LeftOut, Piece

COVER = Cover(
    nup="35550.000012/2026-11",
    kind="Requerimento",
    specification="Poda de árvore na Rua Guarani",
    agency="Prefeitura Municipal de Ubatuba",
    by="Ana Lima",
    unit="SEMAD/PROT",
    at=datetime(2026, 11, 23, 9, tzinfo=ZoneInfo("America/Sao_Paulo")),
    stem="Processo",
    job="j1",
)
PIECE = Piece(
    document="d1",
    label="0000001 (Ofício 1/2026)",
    title="Ofício 1/2026",
    number="0000001",
    unit="SEMAD/PROT",
    day=date(2026, 11, 23),
    file_name="0001 - 0000001 (Ofício 1-2026).pdf",
    media_type="application/pdf",
    key="k",
    sha256="0" * 64,
    size=1,
)


def document(path: Path, pages: int, rotate: int = 0, left_open: bool = False, text: str = "Texto") -> Path:
    """A PDF with a word on each page; ``left_open`` leaves its drawing turned and displaced, as careless tools do."""
    with pikepdf.new() as pdf:
        for number in range(pages):
            page = pdf.add_blank_page(page_size=(595, 842))
            mess = b"q 0 1 -1 0 400 300 cm " if left_open else b""
            words = f"{text} {number + 1}".encode("cp1252")
            page.obj.Contents = pdf.make_stream(mess + b"BT /F1 14 Tf 100 500 Td (" + words + b") Tj ET")
            font = pikepdf.Dictionary(
                Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
            )
            page.obj.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
            if rotate:
                page.obj.Rotate = rotate
        pdf.save(path)
    return path


def pieces(count: int, signed: bool = False) -> list[Piece]:
    return [
        replace(
            PIECE,
            document=f"d{n}",
            label=f"{n:07d} (Ofício {n}/2026)",
            number=f"{n:07d}",
            file_name=f"{n:04d}.pdf",
            signatures=1 if signed else 0,
        )
        for n in range(1, count + 1)
    ]


def whole(folder: Path, made: list[Piece], paths: list[Path], attach: bool = False, out: tuple[LeftOut, ...] = ()):
    sources, refused = measure(made, paths)
    left = [*out, *refused]
    shown = [source.piece for source in sources]
    sources = placed(sources, length(typeset_index(COVER, shown, [0] * len(shown), left)))
    index = typeset_index(COVER, shown, [source.first for source in sources], left)
    return join(sources, index, COVER.nup, folder, attach, lambda _: None)


def texts(path: Path) -> list[str]:
    with pypdfium2.PdfDocument(path) as pdf:
        return [page.get_textpage().get_text_range() for page in pdf]


def test_pages_stand_in_order_with_the_footer_and_the_page_of_each(tmp_path: Path):
    paths = [document(tmp_path / f"s{n}", n) for n in (1, 2, 3)]
    found = texts(whole(tmp_path, pieces(3), paths))
    assert len(found) == 7
    assert "fl. 1 de 7" in found[0]
    for page, (label, number) in enumerate([(1, 1), (2, 1), (2, 2), (3, 1), (3, 2), (3, 3)], start=2):
        assert f"Texto {number}" in found[page - 1]
        assert f"Processo {COVER.nup} · {label:07d} (Ofício {label}/2026) · fl. {page} de 7" in found[page - 1]


def test_index_names_the_page_of_each_and_what_is_not_there(tmp_path: Path):
    paths = [document(tmp_path / f"s{n}", 2) for n in (1, 2)]
    out = (LeftOut("0000009 (Foto)", "Imagem que não vira página de PDF"),)
    found = texts(whole(tmp_path, pieces(2), paths, out=out))[0]
    lines = [line.split() for line in found.splitlines()]
    assert "0000009 (Foto)" in found.replace("\r\n", " ")
    assert "Imagem que não vira página" in found.replace("\r\n", " ")
    assert "Poda de árvore na Rua Guarani" in found
    assert {line[-1] for line in lines if line and line[0] in ("0000001", "0000002")} == {"2", "4"}


def test_copy_of_a_training_environment_says_so_on_every_page(tmp_path: Path):
    """Issue 5 §7."""
    cover = replace(COVER, training=True)
    sources, _ = measure(pieces(1), [document(tmp_path / "s", 2)])
    made = typeset_index(cover, pieces(1), [2], ())
    found = texts(join(placed(sources, length(made)), made, cover.foot, tmp_path, False, lambda _: None))
    assert len(found) == 3
    assert all("Ambiente de treinamento — sem valor legal" in page for page in found)
    assert COVER.foot == COVER.nup


def test_a_long_index_is_set_in_a_process_of_its_own_and_is_the_same(monkeypatch):
    """Whoever joins five thousand documents needs the memory for them."""
    many = pieces(index.LONG)
    aside = typeset_index(COVER, many, [0] * len(many), ())
    monkeypatch.setattr(index, "LONG", len(many) + 1)
    assert aside == typeset_index(COVER, many, [0] * len(many), ())


def test_a_long_index_moves_the_pages_that_it_names(tmp_path: Path):
    count = 180
    paths = [document(tmp_path / f"s{n:04d}", 1) for n in range(count)]
    found = texts(whole(tmp_path, pieces(count), paths))
    before = len(found) - count
    assert before > 1
    last = [line.split() for page in found[:before] for line in page.splitlines() if line.startswith(f"{count:07d}")]
    assert last[0][-1] == str(len(found))
    assert f"fl. {len(found)} de {len(found)}" in found[-1]


def test_bookmarks_lead_to_the_first_page_of_each(tmp_path: Path):
    paths = [document(tmp_path / f"s{n}", n) for n in (2, 3)]
    path = whole(tmp_path, pieces(2), paths)
    with pypdfium2.PdfDocument(path) as pdf:
        marks = [(mark.get_title(), mark.get_dest().get_index()) for mark in pdf.get_toc()]
    assert marks == [("Índice", 0), ("0000001 (Ofício 1/2026)", 1), ("0000002 (Ofício 2/2026)", 3)]


def test_signed_originals_are_attached_byte_for_byte_when_asked(tmp_path: Path):
    paths = [document(tmp_path / f"s{n}", 1) for n in (1, 2)]
    bytes_of = [path.read_bytes() for path in paths]
    with pikepdf.open(whole(tmp_path, pieces(2, signed=True), paths, attach=True)) as pdf:
        assert {name: spec.get_file().read_bytes() for name, spec in pdf.attachments.items()} == {
            "0001.pdf": bytes_of[0],
            "0002.pdf": bytes_of[1],
        }


def test_nothing_is_attached_unless_asked(tmp_path: Path):
    with pikepdf.open(whole(tmp_path, pieces(1, signed=True), [document(tmp_path / "s", 1)])) as pdf:
        assert len(pdf.attachments) == 0


def test_what_cannot_be_opened_stays_out_and_says_why(tmp_path: Path):
    broken, locked = tmp_path / "broken", tmp_path / "locked"
    broken.write_bytes(b"%PDF-1.7\nno more")
    with pikepdf.open(document(tmp_path / "plain", 1)) as pdf:
        pdf.save(locked, encryption=pikepdf.Encryption(owner="x", user="y"))
    sources, refused = measure(pieces(3), [broken, locked, document(tmp_path / "good", 1)])
    assert [source.piece.number for source in sources] == ["0000003"]
    assert [one.reason for one in refused] == [UNREADABLE, LOCKED]


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
@pytest.mark.parametrize("left_open", [False, True])
def test_the_footer_is_at_the_foot_as_the_page_is_seen(tmp_path: Path, rotate: int, left_open: bool):
    path = whole(tmp_path, pieces(1), [document(tmp_path / "s", 1, rotate, left_open)])
    with pypdfium2.PdfDocument(path) as pdf:
        page = pdf[1]
        image = page.render(scale=1).to_pil().convert("L")
        width, height = image.size
        foot = image.crop((0, height - 20, width, height))
    dark = [x for x in range(width) if any(foot.getpixel((x, y)) < 150 for y in range(20))]
    assert dark, "nothing is written at the foot"
    assert 20 <= dark[0] <= 40, "it begins at the left edge"
    assert dark[-1] > 150


def test_scripts_and_forms_of_a_document_do_nothing_in_the_copy(tmp_path: Path):
    source = document(tmp_path / "s", 1)
    with pikepdf.open(source, allow_overwriting_input=True) as pdf:
        pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")
        pdf.save(source)
    with pikepdf.open(whole(tmp_path, pieces(1), [source])) as made:
        assert "/OpenAction" not in made.Root
        assert "/AcroForm" not in made.Root
