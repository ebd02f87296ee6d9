"""Domain refusals as RFC 9457 problems: stable codes, Portuguese sentences, one schema for all."""

from typing import Any

from chalicelib.domain import errors

TITLES = {
    400: "Pedido inválido",
    401: "É preciso entrar",
    403: "Sem permissão",
    404: "Não encontrado",
    409: "Conflito",
    412: "O documento mudou",
    413: "Pedido grande demais",
    415: "Formato não aceito",
    422: "Não é possível agora",
    429: "Muitas tentativas",
    500: "Erro inesperado",
    503: "Serviço indisponível",
}

STATUSES: tuple[tuple[type[errors.DomainError], int], ...] = (
    (errors.InvalidRequest, 400),
    (errors.NotFound, 404),
    (errors.Forbidden, 403),
    (errors.DraftChanged, 412),
    (errors.Conflict, 409),
    (errors.Refused, 409),
    (errors.TooManyAttempts, 429),
    (errors.Unauthenticated, 401),
    (errors.ContentAltered, 500),
    (errors.Unavailable, 503),
)


class TooLarge(errors.InvalidRequest):
    """The body passes the limit."""

    def __init__(self) -> None:
        super().__init__(code="body_too_large", message="O pedido passa de 1 MB.")


class NotJson(errors.InvalidRequest):
    """The body says that it is not JSON: a form of another site could send such a request by itself."""

    def __init__(self) -> None:
        super().__init__(
            code="unsupported_media_type", message="O corpo do pedido precisa ser application/json."
        )


# Refusals of the policy that tell where the process is now: somebody else's act, a moment ago, may be why.
MOVED_ON = frozenset({"process_not_open_here", "process_already_open_here"})


def status_of(error: errors.DomainError) -> int:
    """The HTTP status of a refusal."""
    if isinstance(error, errors.Forbidden) and error.code in MOVED_ON:
        return 409
    if isinstance(error, TooLarge):
        return 413
    if isinstance(error, NotJson):
        return 415
    return next((status for kind, status in STATUSES if isinstance(error, kind)), 422)


def problem(error: errors.DomainError, operation: str) -> tuple[int, dict[str, Any], dict[str, str]]:
    """-> (status, body, headers)."""
    status = status_of(error)
    body = _body(status, error.code, error.message, operation)
    headers: dict[str, str] = {}
    if isinstance(error, errors.InvalidRequest) and error.errors:
        body["errors"] = [
            {"field": each.field, "code": each.code, "message": each.message} for each in error.errors
        ]
    if isinstance(error, errors.TooManyAttempts):
        headers["Retry-After"] = str(error.retry_after)
    if isinstance(error, errors.Unavailable):
        headers["Retry-After"] = "2"
    if isinstance(error, errors.DraftChanged):
        body.update(_draft_facts(error))
    return status, body, headers


def unexpected(operation: str) -> tuple[int, dict[str, Any], dict[str, str]]:
    """What nobody foresaw: no detail leaves, the operation number finds it in the log."""
    message = f"Algo deu errado do nosso lado. Se continuar, informe à equipe o número {operation}."
    return 500, _body(500, "unexpected", message, operation), {}


def unavailable(operation: str) -> tuple[int, dict[str, Any], dict[str, str]]:
    """A service we stand on is throttling or away; nothing was changed and repeating is safe."""
    message = "O serviço está sobrecarregado. Espere um instante e repita; nada foi perdido."
    return 503, _body(503, "unavailable", message, operation), {"Retry-After": "2"}


def _body(status: int, code: str, message: str, operation: str) -> dict[str, Any]:
    return {
        "type": f"/errors/{code}",
        "title": TITLES[status],
        "status": status,
        "code": code,
        "detail": message,
        "operation": operation,
    }


def _draft_facts(error: errors.DraftChanged) -> dict[str, Any]:
    by, at = error.facts.get("edited_by"), error.facts.get("edited_at")
    return {
        "edited_by": {"id": by.id, "name": by.name} if by else None,
        "edited_at": at.isoformat().replace("+00:00", "Z") if at else None,
        "revision": str(error.facts.get("revision")),
    }
