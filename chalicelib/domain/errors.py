"""The error tree: every refusal a user may meet has a stable code and a Portuguese sentence.

    DomainError
    ├── InvalidRequest      the request itself is malformed (field by field)
    ├── NotFound            absent, or invisible to who asks: one and the same answer
    ├── Forbidden           the policy refuses and may say why
    ├── Refused             a rule of the domain does not allow the act now
    │   └── Conflict        somebody else changed the same thing first
    │       ├── DraftChanged        a draft was saved over an older revision
    │       └── OperationMismatch   an idempotency key came back with another request
    ├── Unauthenticated     no session, an expired one, or a wrong password
    ├── ContentAltered      stored bytes are no longer the ones that were signed: they are not shown
    ├── TooManyAttempts     guessing is slowed down; carries the seconds to wait
    └── Unavailable         something we stand on does not answer; repeating later is safe

Codes are part of the API: they never change meaning. Sentences are shown to people as they are.
"""

from typing import Any

from chalicelib.domain.value import dataclass


class DomainError(Exception):
    """A refusal with a stable ``code`` (English, snake case) and a Portuguese ``message``."""

    def __init__(self, code: str, message: str, **facts: Any) -> None:
        super().__init__(code)
        self.code = code
        self.message = message
        self.facts = facts

    def __str__(self) -> str:
        return f"{self.code}: {self.message}"


@dataclass(frozen=True, slots=True)
class FieldError:
    """One field's trouble: ``field`` is the JSON path, ``code`` stable, ``message`` in Portuguese."""

    field: str
    code: str
    message: str


class InvalidRequest(DomainError):
    """The request is malformed; ``errors`` tells field by field."""

    def __init__(
        self, *errors: FieldError, code: str = "invalid_request", message: str | None = None
    ) -> None:
        super().__init__(code, message or "Há campos que precisam ser corrigidos.")
        self.errors = errors


class NotFound(DomainError):
    """Absent or invisible; the answer does not tell which (features.md §1.3)."""

    def __init__(self, code: str = "not_found", message: str = "Não encontramos o que você procura.") -> None:
        super().__init__(code, message)


class Forbidden(DomainError):
    """The policy refuses and its reason may be told."""


class Refused(DomainError):
    """A rule of the domain does not allow the act in the present state."""


class Conflict(Refused):
    """The thing changed since it was read."""


class DraftChanged(Conflict):
    """A draft was saved over an older revision (DOC-05); ``facts`` say who saved and when."""


class OperationMismatch(Conflict):
    """The idempotency key was already used with another request."""

    def __init__(self) -> None:
        super().__init__(
            "idempotency_key_reused",
            "Esta operação já foi feita com outros dados. Atualize a página e repita.",
        )


class Unauthenticated(DomainError):
    """No session, an expired session, or wrong credentials."""


class ContentAltered(DomainError):
    """What is stored is not what was signed; nothing of it is served."""

    def __init__(self) -> None:
        super().__init__(
            "content_altered",
            "O conteúdo guardado não confere com o que foi assinado e não será mostrado. Avise a administração.",
        )


class TooManyAttempts(DomainError):
    """Guessing is slowed down; ``retry_after`` in seconds (ACC-01)."""

    def __init__(self, retry_after: int) -> None:
        super().__init__(
            "too_many_attempts",
            f"Muitas tentativas seguidas. Aguarde {_duration(retry_after)} e tente de novo.",
        )
        self.retry_after = retry_after


class Unavailable(DomainError):
    """Something we stand on does not answer now; nothing was changed."""


def _duration(seconds: int) -> str:
    if seconds < 60:
        return f"{seconds} segundo" + ("s" if seconds != 1 else "")
    minutes = -(-seconds // 60)
    return f"{minutes} minuto" + ("s" if minutes != 1 else "")
