"""Facts of the blocks that hold a process or its documents (BLO-08)."""

from typing import ClassVar

from chalicelib.domain.value import dataclass

from .documents import DocumentFact
from .fact import Fact


@dataclass(frozen=True)
class ProcessPutInBlock(Fact):
    """Put into a meeting or internal block (BLO-06, BLO-07)."""

    number: ClassVar[int] = 34
    summary: ClassVar[bool] = False
    block: str

    def sentence(self) -> str:
        return f"Processo inserido no bloco {self.block}"


@dataclass(frozen=True)
class ProcessTakenFromBlock(Fact):
    """Taken out of a block."""

    number: ClassVar[int] = 36
    summary: ClassVar[bool] = False
    block: str

    def sentence(self) -> str:
        return f"Processo retirado do bloco {self.block}"


@dataclass(frozen=True)
class DocumentPutInBlock(DocumentFact):
    """Put into a signing block (BLO-01)."""

    number: ClassVar[int] = 35
    summary: ClassVar[bool] = False
    block: str

    def sentence(self) -> str:
        return f"Documento {self.label} inserido no bloco {self.block}"


@dataclass(frozen=True)
class DocumentTakenFromBlock(DocumentFact):
    """Taken out of a signing block."""

    number: ClassVar[int] = 37
    summary: ClassVar[bool] = False
    block: str

    def sentence(self) -> str:
        return f"Documento {self.label} retirado do bloco {self.block}"


@dataclass(frozen=True)
class BlockShared(Fact):
    """Made available to other units, named by their acronyms (BLO-02)."""

    number: ClassVar[int] = 38
    block: str
    units: tuple[str, ...]

    def sentence(self) -> str:
        to = "a unidade" if len(self.units) == 1 else "as unidades"
        return f"Bloco {self.block} disponibilizado para {to} {', '.join(self.units)}"


@dataclass(frozen=True)
class BlockSharingCancelled(Fact):
    """Taken back by its unit (BLO-02)."""

    number: ClassVar[int] = 39
    block: str

    def sentence(self) -> str:
        return f"Cancelada disponibilização do bloco {self.block}"


@dataclass(frozen=True)
class BlockReturned(Fact):
    """Returned by a unit that had received it (BLO-02)."""

    number: ClassVar[int] = 40
    block: str
    owner: str
    reason: str = ""

    def sentence(self) -> str:
        return f"Bloco {self.block} retornado para a unidade {self.owner}" + (
            f". {self.reason}" if self.reason else ""
        )


@dataclass(frozen=True)
class BlockConcluded(Fact):
    """Put away by its unit (BLO-02)."""

    number: ClassVar[int] = 95
    summary: ClassVar[bool] = False
    block: str

    def sentence(self) -> str:
        return f"Conclusão do bloco {self.block}"


@dataclass(frozen=True)
class BlockReopened(Fact):
    """Taken up again by its unit (BLO-02)."""

    number: ClassVar[int] = 96
    summary: ClassVar[bool] = False
    block: str

    def sentence(self) -> str:
        return f"Reabertura do bloco {self.block}"
