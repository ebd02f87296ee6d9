"""What is refused before a byte is sent (DOC-08); what only inspection can tell is tested with it."""

import pytest

from chalicelib.domain.upload import check_declared

from .process_examples import invalid

LIMIT = 1000


@pytest.mark.parametrize("name", ["Ofício.pdf", "FOTO.JPG", "planilha.xlsx"])
def test_allowed_kind_within_the_limit_is_admitted(name):
    check_declared(name, LIMIT, LIMIT)


@pytest.mark.parametrize(
    "name", ["virus.exe", "pagina.html", "sem extensão", "dupla.pdf.js", ".pdf.", "macro.docm"]
)
def test_kind_of_file_that_is_not_allowed_is_refused_by_its_name(name):
    with invalid("file_name", "extension_not_allowed"):
        check_declared(name, 10, LIMIT)


def test_empty_file_is_refused():
    with invalid("size", "empty_file"):
        check_declared("a.pdf", 0, LIMIT)


def test_file_over_the_limit_is_refused_by_one_byte():
    with invalid("size", "too_large"):
        check_declared("a.pdf", LIMIT + 1, LIMIT)
