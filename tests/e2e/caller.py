"""The HTTP API as a person's program uses it: how these proofs set a scene, and act behind the browser's back."""

import hashlib
import http.client
import json
import urllib.error
import urllib.request
import uuid
from dataclasses import dataclass
from typing import Any

from infra.local.stack import PASSWORD
from tests.e2e.waiting import wait_until

COOKIE = "__Host-iperoig"
Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Caller:
    """One person's session. Every method raises RuntimeError with the problem's text when refused."""

    site: str
    login: str
    token: str

    @staticmethod
    def enter(site: str, login: str) -> "Caller":
        form = {"login": login, "password": PASSWORD, "transport": "bearer"}
        return Caller(site, login, Caller(site, login, "").ask("POST", "/sessions", form)["token"])

    def ask(self, method: str, path: str, body: object = None, revision: str | None = None) -> Any:
        request = urllib.request.Request(self.site + "/api" + path, method=method)
        request.add_header("Content-Type", "application/json")
        request.add_header("Idempotency-Key", uuid.uuid4().hex)
        if self.token:
            request.add_header("Authorization", f"Bearer {self.token}")
        if revision is not None:
            request.add_header("If-Match", revision)
        try:
            with urllib.request.urlopen(
                request, json.dumps(body).encode() if body is not None else None
            ) as answer:
                wrote = answer.read()
        except urllib.error.HTTPError as refusal:
            raise RuntimeError(f"{method} {path}: {refusal.code} {refusal.read().decode()}") from None
        return json.loads(wrote) if wrote else None

    def start(self, specification: str, **fields: object) -> Json:
        """A process: ``id`` and ``nup``."""
        suggested = {"type": "requerimento-cidadao", "subjects": ["01.02.01"], "access_level": "public"}
        return self.ask("POST", "/processes", suggested | {"specification": specification} | fields)

    def write(self, process: str, kind: str = "despacho") -> Json:
        """A draft from its template, as it is read: ``id``, ``number``, ``content``, ``revision``, ``digest`` …"""
        form = {"kind": "authored", "type": kind, "initial_text": {"from": "template", "reference": None}}
        made = self.ask("POST", f"/processes/{process}/documents", form)
        return self.read(process, made["id"])

    def read(self, process: str, document: str) -> Json:
        return self.ask("GET", f"/processes/{process}/documents/{document}")

    def save(self, process: str, document: Json, explicit: bool = True) -> Json:
        path = f"/processes/{process}/documents/{document['id']}/content"
        return self.ask(
            "PUT", path, {"content": document["content"], "explicit": explicit}, document["revision"]
        )

    def sign(self, process: str, document: str) -> Json:
        title = self.ask("GET", "/me")["role_titles"][0]
        form = {"password": PASSWORD, "role_title": title, "digest": self.read(process, document)["digest"]}
        return self.ask("POST", f"/processes/{process}/documents/{document}/signatures", form)

    def send(self, process: str, *units: str, **fields: object) -> Json:
        return self.ask("POST", f"/processes/{process}/routings", {"units": list(units)} | fields)

    def file(
        self, process: str, name: str, data: bytes, media_type: str = "application/pdf", **fields
    ) -> Json:
        """Uploads, waits for the inspection and includes the file as a document: ``id`` and ``number``."""
        digest = hashlib.sha256(data).hexdigest()
        declared = {"file_name": name, "size": len(data), "sha256": digest, "media_type": media_type}
        upload = self.ask("POST", f"/processes/{process}/uploads", declared)
        post_file(upload["post"]["url"], upload["post"]["fields"], data)
        place = f"/processes/{process}/uploads/{upload['id']}"
        wait_until(lambda: self.ask("GET", place)["state"] == "accepted", f"{name} aceito")
        form = {
            "kind": "uploaded", "upload": upload["id"], "type": "anexo", "date": "2026-03-02",
            "format": "born_digital", **fields,
        }  # fmt: skip
        return self.ask("POST", f"/processes/{process}/documents", form)


def post_file(url: str, fields: dict[str, str], data: bytes) -> None:
    """What a browser sends to the presigned address."""
    boundary = uuid.uuid4().hex
    parts = [
        f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
        for name, value in fields.items()
    ]
    head = f'--{boundary}\r\nContent-Disposition: form-data; name="file"; filename="arquivo"\r\n\r\n'.encode()
    body = b"".join([*parts, head, data, f"\r\n--{boundary}--\r\n".encode()])
    request = urllib.request.Request(url, body, {"Content-Type": f"multipart/form-data; boundary={boundary}"})
    with urllib.request.urlopen(request) as answer:
        if answer.status not in (http.client.OK, http.client.NO_CONTENT, http.client.CREATED):
            raise RuntimeError(f"{url}: {answer.status}")
