"""What the value of each attribute of a document may be: what cannot be kept as it is, is refused (DOC-03)."""

import re
import unicodedata
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from chalicelib.domain.errors import FieldError, InvalidRequest

Check = Callable[[Any, str], Any]
LONGEST_DESCRIPTION = 500
_BLANK_OR_CONTROL = re.compile(r"[\s\x00-\x1f\x7f\\\ud800-\udfff]")


class ContentRefused(InvalidRequest):
    """The content is outside the vocabulary: ``reason`` is the stable code, ``path`` a JSON pointer."""

    def __init__(self, reason: str, path: str, message: str) -> None:
        super().__init__(FieldError(f"content{path}", reason, message))
        self.reason = reason
        self.path = path

    def __str__(self) -> str:
        return f"{self.reason} at content{self.path}: {self.errors[0].message}"


def one_of(*values: str) -> Check:
    def check(value: Any, path: str) -> Any:
        if not isinstance(value, str) or value not in values:
            raise ContentRefused(
                "invalid_attribute", path, f"Valor não previsto: use um de {', '.join(values)}."
            )
        return value

    return check


def whole_number(lowest: int, highest: int) -> Check:
    def check(value: Any, path: str) -> Any:
        if type(value) is not int or not lowest <= value <= highest:
            raise ContentRefused(
                "invalid_attribute", path, f"O valor tem de ser um número inteiro de {lowest} a {highest}."
            )
        return value

    return check


def flag(value: Any, path: str) -> Any:
    if type(value) is not bool:
        raise ContentRefused("invalid_attribute", path, "O valor tem de ser verdadeiro ou falso.")
    return value


def matching(pattern: re.Pattern[str], *, optional: bool) -> Check:
    def check(value: Any, path: str) -> Any:
        if value is None and optional:
            return None
        if not isinstance(value, str) or not pattern.fullmatch(value):
            raise ContentRefused("invalid_attribute", path, "A referência não é válida.")
        return value

    return check


def variable_value(value: Any, path: str) -> Any:
    if value is not None and not isinstance(value, str):
        raise ContentRefused("invalid_attribute", path, "O valor da variável tem de ser um texto.")
    return value


def lines(value: Any, path: str) -> Any:
    """A list of single lines, cleaned by whoever parses."""
    if not isinstance(value, list) or not all(isinstance(line, str) for line in value):
        raise ContentRefused("invalid_attribute", path, "O valor tem de ser uma lista de textos.")
    return value


def one_line(value: Any, path: str) -> Any:
    if not isinstance(value, str):
        raise ContentRefused("invalid_attribute", path, "O valor tem de ser um texto.")
    return value


def link_address(value: Any, path: str) -> Any:
    """Only web and mail addresses; anything that a reader's program could run is refused."""
    refusal = ContentRefused(
        "invalid_link", path, "O endereço do link não é válido: use http://, https:// ou mailto:."
    )
    if not isinstance(value, str) or not 0 < len(value) <= 2000 or _BLANK_OR_CONTROL.search(value):
        raise refusal
    value = unicodedata.normalize("NFC", value)
    try:
        parts = urlsplit(value)
        host = parts.hostname
    except ValueError:
        raise refusal from None
    if parts.scheme in ("http", "https") and host and "@" not in parts.netloc:
        return value
    if parts.scheme == "mailto" and "@" in parts.path.strip("@"):
        return value
    raise refusal


def description(value: Any, path: str) -> Any:
    """What a picture shows, in words."""
    if not isinstance(value, str) or len(value) > LONGEST_DESCRIPTION:
        raise ContentRefused(
            "invalid_attribute", path, f"A descrição da imagem tem até {LONGEST_DESCRIPTION} caracteres."
        )
    return value
