"""The text of files (DOC-08): when it begins, may be asked for again, ends; and which pages are read by OCR."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from chalicelib.domain.errors import Refused
from chalicelib.domain.extraction import (
    ATTEMPTS,
    LARGEST_READ,
    LONGEST_WAIT,
    PAGES_AT_A_TIME,
    ExtractionState,
    PageText,
    as_of,
    ask_again,
    begin,
    fail,
    is_awaited,
    may_ask_again,
    settle,
)
from chalicelib.domain.extraction_reasons import EXTRACTION_REASONS, extraction_reason
from chalicelib.domain.page_reading import batches, better, joined, needs_recognition

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
WAITING = begin("ab" * 32, "t/ab", "application/pdf", 1000, NOW)
SENTENCE = "Encaminhe-se o presente processo à Procuradoria Geral do Município, para manifestação jurídica."


def refused(code):
    return pytest.RaisesExc(Refused, check=lambda refusal: refusal.code == code)


@pytest.mark.parametrize("media_type", ["application/pdf", "image/png", "text/csv"])
def test_text_of_what_can_be_read_is_waited_for(media_type):
    begun = begin("ab" * 32, "t/ab", media_type, 1000, NOW)
    assert (begun.state, begun.attempt, begun.reason) == (ExtractionState.WAITING, 1, None)


@pytest.mark.parametrize("media_type", ["audio/mpeg", "video/mp4", "application/zip", "application/x-novo"])
def test_sound_film_and_packages_have_no_text_and_nobody_is_kept_waiting(media_type):
    begun = begin("ab" * 32, "t/ab", media_type, 1000, NOW)
    assert (begun.state, begun.reason) == (ExtractionState.EMPTY, "kind_without_text")
    assert not may_ask_again(begun)
    with refused("extraction_final"):
        ask_again(begun, NOW)


def test_what_is_too_large_to_be_read_says_so_at_once():
    assert begin("ab" * 32, "t/ab", "application/pdf", LARGEST_READ, NOW).state is ExtractionState.WAITING
    begun = begin("ab" * 32, "t/ab", "application/pdf", LARGEST_READ + 1, NOW)
    assert (begun.state, begun.reason) == (ExtractionState.FAILED, "too_large")
    assert not may_ask_again(begun)


def test_every_reason_has_its_sentence():
    assert all(extraction_reason(code).endswith(".") for code in EXTRACTION_REASONS)


def test_one_that_goes_on_is_not_asked_for_twice():
    with refused("extraction_under_way"):
        ask_again(WAITING, NOW + LONGEST_WAIT)


def test_one_that_died_with_nobody_to_tell_may_be_asked_for_again():
    later = NOW + LONGEST_WAIT + timedelta(seconds=1)
    assert (as_of(WAITING, later).state, as_of(WAITING, later).reason) == (
        ExtractionState.FAILED,
        "interrupted",
    )
    again = ask_again(WAITING, later)
    assert (again.state, again.attempt, again.began_at) == (ExtractionState.WAITING, 2, later)


def test_attempts_are_few():
    failed = fail(WAITING, "took_too_long")
    for number in range(2, ATTEMPTS + 1):
        failed = fail(ask_again(failed, NOW), "took_too_long")
        assert failed.attempt == number
    with refused("extraction_final"):
        ask_again(failed, NOW)


def test_a_whole_text_is_not_asked_for_again_but_one_with_pages_missing_is():
    pages = {1: PageText(SENTENCE), 2: PageText("")}
    whole = settle(WAITING, pages, 0, 0, "t/text")
    assert (whole.state, whole.pages, whole.text_key) == (ExtractionState.DONE, 2, "t/text")
    with refused("extraction_final"):
        ask_again(whole, NOW)
    assert ask_again(settle(WAITING, pages, 0, 1, "t/text"), NOW).attempt == 2


def test_a_file_without_a_word_is_empty_and_one_whose_pages_could_not_be_read_is_not():
    blank = {1: PageText(" \n"), 2: PageText("")}
    empty = settle(WAITING, blank, 0, 0, "")
    assert (empty.state, empty.reason, empty.text_key) == (ExtractionState.EMPTY, "no_text_found", "")
    failed = settle(WAITING, blank, 0, 2, "")
    assert (failed.state, failed.reason) == (ExtractionState.FAILED, "pages_unreadable")


def test_an_answer_to_an_earlier_attempt_is_not_listened_to():
    assert is_awaited(WAITING, 1)
    assert not is_awaited(replace(WAITING, attempt=2), 1)
    assert not is_awaited(fail(WAITING, "damaged"), 1)
    assert not is_awaited(None, 1)


@pytest.mark.parametrize(
    ("page", "wanted"),
    [
        (PageText(SENTENCE, 0, True), False),
        (PageText("", 0, False), False),
        (PageText("", 1, True), True),
        (PageText("fls. 12", 0.02, True), True),
        (PageText("Documento assinado digitalmente " * 4, 0.97, True), True),
        (PageText(SENTENCE * 6, 0.97, True), False),
        (PageText("\ufffd\ufffd\ufffd\ufffd palavra \ue001\ue002 e outra" * 3, 0, True), True),
    ],
    ids=["text", "blank", "scan", "folio", "stamped scan", "scan with its own OCR", "letters without names"],
)
def test_a_page_is_recognized_when_more_is_on_it_than_it_says(page, wanted):
    assert needs_recognition(page) is wanted


def test_pages_go_to_workers_a_handful_at_a_time():
    every = list(range(1, 2 * PAGES_AT_A_TIME + 2))
    shared = batches(reversed(every))
    assert [len(one) for one in shared] == [PAGES_AT_A_TIME, PAGES_AT_A_TIME, 1]
    assert [page for one in shared for page in one] == every
    assert batches([]) == []


def test_the_better_of_two_readings_is_kept():
    own, stamp = PageText(SENTENCE), PageText("fls. 12")
    sure, noise = PageText(f"{SENTENCE} Ubatuba", 1, True, 90), PageText(f"{SENTENCE} ~ ¬ | x", 1, True, 12)
    assert better(stamp, sure) is sure
    assert better(own, PageText("Encaminhe-se", 1, True, 90)) is own
    assert better(stamp, noise) is stamp


def test_pages_are_apart_by_one_form_feed_each_even_when_they_hold_some():
    pages = {2: PageText("dois\fmeio"), 1: PageText(" um \n"), 3: PageText("")}
    assert joined(pages) == "um\fdois\nmeio\f"
