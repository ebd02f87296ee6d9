"""Domain values to and from the ``body`` attribute: JSON, driven by the dataclasses' own types."""

from functools import cache
from typing import Any, TypeVar

from pydantic import TypeAdapter

T = TypeVar("T")


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def encode(value: Any) -> str:
    """JSON text of a domain dataclass."""
    kind: Any = type(value)
    text: bytes = _adapter(kind).dump_json(value)
    return text.decode()


def decode(kind: type[T], body: str) -> T:
    """The domain value back. Raises pydantic.ValidationError if the body is not one."""
    known: Any = kind
    result: T = _adapter(known).validate_json(body)
    return result
