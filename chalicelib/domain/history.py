"""The catalogue of facts a process remembers, each with the Portuguese sentence SEI shows (features.md §1.5).

A fact is what happened; an ``Entry`` is a fact placed in a process's chain: numbered, dated, signed by who
acted, and bound by SHA-256 to the entry before it. Entries are immutable.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import Any, ClassVar

from .organisation import Person, UnitName

GENESIS = "0" * 64
LEVEL_NAMES = {"public": "público", "restricted": "restrito", "confidential": "sigiloso"}


@dataclass(frozen=True)
class Fact:
    """Something that happened. ``number`` is SEI's task id (0 where SEI keeps no entry for the act).

    ``summary`` says whether the summarised history shows it.
    """

    number: ClassVar[int] = 0
    summary: ClassVar[bool] = True

    @classmethod
    def kind(cls) -> str:
        """The stable English name: ``ProcessStarted`` -> ``process_started``."""
        return "".join("_" + c.lower() if c.isupper() else c for c in cls.__name__).lstrip("_")

    def sentence(self) -> str:
        """What a user reads."""
        raise TypeError(f"{type(self).__name__} has no sentence")

    def arguments(self) -> dict[str, Any]:
        """The fact as plain JSON data."""
        return asdict(self)


@dataclass(frozen=True)
class ProcessStarted(Fact):
    """Process started at an access level (PRO-02). ``nup`` binds its number to the chain that begins here."""

    number: ClassVar[int] = 1
    level: str
    legal_basis: str | None = None
    nup: str = ""

    def sentence(self) -> str:
        return f"Processo {LEVEL_NAMES[self.level]} gerado{_in_parentheses(self.legal_basis)}"


@dataclass(frozen=True)
class ProcessReceived(Fact):
    """First opening by the unit (TRA-02)."""

    number: ClassVar[int] = 48

    def sentence(self) -> str:
        return "Processo recebido na unidade"


@dataclass(frozen=True)
class ProcessSent(Fact):
    """Sent to the unit the entry stands in, by ``origin`` (TRA-01)."""

    number: ClassVar[int] = 32
    origin: str
    routing: str
    return_due: str | None = None

    def sentence(self) -> str:
        return f"Processo remetido pela unidade {self.origin}"


@dataclass(frozen=True)
class ProcessConcluded(Fact):
    """Concluded in the unit by somebody (TRA-04)."""

    number: ClassVar[int] = 28
    reopen_on: str | None = None

    def sentence(self) -> str:
        return "Conclusão do processo na unidade"


@dataclass(frozen=True)
class ProcessConcludedAutomatically(Fact):
    """Concluded because it was sent without being kept open (TRA-01)."""

    number: ClassVar[int] = 41
    reopen_on: str | None = None

    def sentence(self) -> str:
        return "Conclusão automática de processo na unidade"


@dataclass(frozen=True)
class ProcessReopened(Fact):
    """Reopened in the unit (TRA-05), or by its schedule (TRA-06)."""

    number: ClassVar[int] = 29
    scheduled: bool = False

    def sentence(self) -> str:
        return "Reabertura do processo na unidade" + (" (reabertura programada)" if self.scheduled else "")


@dataclass(frozen=True)
class ProcessAssigned(Fact):
    """Put in somebody's hands (TRA-07)."""

    number: ClassVar[int] = 57
    summary: ClassVar[bool] = False
    assignee: str
    assignee_name: str

    def sentence(self) -> str:
        return f"Processo atribuído para {self.assignee}"


@dataclass(frozen=True)
class AssignmentRemoved(Fact):
    """Nobody in particular any more (TRA-07)."""

    number: ClassVar[int] = 59
    summary: ClassVar[bool] = False

    def sentence(self) -> str:
        return "Removida atribuição do processo"


@dataclass(frozen=True)
class ProgressRecorded(Fact):
    """Free text (PRO-27)."""

    number: ClassVar[int] = 65
    text: str

    def sentence(self) -> str:
        return self.text


@dataclass(frozen=True)
class ProcessEdited(Fact):
    """Registration data changed (PRO-07); SEI keeps it in the audit only, we keep it here too."""

    summary: ClassVar[bool] = False
    fields: tuple[str, ...]

    def sentence(self) -> str:
        return "Alterados os dados do processo: " + ", ".join(self.fields)


@dataclass(frozen=True)
class ProcessTypeChanged(Fact):
    """Another type (PRO-07)."""

    number: ClassVar[int] = 126
    previous: str
    current: str

    def sentence(self) -> str:
        return f'Alterado tipo do processo de "{self.previous}" para "{self.current}"'


@dataclass(frozen=True)
class ProcessLevelChanged(Fact):
    """The process's own access level changed (PRO-08)."""

    number: ClassVar[int] = 105
    level: str
    legal_basis: str | None = None

    def sentence(self) -> str:
        return (
            f"Alterado nível de acesso do processo para {LEVEL_NAMES[self.level]}"
            f"{_in_parentheses(self.legal_basis)}"
        )


@dataclass(frozen=True)
class LegalBasisChanged(Fact):
    """Same level, other law (PRO-09)."""

    number: ClassVar[int] = 107
    legal_basis: str

    def sentence(self) -> str:
        return f"Alterada hipótese legal do processo para {self.legal_basis}"


@dataclass(frozen=True)
class EffectiveLevelChanged(Fact):
    """The level of the whole process changed, by itself or by contamination (features.md §1.3)."""

    number: ClassVar[int] = 58
    level: str

    def sentence(self) -> str:
        return f"Alterado nível de acesso geral para {LEVEL_NAMES[self.level]}"


@dataclass(frozen=True)
class RemarkChanged(Fact):
    """The unit's own remark changed (PRO-11). The text stays with the unit."""

    summary: ClassVar[bool] = False

    def sentence(self) -> str:
        return "Alterada a observação da unidade"


@dataclass(frozen=True)
class ProcessDeleted(Fact):
    """The process is gone (PRO-15); SEI keeps it in the audit only. It is the last entry of its chain."""

    def sentence(self) -> str:
        return "Exclusão do processo"


@dataclass(frozen=True)
class ReturnExtended(Fact):
    """The demanding unit gave more time (TRA-03)."""

    summary: ClassVar[bool] = False
    routing: str
    destination: str
    return_due: str

    def sentence(self) -> str:
        day = "/".join(reversed(self.return_due.split("-")))
        return f"Prorrogado para {day} o retorno programado da unidade {self.destination}"


@dataclass(frozen=True)
class ReturnWithdrawn(Fact):
    """The demanding unit gave the return up (TRA-03)."""

    summary: ClassVar[bool] = False
    routing: str
    destination: str

    def sentence(self) -> str:
        return f"Cancelado o retorno programado da unidade {self.destination}"


@dataclass(frozen=True)
class DocumentFact(Fact):
    """A fact about one document; ``document`` is its id, ``label`` e.g. ``0000123 (Ofício 12/2026)``."""

    document: str
    label: str


@dataclass(frozen=True)
class DocumentGenerated(DocumentFact):
    """Authored document included (DOC-01)."""

    number: ClassVar[int] = 2
    level: str = "public"
    legal_basis: str | None = None

    def sentence(self) -> str:
        return f"Gerado documento {LEVEL_NAMES[self.level]} {self.label}{_in_parentheses(self.legal_basis)}"


@dataclass(frozen=True)
class DocumentFiled(DocumentFact):
    """Uploaded document included (DOC-08)."""

    number: ClassVar[int] = 13
    level: str = "public"
    conformity_check: str | None = None
    legal_basis: str | None = None

    def sentence(self) -> str:
        check = _in_parentheses(self.conformity_check)
        return (
            f"Registro de documento externo {LEVEL_NAMES[self.level]} {self.label}{check}"
            f"{_in_parentheses(self.legal_basis)}"
        )


@dataclass(frozen=True)
class DocumentSigned(DocumentFact):
    """Signed by a user (DOC-10)."""

    number: ClassVar[int] = 5
    signer: str
    role_title: str
    digest: str

    def sentence(self) -> str:
        return f"Assinado Documento {self.label} por {self.signer}"


@dataclass(frozen=True)
class SignaturesDropped(DocumentFact):
    """Editing a signed-unseen document cancels its signatures (DOC-12)."""

    number: ClassVar[int] = 6

    def sentence(self) -> str:
        return f"Cancelamento de assinatura do documento {self.label}"


@dataclass(frozen=True)
class DocumentDeleted(DocumentFact):
    """The node is gone (DOC-17)."""

    number: ClassVar[int] = 33

    def sentence(self) -> str:
        return f"Exclusão do documento {self.label}"


@dataclass(frozen=True)
class DocumentCancelled(DocumentFact):
    """The node stays, the content is closed (DOC-17)."""

    number: ClassVar[int] = 51
    reason: str

    def sentence(self) -> str:
        return f"Cancelado documento {self.label}. {self.reason}"


@dataclass(frozen=True)
class DocumentLevelChanged(DocumentFact):
    """Access level of one document (PRO-08)."""

    number: ClassVar[int] = 108
    level: str
    legal_basis: str | None = None

    def sentence(self) -> str:
        return (
            f"Alterado nível de acesso do documento {self.label} para {LEVEL_NAMES[self.level]}"
            f"{_in_parentheses(self.legal_basis)}"
        )


@dataclass(frozen=True)
class DocumentLegalBasisChanged(DocumentFact):
    """Same level, other law, for one document (PRO-09)."""

    number: ClassVar[int] = 110
    legal_basis: str

    def sentence(self) -> str:
        return f"Alterada hipótese legal do documento {self.label} para {self.legal_basis}"


@dataclass(frozen=True)
class ConformityCheckChanged(DocumentFact):
    """A digitized document was checked in another way (DOC-08)."""

    number: ClassVar[int] = 111
    conformity_check: str

    def sentence(self) -> str:
        return f"Alterado tipo de conferência do documento {self.label} para {self.conformity_check}"


@dataclass(frozen=True)
class DocumentEdited(DocumentFact):
    """Registration data of a document changed."""

    summary: ClassVar[bool] = False
    fields: tuple[str, ...]

    def sentence(self) -> str:
        return f"Alterados os dados do documento {self.label}: " + ", ".join(self.fields)


@dataclass(frozen=True)
class VersionRestored(DocumentFact):
    """An older version became the current text (DOC-05)."""

    summary: ClassVar[bool] = False
    restored: int

    def sentence(self) -> str:
        return f"Recuperada a versão {self.restored} do documento {self.label}"


def _in_parentheses(text: str | None) -> str:
    return f" ({text})" if text else ""


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


def read(body: bytes) -> Entry:
    """An entry from its stored bytes; the hash is computed anew, never trusted."""
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
        hashlib.sha256(body).hexdigest(),
    )


def canonical(data: Mapping[str, Any]) -> bytes:
    """Canonical JSON: sorted keys, no spaces, UTF-8; no floats may appear."""
    return json.dumps(data, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
