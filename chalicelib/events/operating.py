"""The operators' API: one function that only whoever AWS lets call it reaches (issue 5 §7).

Asked with ``{"verb", "by", "key", "tenant", …}``; answers ``{"status", "body"}`` as the HTTP API does, with a problem
of a stable code when it refuses. A write repeated with its ``key`` is not done twice.
"""

import hashlib
import json
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from chalicelib.application.tenants.list_tenants import list_tenants
from chalicelib.application.tenants.ports import Operating
from chalicelib.application.tenants.read_tenant import read_tenant
from chalicelib.application.tenants.reset_training import reset_training
from chalicelib.application.tenants.resume_tenant import resume_tenant
from chalicelib.application.tenants.set_addresses import set_addresses
from chalicelib.application.tenants.suspend_tenant import suspend_tenant
from chalicelib.application.transaction import Operation
from chalicelib.domain.errors import Conflict, DomainError, FieldError, InvalidRequest, NotFound, Refused
from chalicelib.domain.operating import OperatorRecord

NAME = re.compile(r"[a-z0-9][a-z0-9._-]{0,79}")
#: Who operates, as they are known where they work; an AWS ARN is one.
BY = re.compile(r"[A-Za-z0-9@:/._=,+-]{3,200}")
KEY = re.compile(r"[A-Za-z0-9._-]{8,128}")
STATUS: tuple[tuple[type[DomainError], int], ...] = (
    (InvalidRequest, 400),
    (NotFound, 404),
    (Conflict, 409),
    (Refused, 409),
)

Asked = Mapping[str, Any]


def handle_operating(event: Asked, outside: Operating) -> dict[str, Any]:
    """Raises nothing that is the caller's fault."""
    try:
        return {"status": 200, "body": _verb(event)(outside, event)}
    except DomainError as refusal:
        status = next((number for kind, number in STATUS if isinstance(refusal, kind)), 500)
        problem = {"code": refusal.code, "detail": refusal.message}
        if isinstance(refusal, InvalidRequest):
            problem |= {"errors": [{"field": one.field, "message": one.message} for one in refusal.errors]}  # type: ignore[dict-item]
        return {"status": status, "body": problem}


def _list(outside: Operating, _: Asked) -> Any:
    return {"items": list_tenants(outside)}


def _see(outside: Operating, asked: Asked) -> Any:
    found, history = read_tenant(outside, _text(asked, "tenant", NAME))
    return {**found, "history": [_line(one) for one in history]}


def _addresses(outside: Operating, asked: Asked) -> Any:
    wanted = asked.get("addresses")
    if not isinstance(wanted, Sequence) or isinstance(wanted, str) or not all(isinstance(one, str) for one in wanted):
        raise _wrong("addresses", "Diga a lista dos endereços; vazia, se não há nenhum.")
    return set_addresses(outside, _operation(asked), _text(asked, "tenant", NAME), wanted)


def _suspend(outside: Operating, asked: Asked) -> Any:
    reason = asked.get("reason")
    if not isinstance(reason, str) or len(reason) > 500:
        raise _wrong("reason", "Diga por que o ambiente é suspenso, em até 500 caracteres.")
    return suspend_tenant(outside, _operation(asked), _text(asked, "tenant", NAME), reason)


def _resume(outside: Operating, asked: Asked) -> Any:
    return resume_tenant(outside, _operation(asked), _text(asked, "tenant", NAME))


def _reset(outside: Operating, asked: Asked) -> Any:
    return reset_training(outside, _operation(asked), _text(asked, "tenant", NAME))


VERBS: Mapping[str, Callable[[Operating, Asked], Any]] = {
    "list": _list,
    "see": _see,
    "addresses": _addresses,
    "suspend": _suspend,
    "resume": _resume,
    "reset": _reset,
}


def _verb(asked: Asked) -> Callable[[Operating, Asked], Any]:
    verb = asked.get("verb")
    if verb not in VERBS:
        raise _wrong("verb", f"Os verbos são: {', '.join(VERBS)}.")
    return VERBS[str(verb)]


def _operation(asked: Asked) -> Operation:
    by, key = _text(asked, "by", BY), _text(asked, "key", KEY)
    told = {name: value for name, value in asked.items() if name not in ("by", "key")}
    return Operation(by, key, hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest())


def _text(asked: Asked, name: str, form: re.Pattern[str]) -> str:
    value = asked.get(name)
    if not isinstance(value, str) or not form.fullmatch(value):
        raise _wrong(name, f"O campo {name} falta ou não tem a forma esperada.")
    return value


def _wrong(field: str, message: str) -> InvalidRequest:
    return InvalidRequest(FieldError(field, "invalid", message))


def _line(record: OperatorRecord) -> dict[str, Any]:
    return {
        "act": record.act.value,
        "by": record.by,
        "at": record.at.isoformat(),
        "before": list(record.before),
        "after": list(record.after),
        "reason": record.reason,
    }
