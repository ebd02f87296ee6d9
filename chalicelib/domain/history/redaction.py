"""Facts of concealing part of a document."""

from typing import ClassVar

from chalicelib.domain.value import dataclass

from .documents import DocumentFact
from .fact import in_parentheses


@dataclass(frozen=True)
class RedactedCopyMade(DocumentFact):
    """A copy with concealed passages came into the process (LAI, art. 7º, § 2º); SEI has no entry for it."""

    summary: ClassVar[bool] = True
    original: str
    legal_basis: str
    count: int
    reason: str

    def sentence(self) -> str:
        passages = "1 trecho ocultado" if self.count == 1 else f"{self.count} trechos ocultados"
        return (
            f"Gerada cópia {self.label} do documento {self.original}, com {passages}"
            f"{in_parentheses(self.legal_basis)}. {self.reason}"
        )
