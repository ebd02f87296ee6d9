"""DOC-08, ASVS 5.2: every hostile file is refused for its own reason, in 5 seconds and 256 MB."""

import hashlib
import json
import os
import subprocess
import sys
import time

import pytest

from chalicelib.adapters.confined import waiting
from chalicelib.adapters.confined.waiting import Waiting
from chalicelib.adapters.inspection import isolated
from chalicelib.adapters.inspection.isolated import inspect
from chalicelib.domain.file_inspection import Declaration, Limits
from chalicelib.domain.upload_reasons import REASONS, reason_message
from tests.adapters.inspection.files import docx, pdf
from tests.adapters.inspection.hostile import HOSTILE

EXAMINER = "chalicelib.adapters.inspection.examiner"


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


@pytest.fixture
def ends(monkeypatch):
    """How each examination ended, as the waiting process told it."""
    ask, told = isolated.examiners.ask, []

    def noted(request):
        told.append(ask(request))
        return told[-1]

    monkeypatch.setattr(isolated.examiners, "ask", noted)
    return told


@pytest.mark.parametrize(("name", "data", "reason"), HOSTILE, ids=[name for name, *_ in HOSTILE])
def test_a_hostile_file_is_refused_for_its_own_reason_in_5_seconds_and_256_mb(
    tmp_path, ends, name, data, reason
):
    started = time.monotonic()
    verdict = inspect(put(tmp_path, data), declare(name, data), Limits(memory=256 << 20))
    assert verdict.reason == reason
    assert not verdict.accepted
    assert time.monotonic() - started <= 5
    # A child's peak begins at its parent's: the parsers loaded there are counted too.
    assert 5 < ends[-1]["peak"] / 1024 <= 256


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
    data = pdf(2_000)
    path, declared = put(tmp_path, data), declare("a.pdf", data)
    assert inspect(path, declared, Limits(memory=30 << 20)).reason in {"bomb", "damaged"}
    assert inspect(path, declared).accepted


def test_each_file_is_examined_in_a_child_of_the_one_process_that_waits(tmp_path, monkeypatch):
    monkeypatch.setattr(isolated, "examiners", Waiting(EXAMINER))
    data, lives = pdf(), []
    for _ in range(3):
        assert inspect(put(tmp_path, data), declare("a.pdf", data)).accepted
        lives.append(isolated.examiners._process.pid)
    assert len(set(lives)) == 1
    # With a thread of its own, what is forked from it could inherit a lock that nobody opens.
    assert len(os.listdir(f"/proc/{lives[0]}/task")) == 1
    isolated.examiners.dismiss()


def test_a_hostile_file_leaves_nothing_to_the_next_one(tmp_path):
    good = pdf()
    for name, data, reason in HOSTILE[:: max(1, len(HOSTILE) // 12)]:
        assert inspect(put(tmp_path, data), declare(name, data)).reason == reason
        assert inspect(put(tmp_path, good), declare("a.pdf", good)).accepted


def test_a_waiting_process_that_died_is_replaced(tmp_path):
    data = pdf()
    assert inspect(put(tmp_path, data), declare("a.pdf", data)).accepted
    isolated.examiners._process.kill()
    isolated.examiners._process.wait()
    assert inspect(put(tmp_path, data), declare("a.pdf", data)).accepted


def test_when_no_process_can_wait_the_file_is_neither_refused_nor_accepted(tmp_path, monkeypatch):
    monkeypatch.setattr(isolated, "examiners", Waiting(EXAMINER))
    monkeypatch.setattr(waiting, "_READY", "chalicelib.adapters.confined.absent")
    data = pdf()
    with pytest.raises(waiting.WaitingGone):
        inspect(put(tmp_path, data), declare("a.pdf", data))


def test_an_examiner_that_hangs_is_stopped_and_holds_nothing_of_who_started_it():
    """A child that sleeps uses no processor: the wall's limit ends it, and no descriptor of its parent's is open."""
    program = """
import json, os, sys, time
from chalicelib.adapters.confined import ready
from chalicelib.adapters.inspection import examiner
ready.GRACE_SECONDS = 0.3
def hang(request):
    sys.stderr.write(" ".join(sorted(os.listdir("/proc/self/fd"))))
    sys.stderr.flush()
    time.sleep(60)
examiner.answer = hang
secret = os.open("/dev/null", os.O_RDONLY)
print(json.dumps(ready.read_in_a_child(examiner, {"limits": {"seconds": 0}})))
"""
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=20
    )
    end = json.loads(done.stdout)
    assert end["late"]
    assert end["code"] == -9
    # The fourth is the directory being listed.
    assert end["errors"].split() == ["0", "1", "2", "3"]
    assert waiting.told_of(end) == "late"


def test_the_examiner_holds_no_credentials_and_writes_no_file(tmp_path, monkeypatch):
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "canary")
    assert "canary" not in waiting.bare_environment().values()
    program = (
        "from chalicelib.adapters.confined.limits import confine; confine(512 << 20, 25);"
        f"open({str(tmp_path / 'x')!r}, 'w', buffering=1).write('y\\n')"
    )
    written = subprocess.run(
        [sys.executable, "-c", program], check=False, env=waiting.bare_environment(), capture_output=True
    )
    assert written.returncode != 0
    assert (tmp_path / "x").read_bytes() == b""
