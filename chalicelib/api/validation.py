"""Bodies, query strings and preconditions into typed values, with Portuguese messages field by field."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from chalicelib.domain.errors import FieldError, InvalidRequest

from .problems import TooLarge

MAXIMUM_BODY = 1024 * 1024

Model = TypeVar("Model", bound=BaseModel)

MESSAGES = {
    "missing": "Este campo é obrigatório.",
    "extra_forbidden": "Este campo não existe.",
    "string_too_short": "O texto é curto demais: no mínimo {min_length} caractere(s).",
    "string_too_long": "O texto é longo demais: no máximo {max_length} caracteres.",
    "string_type": "Informe um texto.",
    "string_pattern_mismatch": "O formato não é válido.",
    "int_type": "Informe um número inteiro.",
    "int_parsing": "Informe um número inteiro.",
    "greater_than_equal": "O mínimo é {ge}.",
    "less_than_equal": "O máximo é {le}.",
    "bool_type": "Informe sim ou não.",
    "bool_parsing": "Informe sim ou não.",
    "list_type": "Informe uma lista.",
    "tuple_type": "Informe uma lista.",
    "dict_type": "Informe um objeto.",
    "too_long": "Itens demais: no máximo {max_length}.",
    "too_short": "Itens de menos: no mínimo {min_length}.",
    "date_from_datetime_parsing": "Informe uma data válida (AAAA-MM-DD).",
    "date_parsing": "Informe uma data válida (AAAA-MM-DD).",
    "date_type": "Informe uma data válida (AAAA-MM-DD).",
    "literal_error": "Escolha um dos valores: {expected}.",
    "json_invalid": "O corpo do pedido não é JSON válido.",
}


class Body(BaseModel):
    """What every request body is: closed, trimmed, and built only when first used."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True, str_strip_whitespace=True)


REVISION = re.compile(r'(?:W/)?"?([0-9]{1,9})"?')

Day = Annotated[date, Field(strict=True)]
Identifier = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9._-]{0,79}$")]
Cursor = Annotated[str, StringConstraints(max_length=2000)]
# A password is taken as it was typed: a space at its end is part of it.
Password = Annotated[str, StringConstraints(min_length=1, max_length=200, strip_whitespace=False)]
# Six digits of the authenticator, or a recovery code; people type them with spaces and hyphens.
OneTimeCode = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9 -]{0,20}$")]
Code = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$")]


def read_body(model: type[Model], raw: bytes) -> Model:
    """The body as ``model``. Raises InvalidRequest (fields), TooLarge."""
    if len(raw) > MAXIMUM_BODY:
        raise TooLarge()
    try:
        return model.model_validate_json(raw or b"{}")
    except ValidationError as error:
        raise _refusal(error) from error


def read_query(model: type[Model], values: Mapping[str, str] | None) -> Model:
    """The query string as ``model``. Raises InvalidRequest."""
    try:
        return model.model_validate(dict(values or {}))
    except ValidationError as error:
        raise _refusal(error) from error


def read_if_match(header: str) -> int:
    """The version or revision a write was based on, from ``If-Match: "7"``. Raises InvalidRequest."""
    match = REVISION.fullmatch(header.strip())
    if match is None:
        message = "O pedido precisa do cabeçalho If-Match, com a versão que foi lida."
        raise InvalidRequest(code="if_match_required", message=message)
    return int(match[1])


def _refusal(error: ValidationError) -> InvalidRequest:
    return InvalidRequest(*(_field(each) for each in error.errors(include_url=False)[:20]))


def _field(each: Any) -> FieldError:
    template = MESSAGES.get(each["type"], "O valor não é válido.")
    message = template.format(**each.get("ctx", {})) if "{" in template else template
    field = ".".join(str(part) for part in each["loc"])
    return FieldError(field, "invalid_json" if each["type"] == "json_invalid" else each["type"], message)
