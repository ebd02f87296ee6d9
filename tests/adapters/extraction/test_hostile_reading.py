"""DOC-08: whatever reaches the reader, it ends within its limits, alone, and holds nothing of who started it."""

import json
import time

import pytest

from chalicelib.adapters.confined import waiting
from chalicelib.adapters.extraction import isolated
from chalicelib.adapters.extraction.isolated import ReadingLimits, read_pages, recognize_page
from chalicelib.adapters.extraction.refusal import TextUnavailable
from chalicelib.domain.extraction_reasons import EXTRACTION_REASONS
from chalicelib.domain.file_types import file_type_of
from tests.adapters.extraction.scans import letter
from tests.adapters.extraction.test_text_of_files import SHEET, packed
from tests.adapters.inspection.files import page_with_stream, raw_stream
from tests.adapters.inspection.hostile import HOSTILE

#: As the examination has it: 256 MB, and 5 seconds on the wall.
LIMITS = ReadingLimits(memory=256 << 20, seconds=4)
READ_KINDS = ("pdf", "image", "text", "office")
READABLE = [one for one in HOSTILE if (kind := file_type_of(one[0])) and kind.kind.value in READ_KINDS]


@pytest.fixture
def ends(monkeypatch):
    """How each child ended."""
    ask, told = isolated.readers.ask, []

    def noted(request):
        told.append(ask(request))
        return told[-1]

    monkeypatch.setattr(isolated.readers, "ask", noted)
    return told


def attempted(read, *asked):
    try:
        return read(*asked)
    except TextUnavailable as unavailable:
        return EXTRACTION_REASONS[unavailable.reason] and unavailable.reason


@pytest.mark.parametrize(("name", "data", "_"), READABLE, ids=[name for name, *_ in READABLE])
def test_a_hostile_file_that_slipped_through_is_read_or_given_up_in_5_seconds_and_256_mb(
    tmp_path, ends, name, data, _
):
    path = tmp_path / "file"
    path.write_bytes(data)
    began = time.monotonic()
    attempted(read_pages, path, file_type_of(name).media_type, LIMITS)
    assert time.monotonic() - began <= 5
    assert ends[-1]["peak"] / 1024 <= 256


def test_the_corpus_for_reading_is_large_enough():
    assert len(READABLE) >= 40


@pytest.mark.parametrize(
    "data",
    [
        # A page as large as a street, and one whose drawing never ends.
        letter().replace(b"/MediaBox [0 0 ", b"/MediaBox [0 0 9"),
        page_with_stream(raw_stream(b"0 0 595 842 re f " * 2_000_000)),
        page_with_stream(raw_stream(b"q " * 3_000_000)),
    ],
)
def test_a_page_that_is_hard_to_draw_ends_within_its_limits(tmp_path, ends, data):
    path = tmp_path / "file"
    path.write_bytes(data)
    began = time.monotonic()
    attempted(recognize_page, path, "application/pdf", 1, ReadingLimits(seconds=4))
    assert time.monotonic() - began <= 12
    assert ends[-1]["peak"] / 1024 <= 512


def test_a_spreadsheet_that_says_too_much_is_given_up(tmp_path):
    words = f"<sst {SHEET}>" + "<si><t>" + "a" * 17_000_000 + "</t></si></sst>"
    path = tmp_path / "file"
    path.write_bytes(
        packed(
            **{
                "xl__workbook.xml": f"<workbook {SHEET}/>",
                "xl___rels__workbook.xml.rels": "<r/>",
                "xl__sharedStrings.xml": words,
            }
        )
    )
    assert attempted(read_pages, path, file_type_of("a.xlsx").media_type, ReadingLimits()) == "too_much_text"


def test_a_document_type_is_refused_before_it_defines_anything(tmp_path):
    path = tmp_path / "file"
    path.write_bytes(packed(**{"content.xml": '<!DOCTYPE a [<!ENTITY b "ha">]><a>&b;</a>'}))
    assert attempted(read_pages, path, file_type_of("a.odt").media_type, LIMITS) == "damaged"


def test_the_reader_of_a_hard_page_leaves_the_next_one_in_peace(tmp_path):
    path = tmp_path / "file"
    path.write_bytes(letter())
    assert attempted(recognize_page, path, "application/pdf", 1, ReadingLimits(seconds=0)) == "took_too_long"
    little = attempted(recognize_page, path, "application/pdf", 1, ReadingLimits(memory=40 << 20))
    assert little in ("too_heavy", "damaged")
    (page,) = read_pages(path, "application/pdf", ReadingLimits())
    assert "Comunicação interna" in page.text


def test_the_waiting_process_of_readers_has_one_thread_and_no_credentials(tmp_path, monkeypatch):
    monkeypatch.setenv("AWS_SESSION_TOKEN", "canary")
    monkeypatch.setattr(isolated, "readers", waiting.Waiting("chalicelib.adapters.extraction.reader"))
    path = tmp_path / "file"
    path.write_bytes(letter())
    recognize_page(path, "application/pdf", 1, ReadingLimits())
    living = isolated.readers._process.pid
    with open(f"/proc/{living}/status") as status:
        assert "Threads:\t1\n" in status.read()
    with open(f"/proc/{living}/environ") as environment:
        assert "canary" not in environment.read()
    isolated.readers.dismiss()
    assert json.dumps(waiting.bare_environment())
