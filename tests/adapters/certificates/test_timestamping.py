"""The time of an authority over HTTP (DOC-10, AD-RT; RFC 3161)."""

import asyncio
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from asn1crypto import algos, tsp

from chalicelib.adapters.certificates.timestamping import HttpTimeStamper
from chalicelib.domain.errors import Unavailable
from tests.pki.holders import timestamper

ASKED = tsp.TimeStampReq(
    {
        "version": 1,
        "message_imprint": tsp.MessageImprint(
            {"hash_algorithm": algos.DigestAlgorithm({"algorithm": "sha256"}), "hashed_message": bytes(32)}
        ),
        "cert_req": True,
    }
)


@pytest.fixture
def authority() -> Iterator[Callable[[Callable[[bytes], bytes]], str]]:
    """Starts an authority on the loopback that answers as told; -> its address."""
    servers = []

    def start(answer: Callable[[bytes], bytes]) -> str:
        class Desk(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                wanted = self.rfile.read(int(self.headers["Content-Length"]))
                self.send_response(200)
                self.end_headers()
                self.wfile.write(answer(wanted))

            def log_message(self, *_: object) -> None:
                """Said nowhere."""

        servers.append(HTTPServer(("127.0.0.1", 0), Desk))
        threading.Thread(target=servers[-1].serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{servers[-1].server_port}"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture
def wanderer() -> Iterator[tuple[str, list[str]]]:
    """An authority that only says where else to ask; -> its address, and where it was followed to."""
    followed: list[str] = []

    class Desk(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            self.send_response(302)
            self.send_header("Location", "/elsewhere")
            self.end_headers()

        def do_GET(self) -> None:
            followed.append(self.path)
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Said nowhere."""

    server = HTTPServer(("127.0.0.1", 0), Desk)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", followed
    server.shutdown()
    server.server_close()


def time_of(address: str) -> tsp.TimeStampResp:
    return asyncio.run(HttpTimeStamper(address).async_request_tsa_response(ASKED))


def test_an_authority_that_sends_elsewhere_is_not_followed(wanderer):
    """OWASP ASVS 15.3.2."""
    address, followed = wanderer
    with pytest.raises(Unavailable):
        time_of(address)
    assert followed == []


def test_authority_gives_the_time_of_what_was_asked(authority):
    stamped = timestamper()

    def answer(wanted: bytes) -> bytes:
        return asyncio.run(stamped.async_request_tsa_response(tsp.TimeStampReq.load(wanted))).dump()

    found = time_of(authority(answer))
    assert found["status"]["status"].native == "granted"
    info = found["time_stamp_token"]["content"]["encap_content_info"]["content"].parsed
    assert info["message_imprint"]["hashed_message"].native == bytes(32)


def test_an_answer_that_is_no_time_is_refused(authority):
    with pytest.raises(Unavailable) as refused:
        time_of(authority(lambda _: b"<html>fora do ar</html>"))
    assert refused.value.code == "timestamp_unavailable"


@pytest.mark.parametrize("address", ["http://127.0.0.1:1", "file:///etc/hostname", "ftp://127.0.0.1/hora"])
def test_an_authority_that_is_away_or_is_no_address_of_the_web_is_refused(address):
    with pytest.raises(Unavailable):
        time_of(address)
