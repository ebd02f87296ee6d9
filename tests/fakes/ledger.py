"""The public ledger in memory, with the promises of the real one: whole transactions, files that nobody replaces."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from chalicelib.application.ledger.append import append_history
from chalicelib.application.ledger.ports import SignedHead
from chalicelib.application.ledger.sign_head import sign_head
from chalicelib.application.references import ProcessKey
from chalicelib.domain.ledger import Place, Record
from chalicelib.domain.process import Process

from .city import TENANT
from .memory import Memory


class LocalHeadKey:
    """Implements ``ledger.ports.HeadKey``."""

    def __init__(self) -> None:
        self._key = ec.generate_private_key(ec.SECP256R1())

    @property
    def public(self) -> bytes:
        return self._key.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)

    def sign_bytes(self, message: bytes) -> bytes:
        return self._key.sign(message, ec.ECDSA(SHA256()))


@dataclass
class MemoryLedger:
    """Implements ``ledger.ports.LedgerBook``."""

    rows: dict[str, list[bytes]] = field(default_factory=dict)
    placed: dict[str, list[Place]] = field(default_factory=dict)
    heads: dict[str, dict[int, SignedHead]] = field(default_factory=dict)
    files: dict[tuple[str, str], bytes] = field(default_factory=dict)

    def places(self, process: str) -> Sequence[Place]:
        return self.placed.get(process, [])

    def last_place(self, process: str) -> Place | None:
        return next(reversed(self.placed.get(process, [])), None)

    def size(self, agency: str) -> int:
        return len(self.rows.get(agency, []))

    def append(self, process: str, agency: str, size: int, places: Sequence[Place]) -> bool:
        own = self.placed.setdefault(process, [])
        if self.size(agency) != size or places[0].n != len(own) + 1:
            return False
        self.rows.setdefault(agency, []).extend(place.leaf for place in places)
        own.extend(places)
        return True

    def leaves(self, agency: str, start: int, end: int) -> Sequence[bytes]:
        return self.rows[agency][start:end]

    def last_head(self, agency: str) -> SignedHead | None:
        known = self.heads.get(agency, {})
        return known[max(known)] if known else None

    def first_head(self, agency: str, size: int) -> SignedHead | None:
        known = self.heads.get(agency, {})
        return next((known[one] for one in sorted(known) if one >= size), None)

    def keep_head(self, agency: str, head: SignedHead) -> None:
        self.heads.setdefault(agency, {}).setdefault(head.size, head)

    def file(self, agency: str, path: str) -> bytes:
        return self.files[agency, path]

    def publish(self, agency: str, path: str, data: bytes) -> bytes:
        return self.files.setdefault((agency, path), data)

    def show_last(self, agency: str, note: str) -> None:
        self.files[agency, "checkpoint"] = note.encode()


class MemoryChronicle:
    """Implements ``ledger.ports.Chronicle`` over the tables in memory."""

    def __init__(self, memory: Memory, agency: str = "pmu") -> None:
        self._memory, self._agency = memory, agency

    def after(self, process: str, n: int) -> Sequence[Record]:
        entries = self._memory.histories.get(process, [])
        return [Record(process, one.n, one.fact.kind(), one.body) for one in entries if one.n > n]

    def process(self, process: str) -> Process | None:
        found = self._memory.things.get(ProcessKey(process))
        assert found is None or isinstance(found, Process)
        return found

    def agency_of_start(self, process: str) -> str:
        return self._agency


@dataclass
class Scribe:
    """Who keeps a ledger in a test: appends what a process has, and signs."""

    memory: Memory
    ledger: MemoryLedger
    key: LocalHeadKey = field(default_factory=LocalHeadKey)
    salts: int = 0

    def salt(self) -> bytes:
        self.salts += 1
        return self.salts.to_bytes(32, "big")

    def append(self, process: str) -> int:
        return append_history(self.ledger, MemoryChronicle(self.memory), self.salt, process)

    def sign(self, at: datetime, agency: str = "pmu") -> SignedHead | None:
        return sign_head(self.ledger, self.key, TENANT, agency, at)
