"""A redacted PDF yields nothing of what was concealed, to text extraction, metadata or the inspection of its images.

Proved by comparison: the same file written around two secrets gives, byte by byte, the same copy. Nothing of the copy,
then, depends on the secret: no channel has to be thought of to be closed.
"""

import io
import json
from datetime import UTC, datetime
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from chalicelib.adapters.redaction.worker import make
from tests.adapters.redaction import in_sight as in_sight
from tests.adapters.redaction import out_of_sight as out_of_sight
from tests.adapters.redaction.hostile import HEIGHT, HOSTILE, OPEN, PLACE, WIDTH, Hostile

SECRETS = ("JOANA-4471", "HUGO-90215")
AT = datetime(2026, 11, 27, 12, tzinfo=UTC)


def copy_of(
    source: bytes, boxes: list[tuple[float, ...]], folder: Path
) -> tuple[bytes, dict[str, list[str]]]:
    folder.mkdir()
    (folder / "source.pdf").write_bytes(source)
    request = {"areas": {"1": boxes}, "title": "Cópia", "notice": ["Aviso"], "at": AT.isoformat()}
    (folder / "request.json").write_text(json.dumps(request))
    make(folder)
    return (folder / "copy.pdf").read_bytes(), json.loads((folder / "answer.json").read_text())


def area_of(hostile: Hostile) -> list[tuple[float, ...]]:
    """The place of what is seen, as the clerk draws it on the page as shown."""
    if not hostile.seen:
        return []
    left, bottom, right, top = PLACE
    if "turned" in hostile.name:
        return [(bottom / HEIGHT, left / WIDTH, top / HEIGHT, right / WIDTH)]
    if "cropped" in hostile.name:
        return [(0.0, (180 - top) / 160, 1.0, (180 - bottom) / 160)]
    return [(left / WIDTH, 1 - top / HEIGHT, right / WIDTH, 1 - bottom / HEIGHT)]


def everything(pdf: bytes) -> bytes:
    """Every object of a file and every stream decoded."""
    found = [pdf]
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        for thing in opened.objects:
            if isinstance(thing, pikepdf.Stream):
                found += [thing.stream_dict.unparse(), thing.read_raw_bytes()]
                if thing.get("/Subtype") != "/Image":
                    found.append(thing.read_bytes())
            else:
                found.append(thing.unparse())
        found.append(opened.trailer.unparse(resolved=True))
    return b"\n".join(found)


def text_of(pdf: bytes) -> str:
    return " ".join(
        " ".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf)).split()
    )


@pytest.mark.parametrize("hostile", HOSTILE, ids=lambda one: one.name)
def test_the_copy_does_not_depend_on_what_was_concealed(hostile: Hostile, tmp_path: Path):
    sources = [hostile.make(secret) for secret in SECRETS]
    assert sources[0] != sources[1], "the secret is in the original"
    boxes = area_of(hostile)
    (one, said), (other, _) = (
        copy_of(source, boxes, tmp_path / str(at)) for at, source in enumerate(sources)
    )
    assert one == other
    assert SECRETS[0].encode() not in everything(one)
    text = text_of(one)
    assert OPEN in text, "what may be read is still text"
    assert ("[trecho ocultado]" in text) is hostile.seen
    assert SECRETS[0] not in " ".join(said["left"])


@pytest.mark.parametrize("hostile", [one for one in HOSTILE if one.seen], ids=lambda one: one.name)
def test_without_the_area_the_same_files_give_different_copies(hostile: Hostile, tmp_path: Path):
    """What is seen and not concealed is in the copy: the comparison above could have failed."""
    copies = [copy_of(hostile.make(secret), [], tmp_path / secret)[0] for secret in SECRETS]
    assert copies[0] != copies[1]


def test_the_files_hide_the_secret_where_readers_find_it(tmp_path: Path):
    """Most of these places give the secret away to common tools: what is concealed was really there."""
    found = [one.name for one in HOSTILE if SECRETS[0].encode() in everything(one.make(SECRETS[0]))]
    assert len(found) >= len(HOSTILE) - 6, sorted({one.name for one in HOSTILE} - set(found))


def test_the_picture_is_black_where_the_passage_was_and_as_before_elsewhere(tmp_path: Path):
    hostile = next(one for one in HOSTILE if one.name == "plain_text")
    copy, _ = copy_of(hostile.make(SECRETS[0]), area_of(hostile), tmp_path / "copy")
    page = pypdfium2.PdfDocument(copy)[0].render(scale=2).to_pil().convert("L")
    left, bottom, right, top = PLACE
    inside = page.crop((left * 2 + 2, (HEIGHT - top) * 2 + 2, right * 2 - 2, (HEIGHT - bottom) * 2 - 2))
    assert inside.getextrema()[1] <= 4
    below = page.crop((20, (HEIGHT - 60) * 2, 400, (HEIGHT - 30) * 2))
    assert below.getextrema()[0] < 80, "the open line is still drawn"


def test_what_an_area_covers_is_told_to_who_made_it(tmp_path: Path):
    hostile = next(one for one in HOSTILE if one.name == "plain_text")
    _, answer = copy_of(hostile.make(SECRETS[0]), area_of(hostile), tmp_path / "copy")
    assert answer == {"said": [SECRETS[0]], "left": [OPEN]}


def test_the_copy_is_an_archive_file_that_a_screen_reader_can_read(tmp_path: Path):
    hostile = next(one for one in HOSTILE if one.name == "plain_text")
    copy, _ = copy_of(hostile.make(SECRETS[0]), area_of(hostile), tmp_path / "copy")
    with pikepdf.open(io.BytesIO(copy)) as pdf:
        about = pdf.open_metadata()
        assert (about["pdfaid:part"], about["pdfaid:conformance"], about["pdfuaid:part"]) == ("2", "A", "1")
        assert pdf.Root.Lang == "pt-BR"
        assert pdf.Root.MarkInfo.Marked
        assert not {"/AcroForm", "/OpenAction", "/Names", "/OCProperties"} & set(pdf.Root.keys())
