"""A gov.br of the tests: authorisation, token, public certificate and PKCS#7 of a digest, by the published manual.

What it refuses it refuses as the manual says; ``trouble`` makes it fail in the ways that the manual does not promise.
"""

import asyncio
import base64
import html
import json
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from asn1crypto import keys
from asn1crypto import x509 as der
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from pyhanko.sign.signers import SimpleSigner
from pyhanko_certvalidator.registry import SimpleCertificateStore

from .holders import Holder

CLIENT, SECRET = "iperoig-de-prova", "segredo-de-prova-7"
BRONZE = "Cidadão não possui a identidade (Prata ou Ouro) necessária para uso da assinatura eletrônica digital."
IRREGULAR = (
    "CPF com situação cancelada, nula ou falecido na Receita Federal não permite uso da assinatura eletrônica digital."
)
LIFE = 360


@dataclass
class Answer:
    status: int
    body: bytes = b""
    kind: str = "application/json"
    headers: dict[str, str] = field(default_factory=dict)


@dataclass
class Grant:
    """What a code or a token stands for."""

    scope: str
    redirect: str
    cpf: str
    until: float
    uses: int = 0


@dataclass
class Govbr:
    """``cpf`` is of whoever sits at the browser; ``level`` and ``irregular`` are of that person's account."""

    address: str
    cpf: str = "52998224725"
    name: str = "ANA LIMA"
    level: str = "silver"
    irregular: bool = False
    trouble: dict[str, str] = field(default_factory=dict)
    asked: list[tuple[str, str]] = field(default_factory=list)
    ahead: float = 0
    redirects: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        self.root = Holder("AC Raiz do Governo de Prova", use="authority")
        self.issuer = Holder("AC Final do Governo de Prova", self.root, use="authority")
        self.stranger = Holder("AC de Ninguém", use="authority")
        self.released = Event()
        self._holders: dict[tuple[str, str], Holder] = {}
        self._codes: dict[str, Grant] = {}
        self._tokens: dict[str, Grant] = {}

    def agreement(self) -> dict[str, Any]:
        """As the city's card holds it."""
        return {
            "authorise": f"{self.address}/oauth2.0/authorize",
            "token": f"{self.address}/oauth2.0/token",
            "api": self.address,
            "client": CLIENT,
            "authorities": [base64.b64encode(one.der).decode() for one in (self.root, self.issuer)],
        }

    def holder(self, cpf: str = "") -> Holder:
        """The certificate that gov.br issues to the person, once."""
        by = self.stranger if self.trouble.get("certificate") == "stranger" else self.issuer
        place = (cpf or self.cpf, by.name.rfc4514_string())
        if place not in self._holders:
            self._holders[place] = Holder(self.name, by, cpf=place[0])
        return self._holders[place]

    def code(self, redirect: str, scope: str = "signature_session") -> str:
        """The person authorised."""
        made = f"OC-{secrets.token_urlsafe(16)}"
        self._codes[made] = Grant(scope, redirect, self.cpf, self._now() + LIFE)
        return made

    def _now(self) -> float:
        return time.time() + self.ahead

    # The doors

    def answer(self, method: str, target: str, headers: Any, body: bytes) -> Answer:
        path = urlsplit(target).path
        self.asked.append((method, path))
        wrong = self.trouble.get(path.rpartition("/")[2])
        if wrong:
            return self._trouble(wrong)
        doors = {
            ("GET", "/oauth2.0/authorize"): lambda: self._authorize(parse_qs(urlsplit(target).query)),
            ("POST", "/oauth2.0/token"): lambda: self._token(parse_qs(body.decode())),
            ("GET", "/externo/v2/certificadoPublico"): lambda: self._certificate(headers),
            ("POST", "/externo/v2/assinarPKCS7"): lambda: self._sign(headers, body),
        }
        door = doors.get((method, path))
        return door() if door else Answer(404)

    def _trouble(self, wrong: str) -> Answer:
        if wrong == "silence":
            self.released.wait(30)
            return Answer(503)
        if wrong == "garbage":
            return Answer(200, b"<html>manuten\xe7\xe3o</html>", "text/html")
        if wrong == "flood":
            return Answer(200, b"0" * (1 << 20), "application/octet-stream")
        if wrong == "redirect":
            return Answer(302, headers={"Location": f"{self.address}/elsewhere"})
        return Answer(int(wrong), b"{}")

    def _authorize(self, asked: dict[str, list[str]]) -> Answer:
        redirect = asked.get("redirect_uri", [""])[0]
        scope, state = asked.get("scope", [""])[0], asked.get("state", [""])[0]
        right = asked.get("response_type") == ["code"] and asked.get("client_id") == [CLIENT]
        if not right or redirect not in self.redirects or scope not in ("sign", "signature_session"):
            return Answer(400, b"error=invalid_request", "text/plain")
        yes = f"{redirect}?{urlencode({'code': self.code(redirect, scope), 'state': state})}"
        no = f"{redirect}?{urlencode({'error': 'access_denied', 'state': state})}"
        page = f"""<!doctype html><html lang="pt-BR"><meta charset="utf-8"><title>gov.br de teste</title>
        <h1>gov.br de teste</h1><p>Autorizar o uso do seu certificado para assinar?</p>
        <a href="{html.escape(yes)}">Autorizar</a> <a href="{html.escape(no)}">Recusar</a></html>"""
        return Answer(200, page.encode(), "text/html; charset=utf-8")

    def _token(self, form: dict[str, list[str]]) -> Answer:
        if (form.get("client_id"), form.get("client_secret")) != ([CLIENT], [SECRET]):
            return Answer(401, json.dumps({"status": 401, "error": "Unauthorized"}).encode())
        grant = self._codes.pop(form.get("code", [""])[0], None)
        right = form.get("grant_type") == ["authorization_code"] and grant is not None
        if not right or grant.until < self._now() or form.get("redirect_uri") != [grant.redirect]:
            return Answer(400, b"error=invalid_request", "text/plain")
        token = f"AT-{secrets.token_urlsafe(16)}"
        self._tokens[token] = Grant(grant.scope, grant.redirect, grant.cpf, self._now() + LIFE)
        told = {"access_token": token, "token_type": "bearer", "expires_in": LIFE}
        return Answer(200, json.dumps(told).encode())

    def _person(self, headers: Any) -> Grant | Answer:
        grant = self._tokens.get(str(headers.get("Authorization", "")).removeprefix("Bearer "))
        if grant is None or grant.until < self._now():
            return Answer(401, b"{}")
        if self.level == "bronze":
            return Answer(403, BRONZE.encode(), "text/plain; charset=utf-8")
        if self.irregular:
            return Answer(403, IRREGULAR.encode(), "text/plain; charset=utf-8")
        return grant

    def _certificate(self, headers: Any) -> Answer:
        grant = self._person(headers)
        if isinstance(grant, Answer):
            return grant
        return Answer(200, self.holder(grant.cpf).certificate.public_bytes(Encoding.PEM), "text/plain")

    def _sign(self, headers: Any, body: bytes) -> Answer:
        grant = self._person(headers)
        if isinstance(grant, Answer):
            return grant
        if grant.scope == "sign" and grant.uses:
            return Answer(401, b"{}")
        grant.uses += 1
        digest = base64.b64decode(json.loads(body)["hashBase64"])
        if self.trouble.get("cms") == "another-hash":
            digest = bytes(32)
        cpf = "11144477735" if self.trouble.get("cms") == "another-person" else grant.cpf
        made = cms_of(self.holder(cpf), digest)
        if self.trouble.get("cms") == "cut":
            made = made[:-40]
        if self.trouble.get("cms") == "forged":
            made = made[:-8] + bytes(8)
        return Answer(200, made, "application/octet-stream")


def cms_of(holder: Holder, digest: bytes) -> bytes:
    """The PKCS#7 that the manual promises: the digest signed by RSA with SHA-256, and the public certificate."""
    key = holder.key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    signer = SimpleSigner(
        signing_cert=der.Certificate.load(holder.der),
        signing_key=keys.PrivateKeyInfo.load(key),
        cert_registry=SimpleCertificateStore(),
    )
    made: bytes = asyncio.run(signer.async_sign(digest, "sha256")).dump()
    return made


@contextmanager
def govbr() -> Iterator[Govbr]:
    """gov.br at work on loopback, until the end of the block."""
    held: list[Govbr] = []

    class Door(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._answer(b"")

        def do_POST(self) -> None:
            self._answer(self.rfile.read(int(self.headers["Content-Length"])))

        def _answer(self, body: bytes) -> None:
            made = held[0].answer(self.command, self.path, self.headers, body)
            with suppress(OSError):
                self._send(made)

        def _send(self, made: Answer) -> None:
            self.send_response(made.status)
            self.send_header("Content-Type", made.kind)
            for name, value in made.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(made.body)))
            self.end_headers()
            self.wfile.write(made.body)

        def log_message(self, *_: object) -> None:
            """Nothing on the screen of the tests."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Door)
    Thread(target=server.serve_forever, daemon=True).start()
    held.append(Govbr(f"http://127.0.0.1:{server.server_port}"))
    try:
        yield held[0]
    finally:
        held[0].released.set()
        server.shutdown()
        server.server_close()
