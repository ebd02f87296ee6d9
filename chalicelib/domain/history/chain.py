"""The chain: an ``Entry`` is a fact in a process's history, numbered, dated, signed by who acted, and bound by SHA-256
to the entry before it. Entries are immutable (architecture §1.10).
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

from chalicelib.domain.organisation import Person, UnitName
from chalicelib.domain.value import dataclass

from . import authentication as authentication
from . import blocks as blocks
from . import credentials as credentials
from . import document_life as document_life
from . import documents as documents
from . import duplicates as duplicates
from . import erasure as erasure
from . import flows as flows
from . import processes as processes
from . import redaction as redaction
from . import routing as routing
from . import ties as ties
from . import work_plan as work_plan
from .fact import Fact

GENESIS = "0" * 64


def _concrete(parent: type[Fact]) -> list[type[Fact]]:
    below = parent.__subclasses__()
    return [leaf for child in below for leaf in (_concrete(child) if child.__subclasses__() else [child])]


FACTS: dict[str, type[Fact]] = {fact.kind(): fact for fact in _concrete(Fact)}


@dataclass(frozen=True, slots=True)
class Entry:
    """A fact in a process's chain. ``body`` holds the exact bytes that were hashed."""

    process: str
    n: int
    at: datetime
    user: Person
    unit: UnitName
    fact: Fact
    previous: str
    body: bytes
    hash: str


def chain(
    process: str, after: int, head: str, at: datetime, acts: "list[tuple[Person, UnitName, Fact]]"
) -> list[Entry]:
    """Number the facts after entry ``after`` and bind each to the one before (architecture §1.10).

    ``hash = SHA-256(canonical JSON)``, which carries ``previous``: the head commits to the whole history.
    """
    entries = []
    for offset, (user, unit, fact) in enumerate(acts, start=1):
        body = canonical(
            {
                "process": process,
                "n": after + offset,
                "at": at.astimezone(UTC).isoformat().replace("+00:00", "Z"),
                "user": asdict(user),
                "unit": asdict(unit),
                "kind": fact.kind(),
                "arguments": fact.arguments(),
                "previous": head,
            }
        )
        digest = hashlib.sha256(body).hexdigest()
        entries.append(Entry(process, after + offset, at, user, unit, fact, head, body, digest))
        head = digest
    return entries


def erased(entry: Entry, order: str) -> Entry:
    """What is left of an entry whose text was destroyed (LGPD): who, when, where and the hash that the next carries."""
    fact = erasure.RecordErased(order)
    body = canonical(
        {
            "process": entry.process,
            "n": entry.n,
            "at": entry.at.astimezone(UTC).isoformat().replace("+00:00", "Z"),
            "user": asdict(entry.user),
            "unit": asdict(entry.unit),
            "kind": fact.kind(),
            "arguments": fact.arguments(),
            "previous": entry.previous,
            "hash": entry.hash,
        }
    )
    return Entry(entry.process, entry.n, entry.at, entry.user, entry.unit, fact, entry.previous, body, entry.hash)


def read(body: bytes) -> Entry:
    """An entry from its stored bytes; the hash is computed anew, never trusted, but that of a text that was destroyed:
    there it is all that is left, and the next entry and the ledger hold it to be so.
    """
    data = json.loads(body)
    arguments: Mapping[str, Any] = data["arguments"]
    fact = FACTS[data["kind"]](**{k: tuple(v) if isinstance(v, list) else v for k, v in arguments.items()})
    return Entry(
        data["process"],
        data["n"],
        datetime.fromisoformat(data["at"].replace("Z", "+00:00")),
        Person(**data["user"]),
        UnitName(**data["unit"]),
        fact,
        data["previous"],
        body,
        data["hash"] if _is_left(fact, data) else hashlib.sha256(body).hexdigest(),
    )


def _is_left(fact: Fact, data: Mapping[str, Any]) -> bool:
    return isinstance(fact, erasure.RecordErased) and "hash" in data


def canonical(data: Mapping[str, Any]) -> bytes:
    """Canonical JSON: sorted keys, no spaces, UTF-8; no floats may appear."""
    return json.dumps(data, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
