"""A city at work: people by name, requests as the browser sends them, and processes already under way."""

import json
import secrets
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any

from chalice.config import Config
from chalice.local import LocalGateway, LocalGatewayException

from chalicelib.adapters.dynamodb.identity import save_user
from chalicelib.api.authentication import digest, make_token
from chalicelib.domain.identity import Grant, Session, User
from chalicelib.domain.process import Process

from . import integrity
from .installed import Installed, load_tenant
from .signing import ANYBODYS


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with a live session in a unit; ``token`` empty for someone from the street."""

    login: str
    unit: str
    token: str


NOBODY = Person("", "", "")


@dataclass(frozen=True, slots=True)
class Reply:
    """A reply; ``json`` is None when the body is empty."""

    status: int
    headers: dict[str, str]
    text: str

    @property
    def json(self) -> Any:
        return json.loads(self.text) if self.text else None


@dataclass(frozen=True, slots=True)
class Ask:
    """A request ready to be sent, once or many times. ``process`` is the one it is about, if any yet.

    With ``act`` it is not a request but an event, which its queue delivers again when it fails.
    """

    who: Person
    method: str
    path: str
    body: Any = None
    process: str | None = None
    headers: dict[str, str] = field(default_factory=dict)
    act: Callable[[], Any] | None = None

    def by(self, who: Person) -> "Ask":
        return replace(self, who=who)


class World:
    """One tenant and everything in it."""

    def __init__(self, installed: Installed, tenant: str) -> None:
        self.installed, self.tenant = installed, tenant
        self.store, self.clock = installed.store, installed.clock
        load_tenant(installed, tenant)
        self.zone = installed.place.ports(tenant).zone
        self.gateway = LocalGateway(installed.app, Config())
        self._people: dict[tuple[str, str], Person] = {}

    # People

    def person(self, login: str, unit: str) -> Person:
        """A user of the demonstration city at work in ``unit``."""
        if (login, unit) not in self._people:
            self._people[(login, unit)] = self.session(login, unit)
        return self._people[(login, unit)]

    def session(self, login: str, unit: str, idle: timedelta = timedelta(0)) -> Person:
        """A new session, opened past the login screen and last used ``idle`` ago."""
        secret, now = secrets.token_urlsafe(32), self.clock() - idle
        until = now + timedelta(hours=10)
        made = Session(digest(secret), self.tenant, login, unit, 0, now, now, until, "127.0.0.1", "tests")
        self.installed.place.identity.open(made)
        return Person(login, unit, make_token(self.tenant, login, secret))

    def hire(self, login: str, unit: str, *profiles: str, agency: str = "pmu") -> Person:
        """A new user with exactly these profiles in the unit."""
        grants = tuple(Grant(unit, profile) for profile in profiles)
        save_user(User(login, self.tenant, login.title(), agency, "", grants, taxpayer=ANYBODYS), None)
        return self.person(login, unit)

    @property
    def ana(self) -> Person:
        """Clerk of the protocol unit, where processes are started."""
        return self.person("ana.lima", "semad-prot")

    @property
    def carlos(self) -> Person:
        """Ana's chief, in the same unit."""
        return self.person("carlos.moura", "semad-prot")

    @property
    def marina(self) -> Person:
        """Head of the human resources unit, where processes are sent."""
        return self.person("marina.costa", "semad-rh")

    @property
    def diego(self) -> Person:
        """Analyst in Marina's unit."""
        return self.person("diego.alves", "semad-rh")

    # Requests

    def send(self, ask: Ask, key: str | None = None) -> Reply:
        """Send a request; writes without ``key`` get a new one."""
        if ask.act:
            return self._event(ask.act)
        return self.call(ask.who, ask.method, ask.path, ask.body, key, **ask.headers)

    def _event(self, act: Callable[[], Any]) -> Reply:
        """An event handled now; its failure says what a queue understands: later."""
        try:
            return Reply(200, {}, json.dumps(act()))
        except Exception as error:
            self.installed.journal.error("event failed", kind=type(error).__name__)
            return Reply(503, {"Content-Type": "application/problem+json", "Retry-After": "1"}, repr(error))

    def call(
        self, who: Person, method: str, path: str, body: Any = None, key: str | None = None, **headers: str
    ) -> Reply:
        """One request through Chalice, from the cookie to the reply."""
        sent = {"Content-Type": "application/json", **{k.replace("_", "-"): v for k, v in headers.items()}}
        if who.token:
            sent["Authorization"] = f"Bearer {who.token}"
        if method != "GET":
            sent["Idempotency-Key"] = key or uuid.uuid4().hex
        raw = body if isinstance(body, bytes) else json.dumps(body).encode() if body is not None else b""
        return self.raw(method, path, sent, raw)

    def raw(self, method: str, path: str, headers: dict[str, str], body: bytes) -> Reply:
        """One request exactly as given."""
        try:
            answer = self.gateway.handle_request(method=method, path=path, headers=headers, body=body)
        except LocalGatewayException as error:
            return Reply(error.CODE, dict(error.headers or {}), (error.body or b"").decode())
        plain = dict(answer.get("headers") or {})
        for name, values in (answer.get("multiValueHeaders") or {}).items():
            plain[name] = ", ".join(values)
        return Reply(answer["statusCode"], plain, answer.get("body") or "")

    def done(self, ask: Ask) -> Any:
        """Send and expect success; -> the reply's JSON."""
        reply = self.send(ask)
        failures = self.installed.journal.failures[-1:]
        assert reply.status < 300, f"{ask.method} {ask.path}: {reply.status} {reply.text} {failures}"
        return reply.json

    # What is stored

    def check(self, process: str) -> Process | None:
        """Assert that the process is whole."""
        return integrity.check_process(self.store, self.tenant, process)

    def history(self, process: str) -> list[Any]:
        """The chain as stored."""
        return integrity.entries(self.store, self.tenant, process)
