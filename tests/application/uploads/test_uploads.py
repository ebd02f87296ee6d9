"""A file on its way in: declared, inspected once, admitted or refused (DOC-08)."""

import pytest

from chalicelib.application.references import UploadKey
from chalicelib.application.uploads.inspect import inspect_upload
from chalicelib.application.uploads.start import UploadForm, start_upload
from chalicelib.application.uploads.status import read_upload
from chalicelib.domain.errors import Forbidden, NotFound
from chalicelib.domain.file_inspection import Verdict
from chalicelib.domain.upload import UploadState
from tests.application.documents.office import declared, inspected
from tests.application.under_way import (
    CABINET_HEAD,
    CHIEF,
    CLERK,
    HEAD,
    TECHNICIAN,
    invalid,
    received,
    refused,
    sent,
    started,
)
from tests.fakes.outside import Outside


def form(name: str = "a.pdf", size: int = 10) -> UploadForm:
    return UploadForm(name, "application/pdf", size, "AB" * 32, limit=1000)


def test_declared_file_waits_and_is_told_where_to_go(outside: Outside):
    process = started(outside)
    reply = start_upload(outside.ports, CLERK, outside.operation(), process, form())
    assert set(reply["post"]) == {"url", "fields"}
    assert reply["part_size"] is None
    upload = read_upload(outside.ports, CLERK, process, reply["id"])
    assert (upload.state, upload.sha256, upload.unit) == (UploadState.WAITING, "ab" * 32, "semad-prot")


@pytest.mark.parametrize(
    ("name", "size", "trouble"),
    [
        ("a.exe", 10, ("file_name", "extension_not_allowed")),
        ("a.pdf", 0, ("size", "empty_file")),
        ("a.pdf", 1001, ("size", "too_large")),
    ],
)
def test_file_known_to_be_refused_is_refused_before_a_byte_is_sent(outside: Outside, name, size, trouble):
    process = started(outside)
    with invalid(trouble):
        start_upload(outside.ports, CLERK, outside.operation(), process, form(name, size))
    assert not [key for key in outside.memory.things if isinstance(key, UploadKey)]


def test_accepted_file_is_admitted_with_what_the_inspection_found(outside: Outside):
    process = started(outside)
    upload = inspected(outside, process, declared(outside, process))
    assert (upload.state, upload.pages, upload.reason) == (UploadState.ACCEPTED, 2, None)
    assert upload.content_key == f"sha256/{upload.sha256}"


def test_refused_file_says_why_and_is_not_admitted(outside: Outside):
    process = started(outside)
    upload = inspected(outside, process, declared(outside, process), "checksum_differs")
    assert (upload.state, upload.reason, upload.content_key) == (UploadState.REFUSED, "checksum_differs", "")
    assert upload.reason_message


@pytest.mark.parametrize("first", [None, "checksum_differs"])
def test_event_that_comes_again_changes_nothing(outside: Outside, first):
    process = started(outside)
    upload = inspected(outside, process, declared(outside, process), first)
    before = dict(outside.memory.things)

    def never(_):
        raise AssertionError("inspected again")

    assert inspect_upload(outside.ports, never, process, upload.id)["state"] == upload.state.value
    assert outside.memory.things == before


def test_two_inspections_at_once_leave_one_verdict(outside: Outside):
    process = started(outside)
    upload = declared(outside, process)
    looked = iter([None])

    def look(_):
        if next(looked, 0) is None:
            inspect_upload(outside.ports, look, process, upload)
        return Verdict(None, "application/pdf", 2)

    assert inspect_upload(outside.ports, look, process, upload)["state"] == "accepted"
    assert outside.memory.things[UploadKey(process, upload)].state is UploadState.ACCEPTED


def test_file_nobody_declared_is_left_alone(outside: Outside):
    assert inspect_upload(outside.ports, lambda _: Verdict(None), started(outside), "nada") == {
        "state": "absent"
    }


# Who


def test_status_is_for_the_unit_that_sends(outside: Outside):
    process = received(outside, keep_open=True)
    upload = declared(outside, process)
    assert read_upload(outside.ports, CHIEF, process, upload).id == upload
    with pytest.raises(NotFound):
        read_upload(outside.ports, HEAD, process, upload)
    with pytest.raises(NotFound):
        read_upload(outside.ports, CLERK, process, "nada")
    with pytest.raises(NotFound):
        read_upload(outside.ports, TECHNICIAN, process, upload)


def test_upload_of_another_process_is_not_found(outside: Outside):
    upload = declared(outside, started(outside))
    with pytest.raises(NotFound):
        read_upload(outside.ports, CLERK, started(outside), upload)


def test_unit_where_the_process_is_not_open_sends_no_file(outside: Outside):
    with refused("process_not_open_here", Forbidden):
        start_upload(outside.ports, CABINET_HEAD, outside.operation("helena.prado"), sent(outside), form())


def test_repeated_declaration_opens_one_upload(outside: Outside):
    process, operation = started(outside), outside.operation(key="envio-1")
    first = start_upload(outside.ports, CLERK, operation, process, form())
    assert start_upload(outside.ports, CLERK, operation, process, form()) == first
    assert len([key for key in outside.memory.things if isinstance(key, UploadKey)]) == 1
