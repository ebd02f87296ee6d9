"""Facts of confidential processes: who was let in, by whom, and how that ended. ``user`` and ``unit`` are ids."""

from typing import ClassVar

from chalicelib.domain.value import dataclass

from .fact import GRADE_NAMES, Fact


@dataclass(frozen=True)
class OfCredential(Fact):
    """What every one of them names: the person and the unit the credential is for."""

    user: str
    name: str
    unit: str
    acronym: str

    @property
    def whom(self) -> str:
        """As sentences name the holder."""
        return f"{self.name} ({self.acronym})"


@dataclass(frozen=True)
class CredentialGranted(OfCredential):
    """SIG-02."""

    number: ClassVar[int] = 61

    def sentence(self) -> str:
        return f"Credencial concedida para {self.whom}"


@dataclass(frozen=True)
class CredentialTransferred(OfCredential):
    """SIG-06."""

    number: ClassVar[int] = 66

    def sentence(self) -> str:
        return f"Credencial transferida para {self.whom}"


@dataclass(frozen=True)
class CredentialRevoked(OfCredential):
    """SIG-03."""

    number: ClassVar[int] = 67

    def sentence(self) -> str:
        return f"Cassada a credencial de {self.whom}"


@dataclass(frozen=True)
class CredentialRenewed(OfCredential):
    """SIG-04."""

    number: ClassVar[int] = 127

    def sentence(self) -> str:
        return f"Renovada credencial de {self.whom}"


@dataclass(frozen=True)
class CredentialRenounced(Fact):
    """SIG-05: who renounced is who the entry is by."""

    number: ClassVar[int] = 77

    def sentence(self) -> str:
        return "Renúncia de credencial"


@dataclass(frozen=True)
class CredentialsAnnulled(Fact):
    """The process is confidential no more: nobody needs a credential."""

    number: ClassVar[int] = 69
    count: int

    def sentence(self) -> str:
        if self.count == 1:
            return "Anulada 1 credencial: o processo deixou de ser sigiloso"
        return f"Anuladas {self.count} credenciais: o processo deixou de ser sigiloso"


@dataclass(frozen=True)
class CredentialCancelled(OfCredential):
    """By the coordinator of the holdings (SIG-08)."""

    number: ClassVar[int] = 117

    def sentence(self) -> str:
        return f"Credencial de {self.whom} cancelada por Coordenador de Acervo"


@dataclass(frozen=True)
class CredentialActivated(OfCredential):
    """By the coordinator of the holdings (SIG-08)."""

    number: ClassVar[int] = 118

    def sentence(self) -> str:
        return f"Credencial de {self.whom} ativada por Coordenador de Acervo"


@dataclass(frozen=True)
class OfSigningCredential(Fact):
    """What those of a document name: the document by id and label, the person and the unit."""

    document: str
    label: str
    user: str
    name: str
    unit: str
    acronym: str

    @property
    def what(self) -> str:
        """As sentences name it."""
        return f"para {self.name} ({self.acronym}) no documento {self.label}"


@dataclass(frozen=True)
class SigningCredentialGranted(OfSigningCredential):
    """SIG-07."""

    number: ClassVar[int] = 73

    def sentence(self) -> str:
        return f"Concedida credencial de assinatura {self.what}"


@dataclass(frozen=True)
class SigningCredentialRevoked(OfSigningCredential):
    """SIG-07."""

    number: ClassVar[int] = 74

    def sentence(self) -> str:
        return f"Cassada a credencial de assinatura concedida {self.what}"


@dataclass(frozen=True)
class SigningCredentialUsed(Fact):
    """Its holder signed (SIG-07)."""

    number: ClassVar[int] = 81
    document: str
    label: str

    def sentence(self) -> str:
        return f"Utilizada a credencial de assinatura do documento {self.label}"


@dataclass(frozen=True)
class ReceivedByHolder(Fact):
    """A holder opened it for the first time."""

    number: ClassVar[int] = 62

    def sentence(self) -> str:
        return "Processo recebido"


@dataclass(frozen=True)
class ConcludedByHolder(Fact):
    """A holder put it away and keeps the credential (SIG-09)."""

    number: ClassVar[int] = 63

    def sentence(self) -> str:
        return "Processo concluído"


@dataclass(frozen=True)
class ReopenedByHolder(Fact):
    """A holder took it up again (SIG-09)."""

    number: ClassVar[int] = 64

    def sentence(self) -> str:
        return "Reabertura do processo"


@dataclass(frozen=True)
class SecrecyGradeChanged(Fact):
    """Another degree of secrecy, or none (PRO-08)."""

    number: ClassVar[int] = 106
    grade: str | None

    def sentence(self) -> str:
        if self.grade is None:
            return "Removido o grau de sigilo do processo"
        return f"Alterado grau de sigilo do processo para {GRADE_NAMES[self.grade]}"
