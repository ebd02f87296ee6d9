"""Including a received file: DOC-08, DOC-02, PRO-08, TRA-14 and entry 13."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from chalicelib.application.documents.file import FilingForm, file_document
from chalicelib.application.documents.read import read_document
from chalicelib.domain.catalogue import Retention
from chalicelib.domain.digitization import Digitization, Genre
from chalicelib.domain.document import DocumentState
from chalicelib.domain.errors import Forbidden, Refused
from chalicelib.domain.presence import Signal
from tests.application.under_way import (
    CABINET_HEAD,
    CHIEF,
    CLERK,
    HEAD,
    invalid,
    received,
    refused,
    sent,
    started,
)
from tests.fakes.city import PERSONNEL
from tests.fakes.outside import Outside

from .office import FILED, declared, document, filed, inspected

TODAY = date(2026, 11, 23)
SCANNED = Digitization("Maria das Dores Silva", TODAY, "Protocolo Geral", "Ana Carolina Lima")


def accepted(outside: Outside, process: str, who=CLERK) -> str:
    upload = declared(outside, process, who)
    inspected(outside, process, upload)
    return upload


def file(outside: Outside, process: str, upload: str, who=CLERK, kind: str = "requerimento", **metadata):
    form = FilingForm(upload, kind, replace(FILED, **metadata))
    return file_document(outside.ports, who, outside.operation(who.user.id), process, form)


def test_received_file_is_in_place_at_once(outside: Outside):
    found = filed(outside, started(outside))
    assert (found.state, found.number, found.title) == (DocumentState.FILED, "0000001", "Requerimento 77")
    assert (found.file.name, found.file.sha256, found.file.pages) == ("Requerimento.pdf", "f" * 64, 2)
    assert found.file.key == f"sha256/{'f' * 64}"


def test_filing_is_told_and_is_news_for_the_other_unit(outside: Outside):
    process = received(outside, keep_open=True)
    filed(outside, process, format="digitized", conformity_check="copia-simples", digitization=SCANNED)
    assert outside.memory.sentences(process)[-1] == (
        "SEMAD/PROT",
        "Registro de documento externo público 0000001 (Requerimento 77) (Cópia simples)",
    )
    assert outside.memory.process(process).presences[PERSONNEL.id].signals == {Signal.DOCUMENT_INCLUDED}


@pytest.mark.parametrize("chosen", [None, "inventada"])
def test_digitized_file_says_how_the_copy_was_checked(outside: Outside, chosen):
    process = started(outside)
    upload = accepted(outside, process)
    with invalid(("conformity_check", "required")):
        file(outside, process, upload, format="digitized", conformity_check=chosen)


def test_digitized_file_says_who_wrote_the_paper_and_how_it_was_digitized(outside: Outside):
    """Decreto 10.278/2020, annex II."""
    process = started(outside)
    upload = accepted(outside, process)
    digitized = {"format": "digitized", "conformity_check": "copia-simples"}
    with invalid(("digitization", "required")):
        file(outside, process, upload, **digitized)
    empty = replace(SCANNED, author=" ", place="", responsible="")
    with invalid(*((f"digitization.{name}", "required") for name in ("author", "place", "responsible"))):
        file(outside, process, upload, **digitized, digitization=empty)
    plan = replace(SCANNED, genre=Genre.CARTOGRAPHIC, for_archiving=True)
    made = file(outside, process, upload, **digitized, digitization=plan)
    assert document(outside, process, made["id"]).metadata.digitization == plan


def test_paper_is_digitized_neither_before_it_exists_nor_tomorrow(outside: Outside):
    process = started(outside)
    upload = accepted(outside, process)
    digitized = {"format": "digitized", "conformity_check": "copia-simples", "dated": TODAY}
    with invalid(("digitization.on", "in_the_future")):
        file(
            outside, process, upload, **digitized, digitization=replace(SCANNED, on=TODAY + timedelta(days=1))
        )
    with invalid(("digitization.on", "before_document")):
        file(
            outside, process, upload, **digitized, digitization=replace(SCANNED, on=TODAY - timedelta(days=1))
        )


def test_what_was_born_digital_keeps_no_digitization(outside: Outside):
    assert filed(outside, started(outside), digitization=SCANNED).metadata.digitization is None


def test_reader_of_a_digitized_document_is_told_its_class_and_term(outside: Outside, monkeypatch):
    process = started(outside)
    made = filed(outside, process, format="digitized", conformity_check="copia-simples", digitization=SCANNED)
    plain = filed(outside, process)
    plan = outside.ports.catalogues.subjects()
    kept = replace(plan["01.02.01"], retention=Retention(2, "", 3, "disposal"))
    monkeypatch.setattr(type(outside.ports.catalogues), "subjects", lambda _: {**plan, kept.code: kept})
    assert read_document(outside.ports, CLERK, process, made.id).classes == (kept,)
    assert read_document(outside.ports, CLERK, process, plain.id).classes == ()


def test_file_born_digital_needs_no_check_and_keeps_none(outside: Outside):
    found = filed(outside, started(outside), conformity_check="copia-simples")
    assert found.metadata.conformity_check is None


def test_format_is_asked(outside: Outside):
    process = started(outside)
    upload = accepted(outside, process)
    with invalid(("format", "required")):
        file(outside, process, upload, format=None)


def test_date_is_asked_and_has_come_in_the_citys_own_day(outside: Outside):
    process = started(outside)
    upload = accepted(outside, process)
    with invalid(("date", "required")):
        file(outside, process, upload, dated=None)
    with invalid(("date", "in_the_future")):
        file(outside, process, upload, dated=TODAY + timedelta(days=1))
    # Two in the morning in UTC is still the evening before in the city.
    outside.now = outside.now.replace(hour=2)
    with invalid(("date", "in_the_future")):
        file(outside, process, upload, dated=TODAY)
    assert file(outside, process, upload, dated=TODAY - timedelta(days=1))


@pytest.mark.parametrize("kind", ["parecer", "nada"])
def test_type_that_is_not_for_files_is_refused(outside: Outside, kind):
    process = started(outside)
    with invalid(("type", "type_unknown")):
        file(outside, process, accepted(outside, process), kind=kind)


# The upload


def test_file_still_being_inspected_is_not_filed(outside: Outside):
    process = started(outside)
    with refused("upload_waiting", Refused):
        file(outside, process, declared(outside, process))


def test_one_file_becomes_one_document(outside: Outside):
    process = started(outside)
    upload = accepted(outside, process)
    file(outside, process, upload)
    with refused("upload_used", Refused):
        file(outside, process, upload)
    assert outside.memory.process(process).live_documents == 1


def test_refused_file_is_not_filed_and_says_why(outside: Outside):
    process = started(outside)
    upload = declared(outside, process)
    why = inspected(outside, process, upload, "checksum_differs").reason_message
    with pytest.raises(Refused) as refusal:
        file(outside, process, upload)
    assert (refusal.value.code, refusal.value.message) == ("upload_refused", why)


def test_file_nobody_declared_is_not_filed(outside: Outside):
    process = started(outside)
    with invalid(("upload", "upload_unknown")):
        file(outside, process, "nada")


def test_file_declared_for_another_process_is_not_filed(outside: Outside):
    process, other = started(outside), started(outside)
    with invalid(("upload", "upload_unknown")):
        file(outside, process, accepted(outside, other))


def test_file_of_another_unit_is_not_filed(outside: Outside):
    process = received(outside, keep_open=True)
    with invalid(("upload", "upload_unknown")):
        file(outside, process, accepted(outside, process, HEAD))


def test_colleague_of_the_unit_may_file_it(outside: Outside):
    process = started(outside)
    assert file(outside, process, accepted(outside, process), CHIEF)


def test_repeated_request_files_once(outside: Outside):
    process = started(outside)
    form = FilingForm(accepted(outside, process), "requerimento", FILED)
    operation = outside.operation(key="registro-1")
    first = file_document(outside.ports, CLERK, operation, process, form)
    assert file_document(outside.ports, CLERK, operation, process, form) == first
    assert outside.memory.process(process).document_count == 1


# Who


def test_protocol_unit_files_into_processes_of_other_units(outside: Outside):
    process = sent(outside)
    made = file(outside, process, accepted(outside, process))
    assert document(outside, process, str(made["id"])).unit == CLERK.unit
    assert outside.memory.process(process).open_units == {PERSONNEL.id}


def test_unit_where_the_process_is_not_open_files_nothing(outside: Outside):
    process = started(outside)
    upload = accepted(outside, process)
    with refused("process_not_open_here", Forbidden):
        file(outside, process, upload, CABINET_HEAD)
