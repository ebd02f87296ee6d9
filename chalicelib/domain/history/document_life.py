"""Facts of what happens to documents after they were written: mailed, moved, acknowledged, locked, put in order."""

from typing import ClassVar

from chalicelib.domain.value import dataclass

from .documents import DocumentFact
from .fact import Fact


@dataclass(frozen=True)
class EmailSent(DocumentFact):
    """An e-mail left the unit and stays in the tree as a document (DOC-22)."""

    number: ClassVar[int] = 12

    def sentence(self) -> str:
        return f"Envio de correspondência eletrônica {self.label}"


@dataclass(frozen=True)
class DocumentMovedTo(DocumentFact):
    """An uploaded document left for another process (DOC-18)."""

    number: ClassVar[int] = 113
    nup: str
    reason: str

    def sentence(self) -> str:
        return f"Documento {self.label} movido para o processo {self.nup}. {self.reason}"


@dataclass(frozen=True)
class DocumentMovedFrom(DocumentFact):
    """An uploaded document came from another process (DOC-18)."""

    number: ClassVar[int] = 114
    nup: str
    reason: str

    def sentence(self) -> str:
        return f"Documento {self.label} movido do processo {self.nup}. {self.reason}"


@dataclass(frozen=True)
class DocumentAcknowledged(DocumentFact):
    """Somebody said that they know of it (DOC-20)."""

    number: ClassVar[int] = 83

    def sentence(self) -> str:
        return f"Ciência no documento {self.label}"


@dataclass(frozen=True)
class DocumentLocked(DocumentFact):
    """Its text and data are closed to changes (DOC-21); SEI keeps no entry."""

    summary: ClassVar[bool] = False

    def sentence(self) -> str:
        return f"Bloqueado o documento {self.label}"


@dataclass(frozen=True)
class DocumentUnlocked(DocumentFact):
    """Its text and data may be changed again (DOC-21)."""

    summary: ClassVar[bool] = False

    def sentence(self) -> str:
        return f"Desbloqueado o documento {self.label}"


@dataclass(frozen=True)
class DocumentRestored(DocumentFact):
    """It came back from the trash (DOC-17)."""

    def sentence(self) -> str:
        return f"Recuperado da lixeira o documento {self.label}"


@dataclass(frozen=True)
class TreeReordered(Fact):
    """The documents stand in another order (PRO-18)."""

    number: ClassVar[int] = 60

    def sentence(self) -> str:
        return "Alterada ordem dos protocolos"
