"""Canaries: values that nobody else gives, and ears where none of them may be heard (issue 5 §5)."""

import io
import json
import logging
import random
import string
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest
from aws_lambda_powertools import Logger
from aws_lambda_powertools.logging.formatter import LambdaPowertoolsFormatter

import chalicelib.api.routes
import chalicelib.tracing
from chalicelib.domain.taxpayer import is_cpf

LOWER = string.ascii_lowercase


@dataclass
class Cage:
    """Makes canaries of every kind and remembers them."""

    chance: random.Random
    flown: dict[str, str] = field(default_factory=dict)

    def _letters(self, count: int = 10) -> str:
        return "".join(self.chance.choices(LOWER, k=count))

    def _keep(self, kind: str, value: str) -> str:
        self.flown[value] = kind
        return value

    def name(self) -> str:
        """Each word of it is one: names are cut and joined on the way."""
        first, last = (self._letters().title() for _ in range(2))
        self._keep("name", first)
        self._keep("name", last)
        return f"{first} {last}"

    def cpf(self) -> str:
        """A valid one, punctuated; bare it is one as well."""
        nine = "".join(self.chance.choices(string.digits, k=9))
        bare = next(f"{nine}{end:02d}" for end in range(100) if is_cpf(f"{nine}{end:02d}"))
        self._keep("CPF", bare)
        return self._keep("CPF", f"{bare[:3]}.{bare[3:6]}.{bare[6:9]}-{bare[9:]}")

    def email(self) -> str:
        return self._keep("e-mail", f"{self._letters()}@{self._letters(6)}.example")

    def words(self, kind: str = "words") -> str:
        return f"Laudo {self._keep(kind, self._letters(12))} de alergia"

    def password(self) -> str:
        return self._keep("password", f"{self._letters()} {self._letters()}")

    def code(self) -> str:
        """A one-time code: six digits would be found by chance in a time or an id."""
        return self._keep("code", "".join(self.chance.choices(string.digits, k=12)))


class Segments:
    """Stands for X-Ray's recorder: keeps every word that would be drawn."""

    def __init__(self, words: list[str]) -> None:
        self._words = words

    def begin_subsegment(self, name: str) -> "Segments":
        self._words.append(name)
        return self

    def put_annotation(self, name: str, value: Any) -> None:
        self._words.append(f"{name} {value}")

    def add_fault_flag(self) -> None: ...

    def add_error_flag(self) -> None: ...

    def end_subsegment(self) -> None: ...


@dataclass
class Ears:
    """What the application, its consumers and its tracer write, as they write it."""

    api: io.StringIO = field(default_factory=io.StringIO)
    consumers: io.StringIO = field(default_factory=io.StringIO)
    traces: list[str] = field(default_factory=list)

    @property
    def heard(self) -> str:
        return "\n".join([self.api.getvalue(), self.consumers.getvalue(), *self.traces])


@contextmanager
def listening(patch: pytest.MonkeyPatch) -> Iterator[Ears]:
    """The real loggers with the real format, and a tracer that draws everything."""
    ears = Ears()
    # Loggers of one service share their stream: this one is its own.
    patch.setattr(chalicelib.api.routes, "logger", Logger(service=f"ears-{id(ears)}", stream=ears.api))
    patch.setattr(chalicelib.tracing, "being_traced", lambda: True)
    patch.setattr(chalicelib.tracing, "_tracer", lambda: Segments(ears.traces))
    handler = logging.StreamHandler(ears.consumers)
    handler.setFormatter(LambdaPowertoolsFormatter())
    ours = logging.getLogger("chalicelib")
    before = ours.level
    ours.addHandler(handler)
    ours.setLevel(logging.DEBUG)
    try:
        yield ears
    finally:
        ours.removeHandler(handler)
        ours.setLevel(before)


class Bus:
    """Stands for EventBridge: keeps the entries."""

    def __init__(self) -> None:
        self.entries: list[dict[str, Any]] = []

    def put_events(self, Entries: list[dict[str, Any]]) -> dict[str, Any]:
        self.entries += Entries
        return {"Entries": [{"EventId": "1"} for _ in Entries]}

    @property
    def heard(self) -> str:
        return json.dumps(self.entries, ensure_ascii=False)
