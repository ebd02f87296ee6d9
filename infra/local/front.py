"""Plays CloudFront on loopback: one address for the pages and the API, with the deployed response headers.

The emulator's own CloudFront answers under names only a resolver knows, and opens a new connection for each API
call. This front calls the emulator's application in the same process instead: ``/api/*`` goes to API Gateway as
it comes, and its reply is compressed as the gateway of AWS does and the emulator's does not; ``/registro/*`` is an
object of the ledger's bucket, and everything else one of the web bucket. Where to go is read from the file that
``infra.local.run`` writes from the stacks' outputs: ``{"api", "bucket", "ledger", "headers", "secret",
"compressed_from"}``, the last in bytes.
"""

import gzip
import json
import mimetypes
import re
from pathlib import Path
from urllib.parse import quote

PUBLIC = re.compile(r"^/(publico|autenticidade)(/|$)")
FILE = re.compile(r"\.[a-z0-9]+$", re.IGNORECASE)
COMPRESSED = re.compile(r"^(text/|application/(javascript|json|xml|manifest)|image/svg)")
EDGE = (b"x-viewer-address", b"x-viewer-host", b"x-viewer-environment", b"x-edge-secret")
ENVIRONMENT = re.compile(r"^/ambiente/([a-z0-9-]+)(/.*)?$")
LEDGER = "/registro/"
BYTES = b"application/octet-stream"
#: Kinds guessed from the name, which say nothing of the encoding.
UNTOLD = frozenset({"text/html", "text/css", "text/javascript", "text/plain", "text/xml"})
NOT_READY = "O sistema ainda está iniciando. Tente de novo em alguns segundos.".encode()


def page_of_route(path: str) -> str:
    """The file that answers a route: the same rule as ``PageOfRoute`` of infra/web.yaml."""
    path = within(path)[1]
    if PUBLIC.match(path):
        return "/publico.html"
    return path if FILE.search(path) else "/index.html"


def within(path: str) -> tuple[str, str]:
    """The environment that a path is in, empty for the host's own, and the path inside it."""
    found = ENVIRONMENT.match(path)
    return (found[1], found[2] or "/") if found else ("", path)


class Front:
    """An ASGI application over the emulator's. ``directions`` may appear or change while it runs."""

    def __init__(self, emulator, directions: Path) -> None:
        self._emulator = emulator
        self._directions = directions
        self._read_at = 0.0
        self._known: dict = {}
        self._compressed: dict[tuple[str, str], bytes] = {}

    def _where(self) -> dict:
        try:
            changed = self._directions.stat().st_mtime
        except FileNotFoundError:
            return {}
        if changed != self._read_at:
            self._known = json.loads(self._directions.read_text(encoding="utf-8"))
            self._read_at = changed
            self._compressed.clear()
        return self._known

    async def __call__(self, scope, receive, send) -> None:
        if scope["type"] == "lifespan":
            await _live(receive, send)
            return
        if scope["type"] != "http":
            return
        where = self._where()
        if not where:
            await _answer(send, 503, [(b"content-type", b"text/plain; charset=utf-8")], NOT_READY)
            return
        headers = [(name.encode(), value.encode()) for name, value in where["headers"].items()]
        if within(scope["path"])[1].startswith("/api/"):
            if _takes_gzip(scope):
                send = _compressing(where["compressed_from"], send)
            await self._api(_told(scope, where["secret"]), receive, _adding(headers, send), where["api"])
        elif scope["method"] in ("GET", "HEAD"):
            ledger = scope["path"].startswith(LEDGER)
            key = scope["path"] if ledger else page_of_route(scope["path"])
            await self._page(scope, send, headers, f"/{where['ledger' if ledger else 'bucket']}{key}")
        else:
            await _answer(send, 405, headers, b"")

    async def _api(self, scope, receive, send, api: str) -> None:
        path = f"/restapis/{api}/api/_user_request_{within(scope['path'])[1].removeprefix('/api')}"
        raw = within((scope.get("raw_path") or quote(scope["path"]).encode()).decode("latin-1"))[1].encode("latin-1")
        raw_path = f"/restapis/{api}/api/_user_request_".encode() + raw.removeprefix(b"/api")
        await self._emulator({**scope, "path": path, "raw_path": raw_path}, receive, send)

    async def _page(self, scope, send, headers, key: str) -> None:
        status, found, body = await self._object(key, scope)
        if status != 200:
            await _answer(send, 404, headers, b"")
            return
        kept = {name: value for name, value in found if name in (b"etag", b"cache-control")}
        etag = kept.get(b"etag", b"")
        sent = [*headers, *kept.items(), (b"vary", b"accept-encoding")]
        asked = dict(scope["headers"])
        if etag and asked.get(b"if-none-match") == etag:
            await _answer(send, 304, sent, b"")
            return
        kind = mimetypes.guess_type(key)[0] or dict(found).get(b"content-type", BYTES).decode()
        sent.append(
            (b"content-type", kind.encode() + (b"; charset=utf-8" if kind in UNTOLD else b""))
        )
        if COMPRESSED.match(kind) and _takes_gzip(scope):
            known = (key, etag.decode())
            body = self._compressed.setdefault(known, self._compressed.get(known) or gzip.compress(body, 6))
            sent.append((b"content-encoding", b"gzip"))
        await _answer(send, 200, sent, b"" if scope["method"] == "HEAD" else body, len(body))

    async def _object(self, path: str, scope) -> tuple[int, list, bytes]:
        """One object of the web bucket, asked of the emulator in this process."""
        status, found, body = 500, [], bytearray()

        async def receive():
            return {"type": "http.request", "body": b"", "more_body": False}

        async def send(message):
            nonlocal status, found
            if message["type"] == "http.response.start":
                status, found = (
                    message["status"],
                    [(name.lower(), value) for name, value in message["headers"]],
                )
            elif message["type"] == "http.response.body":
                body.extend(message.get("body", b""))

        # A host of the emulator itself, so that the path names the bucket.
        host = [(b"host", b"127.0.0.1")]
        asked = {
            "method": "GET",
            "path": path,
            "raw_path": path.encode(),
            "query_string": b"",
            "headers": host,
        }
        await self._emulator({**scope, **asked}, receive, send)
        return status, found, bytes(body)


def _told(scope, secret: str):
    """The request as the distribution hands it on: with the viewer's address and what the viewer typed, whatever the
    viewer said of itself."""
    own = [(name, value) for name, value in scope["headers"] if name.lower() not in EDGE]
    address = scope["client"][0] if scope.get("client") else ""
    host = dict(scope["headers"]).get(b"host", b"")
    told = (address.encode(), host, within(scope["path"])[0].encode(), secret.encode())
    return {**scope, "headers": [*own, *((name, value) for name, value in zip(EDGE, told, strict=True) if value)]}


def _adding(headers, send):
    """Add the response headers policy to what the API answers, replacing its own of the same name."""
    names = {name.lower() for name, _ in headers}

    async def sending(message):
        if message["type"] == "http.response.start":
            own = [(name, value) for name, value in message["headers"] if name.lower() not in names]
            message = {**message, "headers": [*own, *headers]}
        await send(message)

    return sending


def _takes_gzip(scope) -> bool:
    return b"gzip" in dict(scope["headers"]).get(b"accept-encoding", b"")


def _compressing(least: int, send):
    """Send a whole reply of ``least`` bytes or more compressed; one that comes in parts, or encoded, as it is."""
    held: dict = {}

    async def sending(message):
        if message["type"] == "http.response.start":
            held.update(message)
            return
        if held:
            start, whole = dict(held), message.get("body", b"")
            held.clear()
            names = {name.lower() for name, _ in start["headers"]}
            if len(whole) >= least and not message.get("more_body") and b"content-encoding" not in names:
                whole = gzip.compress(whole, 6)
                own = [(name, value) for name, value in start["headers"] if name.lower() != b"content-length"]
                size = str(len(whole)).encode()
                start["headers"] = [*own, (b"content-encoding", b"gzip"), (b"content-length", size)]
                message = {**message, "body": whole}
            await send(start)
        await send(message)

    return sending


async def _answer(send, status: int, headers, body: bytes, length: int | None = None) -> None:
    size = str(len(body) if length is None else length).encode()
    await send(
        {"type": "http.response.start", "status": status, "headers": [*headers, (b"content-length", size)]}
    )
    await send({"type": "http.response.body", "body": body})


async def _live(receive, send) -> None:
    while True:
        message = await receive()
        await send({"type": f"{message['type']}.complete"})
        if message["type"] == "lifespan.shutdown":
            return
