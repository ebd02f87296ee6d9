"""DOC-08: what has no text of its own is read by OCR in Portuguese, as it lies on the glass."""

import pytest
from PIL import Image

from chalicelib.adapters.extraction.isolated import ReadingLimits, recognize_page
from chalicelib.domain.page_reading import LEAST_CONFIDENCE
from tests.adapters.extraction.scans import letter, saved, scanned, share_of_words

LIMITS = ReadingLimits()


def recognized(folder, data, media_type="application/pdf", number=1):
    path = folder / "file"
    path.write_bytes(data)
    return recognize_page(path, media_type, number, LIMITS)


def test_a_page_scanned_askew_is_read_word_by_word(tmp_path):
    page = recognized(tmp_path, saved(scanned(letter()), "PDF"))
    assert share_of_words(page.text) >= 0.97
    assert page.confidence >= 80


@pytest.mark.parametrize("turn", [90, 180])
def test_a_page_that_lies_on_its_side_or_head_is_read(tmp_path, turn):
    page = recognized(tmp_path, saved(scanned(letter(), turn), "PDF"))
    assert share_of_words(page.text) >= 0.97


def test_each_page_of_a_tiff_and_a_clear_picture_are_read(tmp_path):
    paper = scanned(letter())
    blank = Image.new("L", paper.size, 255)
    data = saved(blank, "TIFF", [paper])
    assert recognized(tmp_path, data, "image/tiff", 1).text == ""
    assert share_of_words(recognized(tmp_path, data, "image/tiff", 2).text) >= 0.97
    ink = Image.new("RGBA", paper.size, (0, 0, 0, 255))
    ink.putalpha(paper.point(lambda grey: 255 - grey))
    assert share_of_words(recognized(tmp_path, saved(ink, "PNG"), "image/png").text) >= 0.97


def test_a_picture_of_nothing_is_not_taken_for_words(tmp_path):
    noise = Image.effect_noise((900, 700), 120)
    page = recognized(tmp_path, saved(noise, "JPEG"), "image/jpeg")
    assert page.text == "" or page.confidence < LEAST_CONFIDENCE
