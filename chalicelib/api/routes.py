"""What a route is: it declares its act, its models and its reply, or its area does not load.

It resolves the session, validates, calls the view and maps every refusal to a problem, because an exception in a
view never reaches Chalice's middleware. What it knows feeds ``openapi.json``.
"""

import hashlib
import json
import re
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import field
from typing import TYPE_CHECKING, Any

from aws_lambda_powertools import Logger
from botocore.exceptions import BotoCoreError, ClientError
from chalice.app import Request, Response
from pydantic import BaseModel
from pynamodb.exceptions import PynamoDBException

from chalicelib.application.authorisation import subject
from chalicelib.application.transaction import Operation
from chalicelib.domain import access
from chalicelib.domain.errors import DomainError, InvalidRequest, NotFound
from chalicelib.domain.identity import Actor, Session, User
from chalicelib.domain.policy import Action, authorise
from chalicelib.domain.policy_profiles import ANONYMOUS
from chalicelib.domain.policy_rules import NOTHING, RULES
from chalicelib.domain.value import dataclass
from chalicelib.telemetry import failure_of, measure_request
from chalicelib.tracing import traced

from . import problems
from .authentication import Caller, resolve
from .network import address_of
from .place import installation
from .recording import recorded
from .site import tenant_at_the_door
from .validation import read_body, read_query

if TYPE_CHECKING:
    from chalicelib.application.ports import Ports

logger = Logger(service="iperoig", stream=sys.stderr)

SECURITY_HEADERS = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
}
KEY = re.compile(r"[A-Za-z0-9._-]{8,128}")
#: Fields of a body that nothing derived from it may be kept of.
SECRETS = {"password", "new_password", "one_time_code", "seed", "link"}
PATH_PART = re.compile(r"[A-Za-z0-9._-]{1,80}")


#: What the path must name, by the kind of thing the act is done on.
IN_PATH: Mapping[type, tuple[str, ...]] = {
    access.ProcessResource: ("process",),
    access.DocumentResource: ("process", "document"),
    access.RoutingResource: ("process", "routing"),
    access.PassageResource: ("process", "document", "passage"),
    access.BlockResource: ("block",),
}


class RouteUndeclared(RuntimeError):
    """A route without a declared act, or whose path lacks the thing the act is done on."""


@dataclass(frozen=True, slots=True)
class Declared:
    """One route, as declared."""

    method: str
    path: str
    action: Action
    tag: str
    summary: str
    body: type[BaseModel] | None
    query: type[BaseModel] | None
    reply: Any
    status: int
    view: Callable[..., Any]
    writes: bool
    if_match: bool

    def check(self) -> None:
        """Raises RouteUndeclared."""
        rule = RULES.get(self.action)
        if rule is None:
            raise RouteUndeclared(f"{self.method} {self.path}: no rule for {self.action}")
        missing = [name for name in IN_PATH.get(rule.on, ()) if f"{{{name}}}" not in self.path]
        if missing:
            raise RouteUndeclared(f"{self.method} {self.path}: {self.action} needs {missing} in the path")


@dataclass(frozen=True, slots=True)
class Call:
    """What a view receives. ``caller`` is None on public routes; ``operation`` only on writes."""

    ports: "Ports"
    request: Request
    caller: Caller | None
    body: Any = None
    query: Any = None
    key: str = ""

    @property
    def actor(self) -> Actor:
        """Who acts."""
        assert self.caller is not None
        return self.caller.actor

    @property
    def session(self) -> Session:
        """The session of who acts."""
        assert self.caller is not None
        return self.caller.session

    @property
    def user(self) -> User:
        """The user who acts, with grants."""
        assert self.caller is not None
        return self.caller.user

    @property
    def operation(self) -> Operation:
        """The write as asked: same key, same digest, same reply. What is secret never reaches the digest."""
        sent = {"mode": "json", "exclude": SECRETS, "exclude_unset": True}
        body = self.body.model_dump(**sent) if self.body else {}
        # Chalice's ``path`` is the route's pattern: what it was asked of is in the parameters.
        place = [self.request.path, self.request.uri_params or {}]
        what = [self.request.method, place, self.header("If-Match"), body]
        text = json.dumps(what, sort_keys=True, ensure_ascii=False)
        return Operation(self.actor.user.id, self.key, hashlib.sha256(text.encode()).hexdigest())

    def header(self, name: str) -> str:
        """A request header, empty when absent."""
        return str(self.request.headers.get(name, ""))

    @property
    def address(self) -> str:
        """The network address the request came from."""
        return address_of(self.request)


@dataclass(frozen=True, slots=True)
class Answer:
    """A reply with headers of its own."""

    body: Any
    headers: Mapping[str, str | list[str]] = field(default_factory=dict)
    status: int | None = None


class Routes:
    """The routes of an area, all of which declare themselves; ``doors`` serves them."""

    def __init__(self, tag: str) -> None:
        self.tag = tag
        self.declared: list[Declared] = []

    def route(
        self,
        method: str,
        path: str,
        action: Action,
        *,
        reply: Any = None,
        body: type[BaseModel] | None = None,
        query: type[BaseModel] | None = None,
        status: int = 200,
        writes: bool | None = None,
        if_match: bool = False,
    ) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
        """Declare a route; the view's docstring is its Portuguese summary in the API documentation."""

        def register(view: Callable[..., Any]) -> Callable[..., Any]:
            summary = (view.__doc__ or "").strip().split("\n")[0]
            does_write = method != "GET" if writes is None else writes
            declared = Declared(
                method=method,
                path=path,
                action=action,
                tag=self.tag,
                summary=summary,
                body=body,
                query=query,
                reply=reply,
                status=status,
                view=view,
                writes=does_write,
                if_match=if_match,
            )
            declared.check()
            self.declared.append(declared)
            return view

        return register


def serve(declared: Declared, request: Request, parameters: Mapping[str, str]) -> Response:
    """One request, from session to reply; writes one structured line to the log and what it measured."""
    began = time.perf_counter()
    operation = str((request.context or {}).get("requestId") or "local")
    with traced(declared.action.value) as ended:
        status, body, headers = _answered(declared, request, parameters, operation)
        ended(status)
    milliseconds = round((time.perf_counter() - began) * 1000, 1)
    code = body.get("code") if isinstance(body, dict) and status >= 400 else None
    measure_request(declared.action.value, milliseconds, code)
    logger.info(
        "request",
        operation=operation,
        method=declared.method,
        route=declared.path,
        action=declared.action.value,
        status=status,
        code=code,
        milliseconds=milliseconds,
    )
    kind = "application/problem+json" if status >= 400 else "application/json"
    text = "" if body is None else json.dumps(body, ensure_ascii=False, default=_plain)
    return Response(text, headers={"Content-Type": kind, **SECURITY_HEADERS, **headers}, status_code=status)


def _answered(
    declared: Declared, request: Request, parameters: Mapping[str, str], operation: str
) -> tuple[int, Any, Mapping[str, str | list[str]]]:
    try:
        if not all(PATH_PART.fullmatch(value) for value in parameters.values()):
            raise NotFound()
        return _success(declared, recorded(declared, _call(declared, request), parameters))
    except DomainError as error:
        return problems.problem(error, operation)
    except (ClientError, BotoCoreError, PynamoDBException) as error:
        return _outside(error, operation)
    except Exception as error:
        logger.error("unexpected", operation=operation, route=declared.path, **failure_of(error))
        return problems.unexpected(operation)


def _call(declared: Declared, request: Request) -> Call:
    place = installation()
    caller = None if declared.action in ANONYMOUS else resolve(place, request)
    tenant = caller.actor.tenant if caller else tenant_at_the_door(place, request)
    key = idempotency_key(request) if declared.writes and caller else ""
    query = read_query(declared.query, request.query_params) if declared.query else None
    body = _body(declared.body, request) if declared.body else None
    if RULES[declared.action].on is NOTHING:
        authorise(subject(caller.actor) if caller else None, declared.action)
    return Call(place.ports(tenant), request, caller, body, query, key)


def _body(model: type[BaseModel], request: Request) -> BaseModel:
    kind = str(request.headers.get("Content-Type") or "application/json")
    if kind.partition(";")[0].strip().lower() != "application/json":
        raise problems.NotJson()
    return read_body(model, _bytes(request.raw_body))


def idempotency_key(request: Request) -> str:
    """The name that who asks gave to this write. Raises InvalidRequest."""
    key = str(request.headers.get("Idempotency-Key", ""))
    if not KEY.fullmatch(key):
        raise InvalidRequest(
            code="idempotency_key_required",
            message="O pedido precisa do cabeçalho Idempotency-Key, com 8 a 128 letras, números, ponto ou hífen.",
        )
    return key


def _success(declared: Declared, answer: Any) -> tuple[int, Any, Mapping[str, str | list[str]]]:
    if isinstance(answer, Answer):
        return answer.status or declared.status, answer.body, answer.headers
    return declared.status, answer, {}


def _outside(error: Exception, operation: str) -> tuple[int, dict[str, Any], dict[str, str]]:
    """A service failed: which and how goes to the log, a safe answer to the user."""
    cause = getattr(error, "cause", None) or error
    response = getattr(cause, "response", None) or {}
    code = str(response.get("Error", {}).get("Code", type(cause).__name__))
    logger.error("outside_failed", operation=operation, code=code, failure=type(error).__name__)
    return problems.unavailable(operation)


def _plain(value: Any) -> Any:
    if hasattr(value, "isoformat"):
        return value.isoformat().replace("+00:00", "Z")
    if isinstance(value, (set, frozenset, tuple)):
        return sorted(value) if isinstance(value, (set, frozenset)) else list(value)
    raise TypeError(f"{type(value).__name__} cannot be sent")


def _bytes(raw: str | bytes | None) -> bytes:
    return raw.encode() if isinstance(raw, str) else raw or b""
