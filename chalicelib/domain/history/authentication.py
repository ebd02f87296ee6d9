"""Facts of the authentication of digitized documents."""

from typing import ClassVar

from chalicelib.domain.value import dataclass

from .documents import DocumentFact


@dataclass(frozen=True)
class DocumentAuthenticated(DocumentFact):
    """Certified by a user of a protocol unit (DOC-13). ``record`` is as in ``DocumentSigned``."""

    number: ClassVar[int] = 115
    signer: str
    role_title: str
    digest: str
    record: str = ""

    def sentence(self) -> str:
        return f"Autenticado Documento {self.label} por {self.signer}"


@dataclass(frozen=True)
class AuthenticationCancelled(DocumentFact):
    """Changing what was certified, while the pen is yellow, cancels the authentication (DOC-13)."""

    number: ClassVar[int] = 116

    def sentence(self) -> str:
        return f"Cancelamento de autenticação do documento {self.label}"
