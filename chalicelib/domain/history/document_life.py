"""Facts of what happens to a document after it was written: mailed, moved, acknowledged, locked."""

from typing import ClassVar

from chalicelib.domain.value import dataclass

from .documents import DocumentFact


@dataclass(frozen=True)
class EmailSent(DocumentFact):
    """An e-mail left the unit and stays in the tree as a document (DOC-22)."""

    number: ClassVar[int] = 12

    def sentence(self) -> str:
        return f"Envio de correspondência eletrônica {self.label}"
