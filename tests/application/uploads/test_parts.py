"""A large file goes in parts, is resumed where it stopped, becomes one file or is given up (DOC-08)."""

from dataclasses import replace

import pytest

from chalicelib.application.references import UploadKey
from chalicelib.application.uploads.continue_sending import continue_sending
from chalicelib.application.uploads.finish_sending import finish_sending
from chalicelib.application.uploads.give_up_sending import give_up_sending
from chalicelib.application.uploads.start import UploadForm, start_upload
from chalicelib.domain.errors import NotFound, Refused
from chalicelib.domain.upload import UploadState
from chalicelib.domain.upload_parts import LARGEST_WHOLE, LINKS_AT_ONCE, PART_SIZE, part_sizes
from tests.application.documents.office import declared, inspected
from tests.application.under_way import CHIEF, CLERK, HEAD, received, refused, started
from tests.fakes.outside import Outside

SIZE = LARGEST_WHOLE + 7


def begun(outside: Outside, process: str, size: int = SIZE, key: str | None = None) -> str:
    form = UploadForm("planta.pdf", "application/pdf", size, "AB" * 32, limit=5 * 1024**3)
    operation = outside.operation(key=key) if key else outside.operation()
    reply = start_upload(outside.ports, CLERK, operation, process, form)
    assert (reply["post"], reply["part_size"]) == (None, PART_SIZE)
    return str(reply["id"])


def arrive(outside: Outside, upload: str, *numbers: int, size: int = SIZE) -> None:
    sizes = part_sizes(size)
    outside.parts.open_ones[f"sending {upload}"].update({number: sizes[number] for number in numbers})


def test_only_what_has_not_arrived_is_sent_again(outside: Outside):
    process = started(outside)
    upload = begun(outside, process)
    first = continue_sending(outside.ports, CLERK, process, upload)
    assert (first.total, first.arrived, list(first.links)) == (3, 0, [1, 2, 3])
    arrive(outside, upload, 1, 3)
    after = continue_sending(outside.ports, CHIEF, process, upload)
    assert (after.arrived, list(after.links)) == (2, [2])


def test_part_that_arrived_cut_is_sent_again(outside: Outside):
    process = started(outside)
    upload = begun(outside, process)
    arrive(outside, upload, 1, 2, 3)
    outside.parts.open_ones[f"sending {upload}"][2] -= 1
    assert list(continue_sending(outside.ports, CLERK, process, upload).links) == [2]
    with refused("parts_missing", Refused):
        finish_sending(outside.ports, CLERK, process, upload)


def test_five_gigabytes_are_sent_some_parts_at_a_time(outside: Outside):
    process = started(outside)
    upload = begun(outside, process, 5 * 1024**3)
    sending = continue_sending(outside.ports, CLERK, process, upload)
    assert (sending.total, len(sending.links)) == (320, LINKS_AT_ONCE)


def test_whole_file_is_closed_once_and_waits_for_its_inspection(outside: Outside):
    process = started(outside)
    upload = begun(outside, process)
    arrive(outside, upload, 1, 2, 3)
    for _ in range(2):
        assert finish_sending(outside.ports, CLERK, process, upload).state is UploadState.WAITING
    assert outside.parts.closed == [upload]
    assert continue_sending(outside.ports, CLERK, process, upload).links == {}


def test_file_given_up_is_forgotten_and_takes_no_more_parts(outside: Outside):
    process = started(outside)
    upload = begun(outside, process)
    arrive(outside, upload, 1)
    for _ in range(2):
        give_up_sending(outside.ports, CLERK, process, upload)
    assert outside.parts.open_ones == {}
    assert continue_sending(outside.ports, CLERK, process, upload).links == {}


def test_file_sent_whole_or_already_judged_has_no_parts(outside: Outside):
    process = started(outside)
    small = declared(outside, process)
    inspected(outside, process, small)
    for act in (finish_sending, give_up_sending):
        assert act(outside.ports, CLERK, process, small).state is UploadState.ACCEPTED
    key = UploadKey(process, begun(outside, process))
    judged = replace(outside.memory.things[key], state=UploadState.REFUSED)
    outside.memory.things[key] = judged
    assert continue_sending(outside.ports, CLERK, process, key.id).links == {}


@pytest.mark.parametrize("act", [continue_sending, finish_sending, give_up_sending])
def test_parts_are_of_the_unit_that_sends(outside: Outside, act):
    process = received(outside, keep_open=True)
    upload = begun(outside, process)
    with pytest.raises(NotFound):
        act(outside.ports, HEAD, process, upload)
    with pytest.raises(NotFound):
        act(outside.ports, CLERK, process, "nada")


def test_repeated_declaration_opens_one_sending(outside: Outside):
    process = started(outside)
    assert begun(outside, process, key="envio-1") == begun(outside, process, key="envio-1")
    assert len(outside.parts.open_ones) == 1
