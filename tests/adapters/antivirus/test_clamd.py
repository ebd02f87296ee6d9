"""DOC-08: ClamAV's daemon is believed only when it says so clearly; a daemon that is away lets nothing through."""

import hashlib
import shutil
import socket
import subprocess
import threading
import time

import pytest

from chalicelib.adapters.antivirus.clamd import Clamd
from chalicelib.domain.virus_scan import ScanOutcome

# The industry's harmless test file, in two pieces so that this source is not taken for it.
EICAR = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
CLAMD = shutil.which("clamd") or shutil.which("clamd", path="/usr/sbin:/usr/local/sbin")


@pytest.fixture(scope="module")
def daemon(tmp_path_factory):
    """Debian's clamd over a database of one signature, on loopback."""
    if not CLAMD:
        pytest.skip(
            "clamd is not on this machine (Debian: clamav-daemon): the adapter was not run against it"
        )
    folder = tmp_path_factory.mktemp("clamd")
    (folder / "test.hdb").write_text(f"{hashlib.md5(EICAR).hexdigest()}:{len(EICAR)}:Eicar-Test\n")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    settings = folder / "clamd.conf"
    settings.write_text(
        f"DatabaseDirectory {folder}\nTCPSocket {port}\nTCPAddr 127.0.0.1\nForeground yes\nStreamMaxLength 2M\n"
        f"OfficialDatabaseOnly no\nTemporaryDirectory {folder}\nMaxThreads 2\nLogFile {folder}/log\n"
    )
    process = subprocess.Popen(
        [CLAMD, "-c", str(settings)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        _wait_for(port, process, folder / "log")
        yield Clamd("127.0.0.1", port, seconds=10)
    finally:
        process.terminate()
        process.wait(10)


def _wait_for(port, process, log):
    until = time.monotonic() + 30
    while time.monotonic() < until:
        assert process.poll() is None, log.read_text() if log.exists() else "clamd ended"
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            threading.Event().wait(0.05)
        else:
            return
    pytest.fail("clamd did not come up")


def test_real_daemon_finds_the_test_virus_and_names_it(daemon, tmp_path):
    path = tmp_path / "upload"
    path.write_bytes(EICAR)
    found = daemon.scan(path)
    assert (found.outcome, found.detail) == (ScanOutcome.INFECTED, "Eicar-Test.UNOFFICIAL")


def test_real_daemon_lets_a_clean_file_of_several_pieces_through(daemon, tmp_path):
    path = tmp_path / "upload"
    path.write_bytes(bytes(range(256)) * 6000)
    assert daemon.scan(path).outcome is ScanOutcome.CLEAN


def test_file_past_the_limit_of_the_real_daemon_is_not_let_through(daemon, tmp_path):
    path = tmp_path / "upload"
    path.write_bytes(bytes(8 << 20))
    assert daemon.scan(path).outcome is ScanOutcome.UNAVAILABLE


# A daemon that misbehaves


@pytest.fixture
def answering(tmp_path):
    """A port that reads what it is sent up to the end mark, then answers ``words``; -> the scan's result."""
    path = tmp_path / "upload"
    path.write_bytes(b"%PDF-1.7 documento")

    def run(words: bytes):
        with socket.create_server(("127.0.0.1", 0)) as server:
            heard = []

            def serve():
                connection, _ = server.accept()
                with connection:
                    data = b""
                    while not data.endswith(bytes(4)):
                        data += connection.recv(4096)
                    heard.append(data)
                    connection.sendall(words)

            thread = threading.Thread(target=serve)
            thread.start()
            found = Clamd("127.0.0.1", server.getsockname()[1], seconds=5).scan(path)
            thread.join(5)
        return found, heard[0]

    return run


def test_file_goes_in_pieces_with_their_length_and_an_end_mark(answering):
    found, heard = answering(b"stream: OK\0")
    assert heard == b"zINSTREAM\0" + (18).to_bytes(4, "big") + b"%PDF-1.7 documento" + bytes(4)
    assert found.outcome is ScanOutcome.CLEAN


@pytest.mark.parametrize(
    "words",
    [
        b"",
        b"stream: O",
        b"OK\0",
        b"stream: OK FOUND ERROR\0",
        b"INSTREAM size limit exceeded. ERROR\0",
        b"\xff\xfe\0",
        b"UNKNOWN COMMAND\0",
        b"stream: Can't allocate memory ERROR\0",
    ],
)
def test_whatever_is_not_a_clear_word_is_no_word(answering, words):
    assert answering(words)[0].outcome is ScanOutcome.UNAVAILABLE


def test_daemon_that_is_away_or_silent_lets_nothing_through(tmp_path):
    path = tmp_path / "upload"
    path.write_bytes(b"x")
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        assert Clamd("127.0.0.1", port, seconds=0.2).scan(path).outcome is ScanOutcome.UNAVAILABLE
    assert Clamd("127.0.0.1", port, seconds=0.2).scan(path).outcome is ScanOutcome.UNAVAILABLE
