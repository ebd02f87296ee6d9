"""The authorities of a test, at work on loopback: lists of the revoked, and the time."""

import base64
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

from asn1crypto import tsp

from .holders import Holder, timestamper

#: Ana's and Carlos's in the demonstration city, whose users have no CPF until a test gives them one.
ANA_CPF, CARLOS_CPF = "52998224725", "11144477735"


@dataclass
class Authorities:
    """A root, an authority below it, two signers and an authority of time, with what they publish."""

    address: str
    revoked: list[Holder] = field(default_factory=list)
    silent: bool = False
    asked: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        lists = {"listed_at": f"{self.address}/raiz.crl"}, {"listed_at": f"{self.address}/ac.crl"}
        self.root = Holder("AC Raiz de Prova", use="authority")
        self.issuer = Holder("AC de Prova", self.root, use="authority", **lists[0])
        self.ana = Holder(f"ANA LIMA:{ANA_CPF}", self.issuer, cpf=ANA_CPF, **lists[1])
        self.carlos = Holder(f"CARLOS MOURA:{CARLOS_CPF}", self.issuer, "ec", cpf=CARLOS_CPF, **lists[1])
        self.clock = Holder("ACT de Prova", self.issuer, use="time", **lists[1])

    @property
    def trusted(self) -> list[str]:
        """The roots as the city's card holds them."""
        return [base64.b64encode(self.root.der).decode()]

    @property
    def time(self) -> str:
        return f"{self.address}/carimbo"

    def chain(self, holder: Holder) -> tuple[str, ...]:
        """As a browser sends it."""
        return tuple(base64.b64encode(one.der).decode() for one in (holder, self.issuer))

    def publish(self, path: str) -> bytes:
        return {"/raiz.crl": self.root.revocations, "/ac.crl": lambda: self.issuer.revocations(*self.revoked)}[path]()

    def stamp(self, asked: bytes) -> bytes:
        made = timestamper(self.clock, None).request_tsa_response(tsp.TimeStampReq.load(asked))
        return bytes(made.dump())


@contextmanager
def authorities() -> Iterator[Authorities]:
    """The authorities, until the end of the block."""
    holder: list[Authorities] = []

    class Door(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._answer(holder[0].publish, self.path)

        def do_POST(self) -> None:
            self._answer(holder[0].stamp, self.rfile.read(int(self.headers["Content-Length"])))

        def _answer(self, make: Any, asked: Any) -> None:
            holder[0].asked.append(self.path)
            if holder[0].silent:
                self.send_error(503)
                return
            body = make(asked)
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Nothing on the screen of the tests."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Door)
    Thread(target=server.serve_forever, daemon=True).start()
    holder.append(Authorities(f"http://127.0.0.1:{server.server_port}"))
    try:
        yield holder[0]
    finally:
        server.shutdown()
        server.server_close()
