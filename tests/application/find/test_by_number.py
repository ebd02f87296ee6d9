"""Quick search by number: features.md §1.3 (restricted ones within the agency) and §8."""

import pytest

from chalicelib.application.find.by_number import Found, find_by_number
from chalicelib.application.processes.delete import delete_process
from chalicelib.domain.errors import DomainError, Forbidden, NotFound
from tests.application.under_way import (
    CABINET_HEAD,
    CLERK,
    FOREIGNER,
    TECHNICIAN,
    refused,
    restrict,
    started,
    with_document,
)
from tests.fakes.outside import Outside


def message(outside: Outside, number: str, actor=CLERK) -> str:
    with pytest.raises(NotFound) as refusal:
        find_by_number(outside.ports, actor, number)
    return refusal.value.message


def test_process_is_found_with_and_without_punctuation(outside: Outside):
    process = started(outside)
    nup = outside.memory.process(process).nup
    for number in (nup, "".join(filter(str.isdigit, nup)), f" {nup} ", nup.replace("/", " / ")):
        assert find_by_number(outside.ports, CLERK, number) == Found(process, None, nup)


@pytest.mark.parametrize("number", ["0000012", "12", " 012 "])
def test_document_is_found_with_or_without_its_zeros(outside: Outside, number: str):
    process = started(outside)
    document = with_document(outside, process, 12, type_number="3/2026")
    assert find_by_number(outside.ports, CLERK, number) == Found(
        process, document.id, "Ofício 3/2026 (0000012)"
    )


def test_restricted_process_is_found_within_its_agency_only(outside: Outside):
    process = started(outside)
    document = with_document(outside, process)
    restrict(outside, process)
    nup = outside.memory.process(process).nup
    assert find_by_number(outside.ports, CABINET_HEAD, nup).process == process
    for number in (nup, document.number):
        with refused("not_found", NotFound):
            find_by_number(outside.ports, FOREIGNER, number)


def test_invisible_and_absent_get_the_same_answer(outside: Outside):
    process = started(outside)
    restrict(outside, process)
    nup = outside.memory.process(process).nup
    invisible = message(outside, nup, FOREIGNER)
    delete_process(outside.ports, CLERK, outside.operation(), process)
    assert message(outside, nup, FOREIGNER) == message(outside, nup) == invisible


def test_number_whose_check_digits_cannot_be_right_is_told_so(outside: Outside):
    assert "dígito verificador não confere" in message(outside, "01101.000001/2026-99")
    assert (
        message(outside, "01101.000001/2026-26") == "Não encontramos processo nem documento com este número."
    )


@pytest.mark.parametrize(
    "number", ["", "abc", "0", "9" * 60, "..//--", "½", "１２", "0000012/2026", "1" * 13]
)
def test_what_is_no_number_of_ours_is_not_found(outside: Outside, number: str):
    with_document(outside, started(outside), 12)
    with refused("not_found", NotFound):
        find_by_number(outside.ports, CLERK, number)


def test_profile_that_only_cares_for_the_system_finds_nothing(outside: Outside):
    nup = outside.memory.process(started(outside)).nup
    with pytest.raises(DomainError) as refusal:
        find_by_number(outside.ports, TECHNICIAN, nup)
    assert isinstance(refusal.value, Forbidden)
