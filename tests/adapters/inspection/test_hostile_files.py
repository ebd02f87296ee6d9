"""DOC-08, ASVS 5.2: every hostile file is refused for its own reason, in 5 seconds and 256 MB."""

import hashlib
import os
import subprocess
import sys
import time

import pytest

from chalicelib.adapters.inspection import isolated
from chalicelib.adapters.inspection.isolated import inspect
from chalicelib.domain.file_inspection import Declaration, Limits
from chalicelib.domain.upload_reasons import REASONS, reason_message
from tests.adapters.inspection.files import docx, pdf
from tests.adapters.inspection.hostile import HOSTILE


def declare(name, data, **changes):
    facts = {
        "file_name": name,
        "media_type": "",
        "size": len(data),
        "sha256": hashlib.sha256(data).hexdigest(),
    }
    return Declaration(**(facts | changes))


def put(folder, data):
    path = folder / "upload"
    path.write_bytes(data)
    return path


# A child's peak begins at its parent's: a small process starts it, so that the figure is its own.
STARTER = """
import os, pathlib, resource, subprocess, sys
child = subprocess.Popen(sys.argv[2:])
_, status, usage = os.wait4(child.pid, 0)
pathlib.Path(sys.argv[1]).write_text(str(usage.ru_maxrss))
code = os.waitstatus_to_exitcode(status)
os.kill(os.getpid(), -code) if code < 0 else sys.exit(code)
"""


@pytest.fixture
def peak(monkeypatch, tmp_path):
    """The most memory that the examining process held, in MB, as the kernel counted it."""
    run, place = subprocess.run, tmp_path / "peak"

    def measured(command, **options):
        return run([sys.executable, "-S", "-c", STARTER, str(place), *command], **options)

    monkeypatch.setattr(isolated.subprocess, "run", measured)
    return lambda: int(place.read_text()) / 1024


@pytest.mark.parametrize(("name", "data", "reason"), HOSTILE, ids=[name for name, *_ in HOSTILE])
def test_a_hostile_file_is_refused_for_its_own_reason_in_5_seconds_and_256_mb(
    tmp_path, peak, name, data, reason
):
    started = time.monotonic()
    verdict = inspect(put(tmp_path, data), declare(name, data), Limits(memory=256 << 20))
    assert verdict.reason == reason
    assert not verdict.accepted
    assert time.monotonic() - started <= 5
    assert 5 < peak() <= 256


def test_the_corpus_is_large_enough_and_names_no_file_twice():
    names = [name for name, *_ in HOSTILE]
    assert len(names) == len(set(names)) >= 60


def test_every_reason_has_its_sentence_and_no_sentence_is_left_over():
    elsewhere = {
        "infected",
        "size_differs",
        "checksum_differs",
        "too_large",
        "too_many_pages",
        "took_too_long",
    }
    assert {reason for *_, reason in HOSTILE} | elsewhere == set(REASONS)
    assert all(reason_message(code).endswith(".") for code in REASONS)


def test_a_file_that_is_not_the_declared_one_is_refused(tmp_path):
    data = pdf()
    path = put(tmp_path, data)
    assert inspect(path, declare("a.pdf", data, size=len(data) + 1)).reason == "size_differs"
    assert inspect(path, declare("a.pdf", data, sha256="0" * 64)).reason == "checksum_differs"
    assert inspect(path, declare("a.pdf", data, media_type="image/png")).reason == "type_mismatch"


def test_limits_of_size_and_pages_are_kept(tmp_path):
    data = pdf(4)
    path = put(tmp_path, data)
    assert inspect(path, declare("a.pdf", data), Limits(size=len(data) - 1)).reason == "too_large"
    assert inspect(path, declare("a.pdf", data), Limits(pages=3)).reason == "too_many_pages"
    assert inspect(path, declare("a.pdf", data), Limits(pages=4)).pages == 4


def test_a_file_that_takes_all_the_time_is_told_so(tmp_path):
    data = docx(**{f"word/media/{i}.bin": os.urandom(8 << 20) for i in range(8)})
    verdict = inspect(put(tmp_path, data), declare("a.docx", data), Limits(seconds=0))
    assert verdict.reason == "took_too_long"


def test_a_file_that_takes_all_the_memory_is_a_bomb_and_the_caller_lives(tmp_path):
    data = pdf()
    assert inspect(put(tmp_path, data), declare("a.pdf", data), Limits(memory=30 << 20)).reason in {
        "bomb",
        "damaged",
    }


def test_the_examiner_holds_no_credentials_and_writes_no_file(tmp_path, monkeypatch):
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "canary")
    from chalicelib.adapters.inspection.isolated import _bare_environment

    assert "canary" not in _bare_environment().values()
    program = (
        "from chalicelib.adapters.inspection.examiner import confine;"
        "from chalicelib.domain.file_inspection import Limits; confine(Limits());"
        f"open({str(tmp_path / 'x')!r}, 'w', buffering=1).write('y\\n')"
    )
    written = subprocess.run(
        [sys.executable, "-c", program], check=False, env=_bare_environment(), capture_output=True
    )
    assert written.returncode != 0
    assert (tmp_path / "x").read_bytes() == b""
