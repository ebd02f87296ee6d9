"""ClamAV's daemon, spoken to over TCP by its INSTREAM command: the file goes in pieces and is never held whole."""

import socket
from pathlib import Path

from chalicelib.domain.virus_scan import Scan, ScanOutcome

_CHUNK = 1 << 20
_LONGEST_ANSWER = 4096


class Clamd:
    """``seconds``: how long to wait for each answer of the daemon."""

    def __init__(self, host: str, port: int, seconds: float = 60) -> None:
        self._address = (host, port)
        self._seconds = seconds

    def scan(self, path: Path) -> Scan:
        """Never raises: whatever is not a clear word of the daemon is ``unavailable``."""
        try:
            with socket.create_connection(self._address, timeout=self._seconds) as connection:
                answer = _ask(connection, path)
        except OSError as error:
            return Scan(ScanOutcome.UNAVAILABLE, f"clamd: {error}")
        return _understood(answer)


def _ask(connection: socket.socket, path: Path) -> str:
    try:
        connection.sendall(b"zINSTREAM\0")
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                connection.sendall(len(chunk).to_bytes(4, "big") + chunk)
        connection.sendall(bytes(4))
    except (BrokenPipeError, ConnectionResetError):
        # Past its own limit the daemon says so and closes while we are still sending.
        return _read(connection)
    return _read(connection)


def _read(connection: socket.socket) -> str:
    answer = b""
    while not answer.endswith(b"\0") and len(answer) < _LONGEST_ANSWER:
        piece = connection.recv(_LONGEST_ANSWER)
        if not piece:
            break
        answer += piece
    return answer.rstrip(b"\0").decode(errors="replace").strip()


def _understood(answer: str) -> Scan:
    word = answer.removeprefix("stream: ")
    if answer == "stream: OK":
        return Scan(ScanOutcome.CLEAN)
    if answer.startswith("stream: ") and word.endswith(" FOUND"):
        return Scan(ScanOutcome.INFECTED, word.removesuffix(" FOUND"))
    return Scan(ScanOutcome.UNAVAILABLE, f"clamd: {answer or 'no answer'}")
