"""Facts of processes bound to others, held still, or given acknowledgement of. ``other`` is the other process's id."""

from typing import ClassVar

from chalicelib.domain.value import dataclass

from .fact import Fact


@dataclass(frozen=True)
class ProcessSuspended(Fact):
    """Held still (PRO-16)."""

    number: ClassVar[int] = 20
    reason: str

    def sentence(self) -> str:
        return f"Sobrestamento. {self.reason}"


@dataclass(frozen=True)
class SuspensionRemoved(Fact):
    """Goes on again (PRO-16)."""

    number: ClassVar[int] = 21

    def sentence(self) -> str:
        return "Remoção de sobrestamento"


@dataclass(frozen=True)
class ProcessSuspending(Fact):
    """Another process waits for this one (PRO-16)."""

    number: ClassVar[int] = 42
    other: str
    nup: str

    def sentence(self) -> str:
        return f"Sobrestando o processo {self.nup}"


@dataclass(frozen=True)
class ProcessSuspendedWithLink(Fact):
    """Held still until another process is decided (PRO-16)."""

    number: ClassVar[int] = 43
    other: str
    nup: str
    reason: str

    def sentence(self) -> str:
        return f"Sobrestado com vínculo ao processo {self.nup}. {self.reason}"


@dataclass(frozen=True)
class StoppedSuspending(Fact):
    """The other process no longer waits for this one (PRO-16)."""

    number: ClassVar[int] = 44
    other: str
    nup: str

    def sentence(self) -> str:
        return f"Deixou de sobrestar o processo {self.nup}"


@dataclass(frozen=True)
class StoppedBeingSuspended(Fact):
    """Goes on again, no longer waiting for the other process (PRO-16)."""

    number: ClassVar[int] = 45
    other: str
    nup: str

    def sentence(self) -> str:
        return f"Deixou de estar sobrestado com vínculo ao processo {self.nup}"


@dataclass(frozen=True)
class ProcessRelated(Fact):
    """A lateral tie to another process (PRO-13)."""

    number: ClassVar[int] = 18
    other: str
    nup: str

    def sentence(self) -> str:
        return f"Adicionado processo relacionado {self.nup}"


@dataclass(frozen=True)
class RelationRemoved(Fact):
    """The tie is undone (PRO-13)."""

    number: ClassVar[int] = 19
    other: str
    nup: str

    def sentence(self) -> str:
        return f"Removido relacionamento com o processo {self.nup}"


@dataclass(frozen=True)
class ProcessAnnexed(Fact):
    """Another process became part of this one (PRO-17)."""

    number: ClassVar[int] = 101
    other: str
    nup: str

    def sentence(self) -> str:
        return f"Processo {self.nup} anexado"


@dataclass(frozen=True)
class AnnexedToProcess(Fact):
    """This process became part of another (PRO-17)."""

    number: ClassVar[int] = 102
    other: str
    nup: str

    def sentence(self) -> str:
        return f"Anexado ao processo {self.nup}"


@dataclass(frozen=True)
class ProcessUnannexed(Fact):
    """An administrator took an annexed process out (PRO-17)."""

    number: ClassVar[int] = 103
    other: str
    nup: str
    reason: str

    def sentence(self) -> str:
        return f"Processo {self.nup} desanexado. {self.reason}"


@dataclass(frozen=True)
class UnannexedFromProcess(Fact):
    """This process is on its own again (PRO-17)."""

    number: ClassVar[int] = 104
    other: str
    nup: str

    def sentence(self) -> str:
        return f"Desanexado do processo {self.nup}"


@dataclass(frozen=True)
class ProcessLocked(Fact):
    """View only from here on (features.md §1.1)."""

    number: ClassVar[int] = 122
    reason: str

    def sentence(self) -> str:
        return f"Processo bloqueado. {self.reason}"


@dataclass(frozen=True)
class ProcessUnlocked(Fact):
    """Writable again (features.md §1.1)."""

    number: ClassVar[int] = 123

    def sentence(self) -> str:
        return "Processo desbloqueado"


@dataclass(frozen=True)
class ProcessAcknowledged(Fact):
    """Somebody says to have read it; once, and for good (PRO-24)."""

    number: ClassVar[int] = 82

    def sentence(self) -> str:
        return "Ciência no processo"


@dataclass(frozen=True)
class SendingUndone(Fact):
    """A sending to the unit the entry stands in, taken back before it was received (TRA-01)."""

    origin: str
    routing: str

    def sentence(self) -> str:
        return f"Desfeito, antes do recebimento, o envio do processo pela unidade {self.origin}"


@dataclass(frozen=True)
class ConclusionUndone(Fact):
    """Reopened by whoever had just concluded it, in the hands it was in (TRA-04)."""

    number: ClassVar[int] = 29
    sending: bool = False

    def sentence(self) -> str:
        return f"Reabertura do processo na unidade ({'envio desfeito' if self.sending else 'conclusão desfeita'})"
