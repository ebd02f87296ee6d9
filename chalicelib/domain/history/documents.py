"""Facts of a process's documents."""

from typing import ClassVar

from chalicelib.domain.value import dataclass

from .fact import LEVEL_NAMES, Fact, in_parentheses


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
        return f"Gerado documento {LEVEL_NAMES[self.level]} {self.label}{in_parentheses(self.legal_basis)}"


@dataclass(frozen=True)
class DocumentFiled(DocumentFact):
    """Uploaded document included (DOC-08)."""

    number: ClassVar[int] = 13
    level: str = "public"
    conformity_check: str | None = None
    legal_basis: str | None = None

    def sentence(self) -> str:
        check = in_parentheses(self.conformity_check)
        return (
            f"Registro de documento externo {LEVEL_NAMES[self.level]} {self.label}{check}"
            f"{in_parentheses(self.legal_basis)}"
        )


@dataclass(frozen=True)
class DocumentSigned(DocumentFact):
    """Signed by a user (DOC-10). ``record`` is the SHA-256 of the sealed record; empty before there were any."""

    number: ClassVar[int] = 5
    signer: str
    role_title: str
    digest: str
    record: str = ""

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
            f"{in_parentheses(self.legal_basis)}"
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
