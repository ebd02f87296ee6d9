"""An OpenID Connect provider of the tests: authorisation with PKCE, token, keys; honest until a test says otherwise."""

import base64
import hashlib
import html
import json
import secrets
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

CLIENT, SECRET = "iperoig-de-prova", "segredo/da+prova 7"
Answer = tuple[int, bytes, str]
#: Keys take long to make, and nobody looks into them.
OWN, STRANGERS = (rsa.generate_private_key(public_exponent=65537, key_size=2048) for _ in range(2))


def listed(key: rsa.RSAPrivateKey, kid: str, **more: str) -> dict[str, Any]:
    """The public half, as ``/jwk`` publishes it."""
    return {**json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(key.public_key())), "kid": kid, "use": "sig", **more}


def public_pem() -> bytes:
    return OWN.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)


@dataclass
class Provider:
    """``claims`` are of whoever sits at the browser. ``forge`` makes another token of the honest claims."""

    address: str
    claims: dict[str, Any] = field(default_factory=dict)
    forge: Callable[[dict[str, Any]], str] | None = None
    answers: dict[str, Answer] = field(default_factory=dict)
    kid: str = "prova-1"
    keys: list[dict[str, Any]] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    redirects: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        self._codes: dict[str, dict[str, str]] = {}
        self.reset()

    def reset(self) -> None:
        """Honest again, with Ana at the browser."""
        self.claims = {"sub": "52998224725", "reliability_info": {"level": "silver"}, "amr": ["passwd"]}
        self.forge, self.answers, self.kid = None, {}, "prova-1"
        self.keys = [listed(OWN, "prova-1")]
        self.asked.clear()

    def row(self, **changes: Any) -> dict[str, Any]:
        """As the city's card holds it."""
        return {
            "id": "govbr",
            "label": "Entrar com gov.br",
            "issuer": self.address,
            "authorise": f"{self.address}/authorize",
            "token": f"{self.address}/token",
            "keys": f"{self.address}/jwk",
            "client": CLIENT,
            "scope": "openid email profile govbr_confiabilidades govbr_confiabilidades_idtoken",
            "known_by": "taxpayer",
            "leave": f"{self.address}/logout",
            "level": "silver",
            **changes,
        }

    def code(self, asked: dict[str, str]) -> str:
        """The person confirmed who they are."""
        made = secrets.token_urlsafe(16)
        self._codes[made] = asked
        return made

    def honest(self, nonce: str) -> dict[str, Any]:
        now = int(time.time())
        return {"iss": self.address, "aud": CLIENT, "iat": now, "exp": now + 60, "nonce": nonce, **self.claims}

    def signed(self, claims: dict[str, Any], key: Any = OWN, algorithm: str = "RS256", **header: Any) -> str:
        return jwt.encode(claims, key, algorithm, {"kid": self.kid, **header})

    def answer(self, method: str, target: str, headers: Any, body: bytes) -> Answer:
        path = urlsplit(target).path
        self.asked.append(path)
        if path in self.answers:
            return self.answers[path]
        if path == "/authorize":
            return self._authorize({k: v[0] for k, v in parse_qs(urlsplit(target).query).items()})
        if path == "/jwk":
            return 200, json.dumps({"keys": self.keys}).encode(), "application/json"
        if path == "/logout":
            return 200, "<h1>Você saiu</h1>".encode(), "text/html; charset=utf-8"
        if path == "/token" and method == "POST":
            return self._token({k: v[0] for k, v in parse_qs(body.decode()).items()}, headers)
        return 404, b"", "text/plain"

    def _authorize(self, asked: dict[str, str]) -> Answer:
        right = asked.get("response_type") == "code" and asked.get("client_id") == CLIENT
        proof = asked.get("code_challenge_method") == "S256" and asked.get("state") and asked.get("nonce")
        if not (right and proof and asked.get("redirect_uri") in self.redirects):
            return 400, b"invalid_request", "text/plain"
        back = asked["redirect_uri"]
        yes = f"{back}?{urlencode({'code': self.code(asked), 'state': asked['state']})}"
        no = f"{back}?{urlencode({'error': 'access_denied', 'state': asked['state']})}"
        page = f"""<!doctype html><html lang="pt-BR"><meta charset="utf-8"><title>Provedor de teste</title>
        <h1>Provedor de teste</h1>
        <a href="{html.escape(yes)}">Sou eu</a> <a href="{html.escape(no)}">Desistir</a></html>"""
        return 200, page.encode(), "text/html; charset=utf-8"

    def _token(self, form: dict[str, str], headers: Any) -> Answer:
        pair = base64.b64encode(b"iperoig-de-prova:segredo%2Fda%2Bprova%207").decode()
        if headers.get("Authorization") != f"Basic {pair}":
            return 401, b'{"error":"invalid_client"}', "application/json"
        asked = self._codes.pop(form.get("code", ""), None)
        hashed = hashlib.sha256(form.get("code_verifier", "").encode()).digest()
        challenge = base64.urlsafe_b64encode(hashed).decode().rstrip("=")
        wrong = asked is None or asked["code_challenge"] != challenge or asked["redirect_uri"] != form["redirect_uri"]
        if wrong or asked is None:
            return 400, b'{"error":"invalid_grant"}', "application/json"
        claims = self.honest(asked["nonce"])
        token = self.forge(claims) if self.forge else self.signed(claims)
        told = {"access_token": "opaque", "token_type": "Bearer", "expires_in": 60, "id_token": token}
        return 200, json.dumps(told).encode(), "application/json"


@contextmanager
def provider() -> Iterator[Provider]:
    """The provider at work on loopback, until the end of the block."""
    held: list[Provider] = []

    class Door(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._answer(b"")

        def do_POST(self) -> None:
            self._answer(self.rfile.read(int(self.headers["Content-Length"])))

        def _answer(self, body: bytes) -> None:
            status, made, kind = held[0].answer(self.command, self.path, self.headers, body)
            with suppress(OSError):
                self.send_response(status)
                self.send_header("Content-Type", kind)
                if status == 302:
                    self.send_header("Location", f"{held[0].address}/elsewhere")
                self.send_header("Content-Length", str(len(made)))
                self.end_headers()
                self.wfile.write(made)

        def log_message(self, *_: object) -> None:
            """Nothing on the screen of the tests."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Door)
    Thread(target=server.serve_forever, daemon=True).start()
    held.append(Provider(f"http://127.0.0.1:{server.server_port}"))
    try:
        yield held[0]
    finally:
        server.shutdown()
        server.server_close()
