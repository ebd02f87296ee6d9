"""What is refused before a byte is sent (DOC-08); what only inspection can tell is tested with it."""

import pytest

from chalicelib.domain.errors import Refused
from chalicelib.domain.file_types import LARGEST_FILE
from chalicelib.domain.upload import accepted_sizes, check_declared
from chalicelib.domain.upload_parts import (
    LARGEST_WHOLE,
    PART_SIZE,
    check_whole,
    goes_in_parts,
    missing_parts,
    part_sizes,
)

from .process_examples import invalid

LIMIT = 1000
EVERYTHING = accepted_sizes(())


@pytest.mark.parametrize("name", ["Ofício.pdf", "FOTO.JPG", "planilha.xlsx"])
def test_allowed_kind_within_the_limit_is_admitted(name):
    check_declared(name, LIMIT, LIMIT, EVERYTHING)


def test_city_takes_fewer_kinds_or_smaller_files_and_never_more():
    """ACC-15: the extensions that are allowed, each with its largest size."""
    rows = [
        {"code": "mp4", "megabytes": 10, "active": False},
        {"code": "pdf", "megabytes": 1},
        {"code": "exe", "megabytes": 10},
    ]
    taken = accepted_sizes(rows)
    assert set(EVERYTHING) - set(taken) == {"mp4"}
    assert "exe" not in taken
    check_declared("a.pdf", 1024 * 1024, LARGEST_FILE, taken)
    with invalid("size", "too_large"):
        check_declared("a.pdf", 1024 * 1024 + 1, LARGEST_FILE, taken)
    with invalid("file_name", "extension_not_allowed"):
        check_declared("a.mp4", 10, LARGEST_FILE, taken)
    check_declared("a.zip", LARGEST_FILE, LARGEST_FILE, taken)


@pytest.mark.parametrize(
    "name", ["virus.exe", "pagina.html", "sem extensão", "dupla.pdf.js", ".pdf.", "macro.docm"]
)
def test_kind_of_file_that_is_not_allowed_is_refused_by_its_name(name):
    with invalid("file_name", "extension_not_allowed"):
        check_declared(name, 10, LIMIT, EVERYTHING)


def test_empty_file_is_refused():
    with invalid("size", "empty_file"):
        check_declared("a.pdf", 0, LIMIT, EVERYTHING)


def test_file_over_the_limit_is_refused_by_one_byte():
    with invalid("size", "too_large"):
        check_declared("a.pdf", LIMIT + 1, LIMIT, EVERYTHING)


@pytest.mark.parametrize(
    ("size", "parts"),
    [(PART_SIZE, {1: PART_SIZE}), (PART_SIZE * 2 + 1, {1: PART_SIZE, 2: PART_SIZE, 3: 1}), (5, {1: 5})],
)
def test_parts_add_up_to_the_file(size, parts):
    """DOC-08."""
    assert part_sizes(size) == parts
    assert missing_parts(size, parts) == []
    check_whole(size, parts)


def test_file_of_five_gigabytes_has_fewer_parts_than_the_store_takes():
    assert len(part_sizes(LARGEST_FILE)) <= 10_000
    assert goes_in_parts(LARGEST_FILE)
    assert not goes_in_parts(LARGEST_WHOLE)


def test_part_that_is_not_of_the_file_is_not_taken_for_it():
    with pytest.raises(Refused):
        check_whole(5, {1: 5, 2: 9})
