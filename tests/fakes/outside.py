"""The outside of the use cases, all of it in memory, under a clock of its own."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count
from typing import Any

from chalicelib.adapters.flow_text import read_text
from chalicelib.application.ports import Ports
from chalicelib.application.transaction import Operation
from chalicelib.domain.extraction import Extraction, Recognition
from chalicelib.domain.identity import Session, User
from chalicelib.domain.job import JobFile
from chalicelib.domain.upload import Upload
from chalicelib.domain.version import Frozen, Rendition

from .city import START, TENANT, ZONE, Tables
from .jobs import MemoryShelf, QuietEngine
from .ledger import MemoryLedger
from .marks import MemoryMarks
from .memory import Memory, MemoryWork
from .reading import MemoryReader
from .register import MemoryRegister
from .sealer import LocalSealer
from .sheets import PlainSheets
from .trail import MemoryTrail


@dataclass
class Contents:
    """Implements ``application.ports.ContentStore``."""

    blobs: dict[str, bytes] = field(default_factory=dict)
    locked: set[str] = field(default_factory=set)

    def put(self, data: bytes, media_type: str) -> tuple[str, str]:
        digest = hashlib.sha256(data).hexdigest()
        self.blobs[f"sha256/{digest}"] = data
        return f"sha256/{digest}", digest

    def freeze(self, data: bytes, media_type: str) -> Frozen:
        key, digest = self.put(data, media_type)
        self.locked.add(key)
        return Frozen(key, digest, f"version of {digest[:8]}")

    def get(self, key: str, object_version: str = "") -> bytes:
        return self.blobs[key]

    def address(self, sha256: str) -> str:
        return f"sha256/{sha256}"

    def admit(self, upload: Upload) -> str:
        return self.address(upload.sha256)

    def link(
        self, key: str, file_name: str, media_type: str, inline: bool, object_version: str = ""
    ) -> tuple[str, datetime]:
        return f"https://contents.example/{key}", START + timedelta(minutes=1)

    def receive(self, upload: Upload) -> Mapping[str, Any]:
        return {"url": "https://quarantine.example", "fields": {"key": upload.id}}


@dataclass
class SentParts:
    """Implements ``application.uploads.ports.Parts``: what arrived of each open sending, by its name."""

    open_ones: dict[str, dict[int, int]] = field(default_factory=dict)
    closed: list[str] = field(default_factory=list)

    def open(self, upload: Upload) -> str:
        self.open_ones[f"sending {upload.id}"] = {}
        return f"sending {upload.id}"

    def arrived(self, upload: Upload) -> Mapping[int, int] | None:
        return self.open_ones.get(upload.parts)

    def links(self, upload: Upload, numbers: Sequence[int]) -> Mapping[int, str]:
        return {number: f"https://quarantine.example/{upload.id}/{number}" for number in numbers}

    def close(self, upload: Upload) -> None:
        del self.open_ones[upload.parts]
        self.closed.append(upload.id)

    def drop(self, upload: Upload) -> None:
        self.open_ones.pop(upload.parts, None)


class Passwords:
    """Implements ``application.ports.Passwords``: the hash of ``x`` is ``hash of x``."""

    def verify(self, hashed: str | None, password: str) -> bool:
        return hashed == self.hash(password)

    def hash(self, password: str) -> str:
        return f"hash of {password}"

    def is_common(self, password: str) -> bool:
        return password == "senha"


class NoIdentity:
    """Stands where sessions are not the matter: any use of it fails the test."""

    def __getattr__(self, name: str) -> Any:
        raise AssertionError(f"identity.{name} was not expected here")

    def user(self, tenant: str, user: str) -> tuple[User | None, str | None]:
        raise AssertionError("identity.user was not expected here")

    def accesses(self, tenant: str, user: str) -> Sequence[Session]:
        raise AssertionError("identity.accesses was not expected here")


class Copies:
    """Implements ``copies.ports.CopyLinks``."""

    def link(self, made: JobFile) -> tuple[str, datetime]:
        return f"https://copies.example/{made.key}", START + timedelta(minutes=1)


class Press:
    """Implements ``flows.ports.FlowPress``: remembers what was handed in."""

    def __init__(self) -> None:
        self.told_of: list[tuple[str, int]] = []

    def read(self, text: str) -> Any:
        return read_text(text)

    def told(self, code: str, version: int) -> None:
        self.told_of.append((code, version))


class NoRenderer:
    """Implements ``application.ports.Renderer`` for tests that make no PDF."""

    def pdf(self, process: str, document: str) -> Rendition:
        raise AssertionError("renderer.pdf was not expected here")


@dataclass
class AskedExtractions:
    """Implements ``extraction.ports.Extractions``: remembers what was asked. ``running``: what it says is alive."""

    started: list[tuple[str, int]] = field(default_factory=list)
    running: set[tuple[str, int]] = field(default_factory=set)

    def start(self, sha256: str, attempt: int) -> None:
        self.started.append((sha256, attempt))

    def revive(self, sha256: str, attempt: int) -> int:
        if (sha256, attempt) in self.running:
            return 0
        self.start(sha256, attempt)
        return self.started.count((sha256, attempt))


@dataclass
class ToldPages:
    """Implements ``extraction.ports.Recognitions``."""

    plans: dict[tuple[str, int], tuple[int, datetime]] = field(default_factory=dict)
    told: dict[tuple[str, int], dict[int, int]] = field(default_factory=dict)

    def begin(self, extraction: Extraction, pages: int, at: datetime) -> None:
        self.plans[(extraction.sha256, extraction.attempt)] = (pages, at)

    def tell(self, extraction: Extraction, batch: int, read: int) -> None:
        self.told.setdefault((extraction.sha256, extraction.attempt), {})[batch] = read

    def of(self, extraction: Extraction) -> Recognition | None:
        mine = (extraction.sha256, extraction.attempt)
        if mine not in self.plans:
            return None
        pages, since = self.plans[mine]
        return Recognition(pages, sum(self.told.get(mine, {}).values()), since)


@dataclass
class Outside:
    """Everything outside, as the tests see and move it."""

    memory: Memory = field(default_factory=Memory)
    contents: Contents = field(default_factory=Contents)
    parts: SentParts = field(default_factory=SentParts)
    tables: Tables = field(default_factory=Tables)
    now: datetime = START
    page_size: int = 50
    mail_sender: str = "nao-responda@ubatuba.example"
    identity: Any = field(default_factory=NoIdentity)
    renderer: Any = field(default_factory=NoRenderer)
    sealer: Any = field(default_factory=LocalSealer)
    certificates: Any = None
    engine: QuietEngine = field(default_factory=QuietEngine)
    ledger: MemoryLedger = field(default_factory=MemoryLedger)
    trail: MemoryTrail = field(default_factory=MemoryTrail)
    extractions: AskedExtractions = field(default_factory=AskedExtractions)
    recognitions: ToldPages = field(default_factory=ToldPages)

    def __post_init__(self) -> None:
        self._identifiers = count(1)
        self._numbers = count(1)
        self._operations = count(1)
        self.memory.forgive = lambda name: self.identity.forgive(TENANT, [name])

    @property
    def ports(self) -> Ports:
        """What use cases receive."""
        return Ports(
            tenant=TENANT,
            zone=ZONE,
            begin=lambda operation: MemoryWork(self.memory, operation, lambda: self.now),
            reader=MemoryReader(self.memory, self.page_size),
            marks=MemoryMarks(self.memory),
            catalogues=self.tables,
            contents=self.contents,
            parts=self.parts,
            passwords=Passwords(),
            identity=self.identity,
            renderer=self.renderer,
            certificates=self.certificates,
            sealer=self.sealer,
            draft_secret=lambda name: hashlib.sha256(name.encode()).digest(),
            jobs=MemoryShelf(self.memory),
            register=MemoryRegister(self.memory),
            engine=self.engine,
            extractions=self.extractions,
            recognitions=self.recognitions,
            copies=Copies(),
            flow_press=Press(),
            ledger=self.ledger,
            spreadsheets=PlainSheets(),
            trail=self.trail,
            now=lambda: self.now,
            identifier=lambda: f"{next(self._identifiers):026d}",
            next_document_number=lambda: next(self._numbers),
            public_address="https://iperoig.example",
            mail_sender=self.mail_sender,
        )

    def operation(self, user: str = "ana.lima", key: str | None = None, digest: str = "d") -> Operation:
        """A new operation, or the one of ``key`` again."""
        return Operation(user, key or f"operation-{next(self._operations)}", digest)

    def later(self, **time: float) -> None:
        """Let time pass: ``later(days=1)``."""
        self.now += timedelta(**time)
